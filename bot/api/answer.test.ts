import Fastify, { LogController } from "fastify";
import { afterEach, expect, it } from "vitest";
import type { RefusalBody } from "../../shared/contract/endpoint.ts";
import { openLog } from "../log.ts";
import { StoreAway } from "../ports.ts";
import { answerProblem } from "./answer.ts";
import { SignInAway } from "./discovery.ts";
import { BadToken } from "./verify-token.ts";

const lines: string[] = [];

afterEach(() => {
  lines.length = 0;
});

async function answerTo(problem: Error) {
  const log = openLog("info", { write: (line: string) => void lines.push(line) });
  const server = Fastify({ loggerInstance: log, logController: new LogController({ disableRequestLogging: true }) });
  server.setErrorHandler(answerProblem);
  server.get("/", async () => {
    throw problem;
  });
  const answer = await server.inject({ method: "GET", url: "/" });
  await server.close();
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<RefusalBody>() };
}

it("[REFUSE-2] gives a bug an id that the log carries too, and tells nothing else of it", async () => {
  const { status, body } = await answerTo(new Error("Ana wrote: nobody listens."));
  expect(status).toBe(500);
  expect(body).toMatchObject({ refusal: "went-wrong", incident: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(JSON.parse(lines.at(-1) ?? "{}")).toMatchObject({ level: "error", errorId: body.incident });
  expect(`${JSON.stringify(body)}${lines.join("")}`).not.toContain("nobody listens");
});

it("[REFUSE-3] says that records or sign-in are away, and when to come back", async () => {
  for (const problem of [new StoreAway("gone"), new SignInAway("gone")]) {
    const { status, body, headers } = await answerTo(problem);
    expect(status).toBe(503);
    expect(body.refusal).toBe("unavailable");
    expect(headers["retry-after"]).toBe("2");
  }
});

it("[REFUSE-1] says why a token was turned away", async () => {
  const { status, body } = await answerTo(new BadToken("expired"));
  expect([status, body.refusal, body.reason]).toEqual([401, "not-signed-in", "expired"]);
});
