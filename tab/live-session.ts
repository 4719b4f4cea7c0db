import type { SessionView } from "../shared/contract/sessions.ts";
import { fillPath, sessionStreamPath } from "./api-routes.ts";
import { readEvents } from "./server-sent-events.ts";
import type { TokenKeeper } from "./token-keeper.ts";

/** "live" while the stream flows, "reconnecting" after it broke, "ended" when the server says that access has ended. */
export type StreamState = "live" | "reconnecting" | "ended";

export interface SessionStream {
  readonly sessionId: string;
  readonly tokens: TokenKeeper;
  /** Called with every view the server sends, the current one first. */
  readonly onSession: (session: SessionView) => void;
  readonly onState: (state: StreamState) => void;
  /**
   * Calls back when the page may have missed something, until the function that it returns is called: then a line that was not heard for a
   * while, or over a network that was away, is opened anew at once.
   */
  readonly wakeBy?: (wake: (why: "seen" | "online" | "slept") => void) => () => void;
  readonly fetch?: typeof globalThis.fetch;
  /** Between 0 and 1, spreads reconnections so that panels don't return all at once. */
  readonly random?: () => number;
}

/** In milliseconds: how long a silent line is trusted (and, once the page was away, how long without a beat), how long before its token ends a line is renewed (and how long a line lasts at least), and how waits grow. */
export const streamTimes = {
  silence: 45_000,
  beat: 25_000,
  beforeExpiry: 60_000,
  shortestLine: 15_000,
  firstWait: 500,
  longestWait: 8_000,
} as const;

/** How long to wait before attempt `attempt` (from 0): doubling, capped, and spread over its upper half. */
export function waitBefore(attempt: number, random: number): number {
  const full = Math.min(streamTimes.firstWait * 2 ** attempt, streamTimes.longestWait);
  return full / 2 + (full / 2) * random;
}

/** Follows a session until the returned function is called: reconnects after every break, from the last event seen. */
export function followSession(stream: SessionStream): () => void {
  const stop = new AbortController();
  const seen: Seen = { lastId: null, flowed: false, heardAt: 0, reopen: () => {}, endPause: () => {} };
  const sleepOn = stream.wakeBy?.((why) => {
    seen.endPause();
    if (why === "online" || Date.now() - seen.heardAt > streamTimes.beat) seen.reopen();
  });
  void follow(stream, stop.signal, seen);
  return () => {
    sleepOn?.();
    stop.abort();
  };
}

async function follow(stream: SessionStream, stopped: AbortSignal, seen: Seen): Promise<void> {
  let failures = 0;
  let refused = false;
  while (!stopped.aborted) {
    const outcome = await connectOnce(stream, stopped, seen, refused);
    if (stopped.aborted) return;
    if (outcome === "ended") return stream.onState("ended");
    if (outcome === "renew") continue;
    refused = outcome === "refused" && !refused;
    failures = seen.flowed ? 0 : failures;
    stream.onState("reconnecting");
    await pause(waitBefore(failures, (stream.random ?? Math.random)()), stopped, seen);
    failures += 1;
  }
}

interface Seen {
  lastId: string | null;
  flowed: boolean;
  /** When the server was last heard, in epoch milliseconds. */
  heardAt: number;
  /** Opens the present line anew. */
  reopen: () => void;
  /** Ends the present wait. */
  endPause: () => void;
}

type Outcome = "broken" | "refused" | "renew" | "ended";

async function connectOnce(stream: SessionStream, stopped: AbortSignal, seen: Seen, renew: boolean): Promise<Outcome> {
  seen.flowed = false;
  const line = new AbortController();
  const cut = () => line.abort();
  stopped.addEventListener("abort", cut);
  const watch = watchLine(cut);
  seen.reopen = watch.reopen;
  const heard = () => {
    seen.heardAt = Date.now();
    watch.heard();
  };
  try {
    const token = await (renew ? stream.tokens.renewed() : stream.tokens.current());
    const response = await (stream.fetch ?? globalThis.fetch)(
      fillPath(sessionStreamPath, { sessionId: stream.sessionId }),
      {
        headers: { authorization: `Bearer ${token}`, accept: "text/event-stream", ...resumeFrom(seen.lastId) },
        signal: line.signal,
      },
    );
    if (response.status === 401) return "refused";
    if (response.status === 404 || response.status === 403) return "ended";
    if (!response.ok || !response.body) return "broken";
    watch.renewBefore(stream.tokens.expiresAt());
    return await readLine(response.body, stream, seen, heard);
  } catch {
    return watch.wasRenewed() ? "renew" : "broken";
  } finally {
    watch.end();
    stopped.removeEventListener("abort", cut);
  }
}

const resumeFrom = (lastId: string | null): Record<string, string> =>
  lastId === null ? {} : { "last-event-id": lastId };

async function readLine(
  body: ReadableStream<Uint8Array>,
  stream: SessionStream,
  seen: Seen,
  heard: () => void,
): Promise<Outcome> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  const events = readEvents();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return "broken";
    heard();
    for (const { event, data, id } of events.push(value)) {
      if (event === "end") return "ended";
      if (event !== "session") continue;
      seen.lastId = id ?? seen.lastId;
      stream.onSession(JSON.parse(data) as SessionView);
    }
    if (!seen.flowed) stream.onState("live");
    seen.flowed = true;
  }
}

/** Cuts a line that has gone silent, or whose token is about to end. */
function watchLine(cut: () => void) {
  let renewed = false;
  const reopen = () => {
    renewed = true;
    cut();
  };
  let silence = setTimeout(cut, streamTimes.silence);
  let renewal: ReturnType<typeof setTimeout> | undefined;
  return {
    heard: () => {
      clearTimeout(silence);
      silence = setTimeout(cut, streamTimes.silence);
    },
    renewBefore: (expiresAt: number | null) => {
      if (expiresAt === null) return;
      const wait = Math.max(expiresAt - Date.now() - streamTimes.beforeExpiry, streamTimes.shortestLine);
      renewal = setTimeout(reopen, wait);
    },
    reopen,
    wasRenewed: () => renewed,
    end: () => {
      clearTimeout(silence);
      clearTimeout(renewal);
    },
  };
}

function pause(milliseconds: number, stopped: AbortSignal, seen: Seen): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    stopped.addEventListener("abort", done);
    seen.endPause = done;
  });
}
