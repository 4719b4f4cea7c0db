import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionView } from "../shared/contract/sessions.ts";
import { followSession, type StreamState, streamTimes, waitBefore } from "./live-session.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const encoder = new TextEncoder();

/** One line to the server: what the panel sent, and a pen for what the server writes. */
function openLine(init: RequestInit | undefined) {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const pen = pipe.writable.getWriter();
  init?.signal?.addEventListener("abort", () => void pen.abort(new Error("cut")).catch(() => undefined));
  return {
    headers: new Headers(init?.headers),
    isCut: () => init?.signal?.aborted === true,
    say: (text: string) => pen.write(encoder.encode(text)),
    session: (version: number) =>
      pen.write(encoder.encode(`id: ${version}\nevent: session\ndata: {"version":${version}}\n\n`)),
    drop: () => pen.close(),
    response: new Response(pipe.readable),
  };
}

type Line = ReturnType<typeof openLine>;

type Wake = (why: "seen" | "online" | "slept") => void;

function panel(answer: (line: Line, attempt: number) => Response | Promise<Response> = (line) => line.response) {
  const wakes = new Set<Wake>();
  const lines: Line[] = [];
  const seen: number[] = [];
  const states: StreamState[] = [];
  const tokens = {
    current: vi.fn(async () => "current"),
    renewed: vi.fn(async () => "renewed"),
    expiresAt: () => now + 3_600_000,
  };
  const stop = followSession({
    sessionId: "s1",
    tokens,
    random: () => 1,
    wakeBy: (wake) => {
      wakes.add(wake);
      return () => void wakes.delete(wake);
    },
    onSession: (session: SessionView) => seen.push(session.version),
    onState: (state) => states.push(state),
    fetch: async (_url, init) => {
      const line = openLine(init);
      lines.push(line);
      return answer(line, lines.length);
    },
  });
  const wake: Wake = (why) => wakes.forEach((one) => one(why));
  return { lines, seen, states, tokens, stop, wake, wakes };
}

const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

describe("following a session", () => {
  let stop = () => {};
  const start = (answer?: Parameters<typeof panel>[0]) => {
    const started = panel(answer);
    stop = started.stop;
    return started;
  };

  beforeEach(() => void vi.useFakeTimers({ now }));
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it("shows every view as it comes, and says once that it is live", async () => {
    const { lines, seen, states } = start();
    await settle();
    await lines[0]?.session(1);
    await lines[0]?.session(2);
    await settle();
    expect(seen).toEqual([1, 2]);
    expect(states).toEqual(["live"]);
    expect(lines[0]?.headers.get("authorization")).toBe("Bearer current");
  });

  it("comes back after a break, from the last event it saw", async () => {
    const { lines, seen, states } = start();
    await settle();
    await lines[0]?.session(3);
    await settle();
    await lines[0]?.drop();
    await settle(streamTimes.firstWait);
    await lines[1]?.session(4);
    await settle();
    expect(lines[1]?.headers.get("last-event-id")).toBe("3");
    expect(seen).toEqual([3, 4]);
    expect(states).toEqual(["live", "reconnecting", "live"]);
  });

  it("gives up on a line that has gone silent, but not on one with a heartbeat", async () => {
    const { lines } = start();
    await settle();
    await lines[0]?.session(1);
    await settle(streamTimes.silence - 1);
    await lines[0]?.say(": here\n\n");
    await settle(streamTimes.silence - 1);
    expect(lines[0]?.isCut()).toBe(false);
    await settle(1);
    expect(lines[0]?.isCut()).toBe(true);
    await settle(streamTimes.firstWait);
    expect(lines).toHaveLength(2);
  });

  it("takes a new line before its token ends, without a word about it", async () => {
    const { lines, states } = start();
    await settle();
    for (let minute = 0; minute < 59; minute += 1) {
      await lines.at(-1)?.session(minute + 1);
      await settle(30_000);
      await lines.at(-1)?.say(": here\n\n");
      await settle(30_000);
    }
    await lines.at(-1)?.session(60);
    await settle();
    expect(lines).toHaveLength(2);
    expect(states).not.toContain("reconnecting");
  });

  it("asks for a fresh token when the sign-in is refused", async () => {
    const { tokens, seen, lines } = start((line, attempt) =>
      attempt === 1 ? new Response("", { status: 401 }) : line.response,
    );
    await settle(streamTimes.firstWait);
    await lines[1]?.session(1);
    await settle();
    expect(tokens.renewed).toHaveBeenCalledTimes(1);
    expect(seen).toEqual([1]);
  });

  it("stops for good when access has ended", async () => {
    const { lines, states } = start();
    await settle();
    await lines[0]?.say("event: end\ndata: {}\n\n");
    await settle(60_000);
    expect(states).toEqual(["ended"]);
    expect(lines).toHaveLength(1);
    const gone = panel(() => new Response("", { status: 404 }));
    await settle(60_000);
    expect(gone.states).toEqual(["ended"]);
  });

  it("waits longer after each failure, and not at all long after a line that worked", async () => {
    const { lines } = start(() => Promise.reject(new TypeError("Failed to fetch")));
    await settle(streamTimes.firstWait);
    expect(lines).toHaveLength(2);
    await settle(2 * streamTimes.firstWait - 1);
    expect(lines).toHaveLength(2);
    await settle(1);
    expect(lines).toHaveLength(3);
  });

  it("never waits longer than its longest wait, and spreads the waits", () => {
    expect(waitBefore(0, 0)).toBe(streamTimes.firstWait / 2);
    expect(waitBefore(30, 1)).toBe(streamTimes.longestWait);
    expect(waitBefore(30, 0)).toBe(streamTimes.longestWait / 2);
  });

  it("[PANEL-4] looks at once when the page is back, without a word where nothing was missed", async () => {
    const { lines, states, wake } = start();
    await settle();
    await lines[0]?.session(1);
    await settle();
    wake("seen");
    await settle();
    expect(lines).toHaveLength(1);
    await settle(streamTimes.beat + 1);
    wake("seen");
    await settle();
    expect(lines).toHaveLength(2);
    wake("online");
    await settle();
    expect(lines).toHaveLength(3);
    expect(states).not.toContain("reconnecting");
  });

  it("[PANEL-4] ends its wait when the network is back", async () => {
    const { lines, wake } = start((line, attempt) =>
      attempt < 6 ? Promise.reject(new TypeError("Failed to fetch")) : line.response,
    );
    await settle(8_000);
    const before = lines.length;
    wake("online");
    await settle();
    expect(lines).toHaveLength(before + 1);
  });

  it("leaves nothing behind when it is stopped", async () => {
    const { lines, stop: leave, wakes } = start();
    await settle();
    await lines[0]?.session(1);
    leave();
    expect(wakes.size).toBe(0);
    await settle();
    expect(lines[0]?.isCut()).toBe(true);
    await settle(120_000);
    expect(lines).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
