import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { follow } from "./arrivals.ts";
import { gather } from "./gather.ts";

/** One request. Requests of a kind are summed up together. */
export interface Call {
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How a request went, in milliseconds. */
export interface Sample {
  readonly kind: string;
  /** From the moment it was meant to be sent to the last byte of its answer. */
  readonly latency: number;
  /** How much later than meant it was sent: the sender's own share in the latency. */
  readonly late: number;
}

/** Sends requests when they are due, over connections that stay open; as many as there are requests on their way. */
export interface Sender {
  /** @param callAt - the request with this number; `null` to leave it out.
   *  @throws when any answer is another than 200. */
  readonly send: (due: readonly number[], callAt: (number: number) => Call | null) => Promise<readonly Sample[]>;
  readonly close: () => void;
}

/**
 * Opens a sender to this address. It is our own, as autocannon's fixed rate lets each connection send its share of a second at once and then
 * wait, and never has more requests on their way than connections: what queues up is guessed afterwards and not measured.
 */
export function openSender(origin: string): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const send: Sender["send"] = async (due, callAt) => {
    const sent = gather<Sample>();
    const start = (meant: number, number: number) => {
      const call = callAt(number);
      if (call) sent.add(sample(call, meant));
    };
    await follow(due, start, clock);
    return sent.all();
  };
  const sample = async (call: Call, meant: number): Promise<Sample> => {
    const late = performance.now() - meant;
    const { status, text } = await exchange(agent, origin, call);
    if (status !== 200) throw new Error(`${call.method} ${call.path} answered ${status}: ${text.slice(0, 200)}`);
    return { kind: call.kind, latency: performance.now() - meant, late };
  };
  return { send, close: () => agent.destroy() };
}

/** One request and its whole answer. */
export function exchange(agent: Agent, origin: string, { method, path, headers, body }: Omit<Call, "kind">) {
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly status: number; readonly text: string }>();
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const asked = request(`${origin}${path}`, { agent, method, headers: { ...headers, ...length } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on("data", (part: Buffer) => parts.push(part));
    answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    answer.on("error", reject);
  });
  asked.on("error", reject);
  asked.end(body);
  return promise;
}

/** The clock that schedules are followed by. */
export const clock = { now: () => performance.now(), sleep: (milliseconds: number) => sleep(milliseconds) };
