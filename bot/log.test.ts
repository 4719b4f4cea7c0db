import { describe, expect, it } from "vitest";
import { openLog, withCorrelation } from "./log.ts";

const sentence = "I am not sure my manager trusts me";

function listen() {
  const lines: string[] = [];
  const log = openLog("info", { write: (line: string) => void lines.push(line) });
  return { log, text: () => lines.join(""), last: (): unknown => JSON.parse(lines.at(-1) ?? "null") };
}

describe("what the log lets through", () => {
  it("prints ids, codes and measures as JSON with the sentence", () => {
    const { log, last } = listen();
    log.info({ job: "book-check-in", checkInId: "c-1", ms: 12 }, "A job is over.");
    expect(last()).toMatchObject({
      level: "info",
      job: "book-check-in",
      checkInId: "c-1",
      ms: 12,
      msg: "A job is over.",
    });
  });

  it("[LOG-1] drops a private sentence given as a field nobody expects, and says that it dropped one", () => {
    const { log, text, last } = listen();
    log.info({ entryId: "e-1", body: sentence }, "An entry was saved.");
    expect(text()).not.toContain(sentence);
    expect(last()).toMatchObject({ entryId: "e-1", dropped: 1 });
  });

  it("[LOG-1] drops a whole object even under an allowed name", () => {
    const { log, text } = listen();
    log.info({ outcome: { text: sentence } }, "An entry was saved.");
    expect(text()).not.toContain(sentence);
  });

  it("[LOG-1] drops what a child logger is bound to when it is not allowed", () => {
    const { log, text } = listen();
    log.child({ title: sentence, reqId: "r-1" }).info({}, "A request came.");
    expect(text()).not.toContain(sentence);
    expect(text()).toContain("r-1");
  });

  it("[LOG-1] prints an error's kind, code and place without its sentence, and its cause likewise", () => {
    const { log, text, last } = listen();
    const cause = Object.assign(new Error(`insert failed: ${sentence}\n    at ${sentence}`), { code: "23505" });
    log.error({ err: new Error(`Failed query: ${sentence}`, { cause }) }, "A transaction failed.");
    expect(text()).not.toContain(sentence);
    expect(last()).toMatchObject({ err: { kind: "Error", cause: { code: "23505" } } });
    expect(text()).toContain("log.test.ts");
  });

  it("[LOG-1] prints an error that is logged alone by the same rule", () => {
    const { log, text } = listen();
    log.error(new Error(sentence));
    expect(text()).not.toContain(sentence);
    expect(text()).toContain('"kind":"Error"');
  });

  it("[LOG-1] weaves nothing into the sentence", () => {
    const { log, text } = listen();
    log.info("An entry was saved: %s", sentence);
    expect(text()).not.toContain(sentence);
  });

  it("[LOG-1] keeps the message of an error about code", () => {
    const { log, last } = listen();
    log.error({ err: new TypeError("slots is not iterable") }, "A bug.");
    expect(last()).toMatchObject({ err: { message: "slots is not iterable" } });
  });

  it("carries the correlation id through everything the work awaits, and no further", async () => {
    const { log, last } = listen();
    await withCorrelation("cor-1", async () => {
      await Promise.resolve();
      log.info({}, "Inside.");
    });
    expect(last()).toMatchObject({ correlationId: "cor-1" });
    log.info({}, "Outside.");
    expect(last()).not.toHaveProperty("correlationId");
  });

  it("stays silent below its level", () => {
    const lines: string[] = [];
    openLog("warn", { write: (line: string) => void lines.push(line) }).info({}, "Hush.");
    expect(lines).toEqual([]);
  });
});
