import { localTenant } from "../identities.ts";
import { issuerUrl } from "./context.ts";
import { buildSignIn } from "./server.ts";

const port = Number(process.env.SIGN_IN_PORT ?? 3980);
const app = await buildSignIn({ port, stateDir: process.env.SIGN_IN_STATE_DIR });

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void app.close().then(() => process.exit(0)));
}

await app.listen({ port, host: "127.0.0.1" });
const issuer = issuerUrl(`http://localhost:${port}`, localTenant.id);
console.log(JSON.stringify({ ready: "sign-in", issuer }));
