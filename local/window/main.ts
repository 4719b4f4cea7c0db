import { localTenant } from "../identities.ts";
import { issuerUrl } from "../sign-in/context.ts";
import { buildWindow } from "./server.ts";

const port = Number(process.env.WINDOW_PORT ?? 3979);
const setting = (name: string, otherwise: string) => (process.env[name] ?? otherwise).replace(/\/$/, "");

const app = buildWindow({
  port,
  issuer: setting("SIGN_IN_ISSUER", issuerUrl("http://localhost:3980", localTenant.id)),
  graphUrl: setting("GRAPH_URL", "http://localhost:3981/v1.0"),
  appUrl: setting("APP_URL", "http://localhost:3978"),
  stateDir: process.env.WINDOW_STATE_DIR,
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void app.close().then(() => process.exit(0)));
}

await app.listen({ port, host: "127.0.0.1" });
console.log(JSON.stringify({ ready: "window", url: `http://localhost:${port}` }));
