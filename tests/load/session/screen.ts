import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as sleep } from "node:timers/promises";
import type { SessionView } from "../../../shared/contract/sessions.ts";
import { waitBefore } from "../../../tab/live-session.ts";
import { eventsIn, type StreamEvent } from "./events.ts";

/** A side panel as far as the wire goes: a live stream, opened again when it breaks, with the waits of the real panel. */
export interface Screen {
  /** The view that came first. */
  readonly first: SessionView;
  /** Waits for this version of the session, or a later one. @returns when it was there, on the clock of `performance.now()`. */
  readonly shows: (version: number) => Promise<number>;
  /** The last break of the stream, on the same clock; `null` when there was none. */
  readonly lastBreak: () => Break | null;
  readonly close: () => void;
}

export interface Break {
  /** `null` while it lasts. */
  readonly mendedAt: number | null;
  /** How often the panel asked for the stream since. */
  readonly tries: number;
}

/** How long a screen waits for a version, in milliseconds: beyond this the bench has failed. */
const patience = 20_000;

export type Headers = Readonly<Record<string, string>>;

/** Opens a live stream and waits for its first event. @throws when it is refused. */
export async function openScreen(url: string, headers: Headers): Promise<Screen> {
  const stream = new Stream(url, headers);
  const { promise, resolve, reject } = Promise.withResolvers<SessionView>();
  stream.onFirst = resolve;
  void stream.follow().catch(reject);
  const first = await promise;
  return {
    first,
    shows: (version) => stream.shows(version),
    lastBreak: () => stream.lastBreak,
    close: () => stream.close(),
  };
}

/** How many events have come over all streams. */
export const received = { events: 0 };

class Stream {
  onFirst: ((view: SessionView) => void) | null = null;
  lastBreak: Break | null = null;
  readonly #url: string;
  readonly #headers: Headers;
  readonly #waiting = new Set<(version: number, at: number) => void>();
  #newest = 0;
  #lastId: string | null = null;
  #asked: ClientRequest | null = null;
  #isClosed = false;

  constructor(url: string, headers: Headers) {
    this.#url = url;
    this.#headers = headers;
  }

  /** Keeps a stream open until it is closed. @throws when the first can't be opened, or when access has ended. */
  async follow(): Promise<void> {
    for (let failures = 0; !this.#isClosed; failures += 1) {
      const hasFlowed = await this.#once();
      if (this.#isClosed) return;
      if (hasFlowed) {
        failures = 0;
        this.lastBreak = { mendedAt: null, tries: 0 };
      } else if (this.onFirst) throw new Error("A stream could not be opened.");
      await sleep(waitBefore(failures, Math.random()));
    }
  }

  shows(version: number): Promise<number> {
    if (this.#newest >= version) return Promise.resolve(performance.now());
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const late = () =>
      reject(
        new Error(
          `Version ${version} never came; ${this.#newest} was the last${this.#isClosed ? ", as the server ended the stream" : ""}.`,
        ),
      );
    const timer = setTimeout(late, patience);
    const hear = (came: number, at: number) => {
      if (came < version) return;
      clearTimeout(timer);
      this.#waiting.delete(hear);
      resolve(at);
    };
    this.#waiting.add(hear);
    return promise;
  }

  close(): void {
    this.#isClosed = true;
    this.#asked?.destroy();
  }

  /** One stream until it ends. @returns whether anything came over it. */
  async #once(): Promise<boolean> {
    if (this.lastBreak) this.lastBreak = { ...this.lastBreak, tries: this.lastBreak.tries + 1 };
    const stream = await this.#ask();
    if (!stream) return false;
    let hasFlowed = false;
    const decoder = new StringDecoder("utf8");
    let rest = "";
    const { promise, resolve } = Promise.withResolvers<boolean>();
    stream.on("data", (bytes: Buffer) => {
      if (!hasFlowed && this.lastBreak) this.lastBreak = { ...this.lastBreak, mendedAt: performance.now() };
      hasFlowed = true;
      const found = eventsIn(rest + decoder.write(bytes));
      rest = found.rest;
      for (const event of found.events) this.#take(event);
    });
    // Closing a screen, or killing the server, cuts its connection.
    stream.on("error", () => {});
    stream.on("close", () => resolve(hasFlowed));
    return promise;
  }

  #take({ event, id, data }: StreamEvent): void {
    const at = performance.now();
    if (event === "end") this.close();
    if (event !== "session") return;
    received.events += 1;
    this.#lastId = id;
    this.#newest = Number.parseInt(id, 10);
    this.onFirst?.(JSON.parse(data) as SessionView);
    this.onFirst = null;
    for (const hear of this.#waiting) hear(this.#newest, at);
  }

  /** Every stream has a connection of its own, as each panel is another browser. */
  #ask(): Promise<IncomingMessage | null> {
    const { promise, resolve } = Promise.withResolvers<IncomingMessage | null>();
    const resume = this.#lastId === null ? {} : { "last-event-id": this.#lastId };
    const headers = { accept: "text/event-stream", ...this.#headers, ...resume };
    this.#asked = request(this.#url, { agent: false, headers }, (answer) => {
      if (answer.statusCode === 200) return resolve(answer);
      answer.resume();
      resolve(null);
    });
    this.#asked.on("error", () => resolve(null));
    this.#asked.end();
    return promise;
  }
}
