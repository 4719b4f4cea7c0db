import { createServer } from "node:http";
import { converse, warmUp } from "../converse.ts";
import { openFluidTalks } from "./fluid-talk.ts";

/**
 * Pairs who share a map through Fluid's local service, in a process of their own, as Fluid's client lingers in the one it was used in.
 * `GET /?pairs=…&commands=…&seconds=…` lets them talk and answers how long each change took, in milliseconds, as a JSON list.
 *
 * Environment: PORT, and FLUID_PORT for the service's.
 */
const fluidPort = Number(process.env["FLUID_PORT"]);

async function talk(asked: URLSearchParams): Promise<readonly number[]> {
  const number = (name: string) => Number(asked.get(name));
  const talks = await openFluidTalks(fluidPort, number("pairs"));
  await warmUp(talks.all, number("commands"));
  return (await converse(talks.all, number("commands"), number("seconds"))).latencies;
}

const server = createServer((request, answer) => {
  talk(new URL(request.url ?? "", "http://localhost").searchParams).then(
    (latencies) => answer.end(JSON.stringify(latencies)),
    (problem: unknown) => answer.writeHead(500).end(String(problem)),
  );
});
// Opening hundreds of documents takes longer than requests usually may.
server.requestTimeout = 0;
process.once("SIGTERM", () => process.exit(0));
server.listen(Number(process.env["PORT"]), "127.0.0.1", () => process.stdout.write("ready\n"));
