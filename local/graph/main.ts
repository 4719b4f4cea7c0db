import { z } from "zod";
import { startGraph } from "./start-graph.ts";

const settings = z
  .object({
    GRAPH_PORT: z.coerce.number().int().min(1).max(65_535),
    GRAPH_DATABASE_URL: z.string().min(1),
    SIGN_IN_ISSUER: z.url(),
  })
  .safeParse(process.env);

if (!settings.success) {
  process.stderr.write(`The Graph stand-in can't start:\n${z.prettifyError(settings.error)}\n`);
  process.exit(2);
}

const { GRAPH_PORT: port, GRAPH_DATABASE_URL: databaseUrl, SIGN_IN_ISSUER: issuer } = settings.data;
const graph = await startGraph({ port, databaseUrl, issuer });
process.stdout.write(
  `${JSON.stringify({ process: "graph", status: "ready", url: graph.url, weeksSeeded: graph.weeksSeeded })}\n`,
);

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void graph.close().then(() => process.exit(0));
  });
}
