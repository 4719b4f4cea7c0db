import { Client } from "@microsoft/microsoft-graph-client";
import { describe, expect, it } from "vitest";
import { AnswerLost, Call, type Repeatability } from "./call.ts";
import { link } from "./link.ts";
import { safeRetry } from "./safe-retry.ts";

type Ending = number | "lost";

const rules = { mostAttempts: 3, firstWaitMs: 1, longestWaitMs: 4, random: () => 0.5, now: Date.now };

/** How often the request went out when the attempts end as told, the last one over and over. */
async function attempts(repeatability: Repeatability, endings: readonly Ending[], allowedMs = 5_000): Promise<number> {
  let count = 0;
  const end = link(async (context) => {
    const ending = endings[Math.min(count, endings.length - 1)] ?? 200;
    count += 1;
    if (ending === "lost") throw new AnswerLost("The line went dead.");
    context.response = Response.json({}, { status: ending, headers: ending === 503 ? { "retry-after": "0.02" } : {} });
  });
  const client = Client.initWithMiddleware({ middleware: [safeRetry(rules), end], baseUrl: "http://graph/" });
  const call = new Call("try", repeatability, performance.now() + allowedMs);
  await client
    .api("/users/ana/events")
    .middlewareOptions([call])
    .post({})
    .catch(() => null);
  expect(call.attempts).toBe(count);
  return count;
}

describe("what is tried again", () => {
  it.each(["read", "idempotent"] as const)(
    "a %s call after a lost answer and a busy one, until it succeeds",
    async (kind) => {
      expect(await attempts(kind, ["lost", 503, 201])).toBe(3);
    },
  );

  it("a call that must happen once, only when Graph says that it did nothing", async () => {
    expect(await attempts("once", ["lost", 201])).toBe(1);
    expect(await attempts("once", [503, 201])).toBe(1);
    expect(await attempts("once", [429, 201])).toBe(2);
  });

  it.each([400, 403, 404, 409, 412, 500])("nothing after %i", async (status) => {
    expect(await attempts("read", [status, 200])).toBe(1);
  });

  it("a call no more often than the rules say", async () => {
    expect(await attempts("read", ["lost"])).toBe(3);
  });

  it("a call whose wait would outlast its deadline, not at all", async () => {
    expect(await attempts("read", [503, 200], 10)).toBe(1);
  });
});
