import Fastify from "fastify";
import { expect, it } from "vitest";
import { openLog } from "../log.ts";
import { correlate } from "./correlate.ts";

it("[LOG-2] keeps a request's id with it through everything that waits, apart from every other request", async () => {
  const lines: string[] = [];
  const log = openLog("info", { write: (line: string) => void lines.push(line) });
  let next = 0;
  const server = Fastify({ genReqId: () => `request-${++next}` });
  correlate(server);
  server.post("/", async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.info({ code: request.id }, "in another room");
    return {};
  });
  await Promise.all([1, 2, 3].map((body) => server.inject({ method: "POST", url: "/", payload: { body } })));
  await server.close();
  const logged = lines.map((line) => JSON.parse(line) as { code: string; correlationId: string });
  expect(logged.map((line) => line.code).toSorted()).toEqual(["request-1", "request-2", "request-3"]);
  for (const { code, correlationId } of logged) expect(correlationId).toBe(code);
});
