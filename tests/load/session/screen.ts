import { Agent, type IncomingMessage, request } from "node:http";
import { StringDecoder } from "node:string_decoder";
import { eventsIn } from "./events.ts";

/** A side panel as far as the wire goes: a live stream that is open, and the versions that came over it. */
export interface Screen {
  /** Waits for this version of the session, or a later one. @returns when it was there, on the clock of `performance.now()`. */
  readonly shows: (version: number) => Promise<number>;
  readonly close: () => void;
}

/** How long a screen waits for a version, in milliseconds: beyond this the bench has failed. */
const patience = 15_000;

/** Opens a live stream and waits for its first event. */
export async function openScreen(url: string, headers: Readonly<Record<string, string>>): Promise<Screen> {
  const stream = await openStream(url, headers);
  const waiting = new Set<(version: number, at: number) => void>();
  let newest = 0;
  let ended: string | null = null;
  read(stream, ({ event, id }) => {
    const at = performance.now();
    if (event === "end") ended = "The server ended the stream.";
    if (event !== "session") return;
    newest = Number(id);
    for (const hear of waiting) hear(newest, at);
  });
  const shows: Screen["shows"] = (version) => {
    if (newest >= version) return Promise.resolve(performance.now());
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const timer = setTimeout(
      () => reject(new Error(ended ?? `Version ${version} never came; ${newest} was the last.`)),
      patience,
    );
    const hear = (came: number, at: number) => {
      if (came < version) return;
      clearTimeout(timer);
      waiting.delete(hear);
      resolve(at);
    };
    waiting.add(hear);
    return promise;
  };
  await shows(1);
  return { shows, close: () => stream.destroy() };
}

/** Every stream has a connection of its own, as each panel is another browser. */
function openStream(url: string, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = request(url, { agent: new Agent(), headers: { accept: "text/event-stream", ...headers } }, (answer) => {
    if (answer.statusCode === 200) resolve(answer);
    else reject(new Error(`The stream answered ${answer.statusCode}.`));
  });
  asked.on("error", reject);
  asked.end();
  return promise;
}

function read(stream: IncomingMessage, take: (event: ReturnType<typeof eventsIn>["events"][number]) => void): void {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  stream.on("data", (bytes: Buffer) => {
    const found = eventsIn(rest + decoder.write(bytes));
    rest = found.rest;
    for (const event of found.events) take(event);
  });
  // Closing a screen cuts its connection.
  stream.on("error", () => {});
}
