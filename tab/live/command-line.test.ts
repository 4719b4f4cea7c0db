import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { Answer } from "../api-client.ts";
import { speaking } from "../side-panel/testing/views.ts";
import { attemptPatience, type Command, openCommandLine, type Waiting, type Wish } from "./command-line.ts";

const offline: Answer<SessionView> = { ok: false, problem: { refusal: "offline", sentence: null } };
const away: Answer<SessionView> = { ok: false, problem: { refusal: "unavailable", sentence: "Soon again." } };
const gateway: Answer<SessionView> = { ok: false, problem: { refusal: "went-wrong", sentence: null } };
const behind: Answer<SessionView> = { ok: false, problem: { refusal: "session-moved-on", sentence: "It moved on." } };
const done: Answer<SessionView> = { ok: true, value: speaking };

type Reply = Answer<SessionView> | "silence";

function lineWith(...replies: Reply[]) {
  const sent: Command[] = [];
  const answered: [Wish["type"], boolean][] = [];
  const waiting: Waiting[] = [];
  let ids = 0;
  const line = openCommandLine({
    send: (command) => {
      sent.push(command);
      const reply = replies.shift() ?? done;
      return reply === "silence" ? new Promise(() => undefined) : Promise.resolve(reply);
    },
    onAnswer: ({ type }, { ok }) => answered.push([type, ok]),
    onWaiting: (now) => waiting.push(now),
    newId: () => `id-${(ids += 1)}`,
    random: () => 1,
  });
  lines.push(line);
  return { line, sent, answered, waiting, replies };
}

const lines: ReturnType<typeof openCommandLine>[] = [];
const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

describe("giving a command", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    for (const line of lines.splice(0)) line.stop();
    vi.useRealTimers();
  });

  it("[PANEL-1] sends it under one id until it is answered, through a lost network and a server that is away", async () => {
    const { line, sent, answered } = lineWith(offline, away, gateway);
    line.give({ type: "ask" }, 7);
    await settle(20_000);
    expect(sent.map(({ commandId }) => commandId)).toEqual(["id-1", "id-1", "id-1", "id-1"]);
    expect(sent.every(({ seenVersion }) => seenVersion === 7)).toBe(true);
    expect(answered).toEqual([["ask", true]]);
  });

  it("[PANEL-1] takes a request that never ends as lost", async () => {
    const { line, sent, answered } = lineWith("silence");
    line.give({ type: "ask" }, 7);
    await settle(attemptPatience + 1_000);
    expect(sent).toHaveLength(2);
    expect(answered).toEqual([["ask", true]]);
  });

  it("[PANEL-1] is answered by a refusal, and not sent again", async () => {
    const { line, sent, answered } = lineWith(behind);
    line.give({ type: "ask" }, 7);
    await settle(60_000);
    expect(sent).toHaveLength(1);
    expect(answered).toEqual([["ask", false]]);
  });

  it("[PANEL-1] lets one command end a step at a time, and others within the step follow in order", async () => {
    const { line, sent } = lineWith(offline);
    line.give({ type: "share-carry-over" }, 7);
    line.give({ type: "go-on" }, 7);
    line.give({ type: "go-on" }, 7);
    line.give({ type: "share-carry-over" }, 7);
    await settle(10_000);
    expect(sent.map(({ type, commandId }) => `${type} ${commandId}`)).toEqual([
      "share-carry-over id-1",
      "share-carry-over id-1",
      "go-on id-2",
    ]);
  });

  it("tries again at once when the page is back", async () => {
    const { line, sent } = lineWith(...Array.from({ length: 8 }, () => offline));
    line.give({ type: "ask" }, 7);
    await settle(16_000);
    const before = sent.length;
    line.wake();
    await settle(0);
    expect(sent.length).toBe(before + 1);
  });

  it("says what waits, and whether the last attempt was lost", async () => {
    const { line, waiting } = lineWith(offline);
    line.give({ type: "ask" }, 7);
    await settle(0);
    expect(waiting.at(-1)).toMatchObject({ commands: [{ type: "ask" }], isLost: true });
    await settle(5_000);
    expect(waiting.at(-1)).toEqual({ commands: [], isLost: false });
  });

  it("leaves nothing behind when it is stopped", async () => {
    const { line, sent, answered } = lineWith(offline);
    line.give({ type: "ask" }, 7);
    await settle(0);
    line.stop();
    await settle(60_000);
    expect(sent).toHaveLength(1);
    expect(answered).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
