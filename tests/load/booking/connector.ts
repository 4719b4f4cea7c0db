import Fastify from "fastify";
import { Limits } from "../../../local/window/connector/limits.ts";

/** What Teams takes from one app in one tenant, in messages a second. Source: the documented limits of bots. */
export const messagesASecond = 30;

/** A connector that keeps Teams' limits, of the whole app and of each conversation, and knows nobody: who is written to exists. */
export interface LimitedConnector {
  readonly url: string;
  /** In how many conversations something was said. */
  readonly reached: () => number;
  /** How many calls were taken, and how many were turned away with 429. */
  readonly calls: () => { readonly taken: number; readonly refused: number };
  /** How many messages said the same in one conversation as one before. */
  readonly repeated: () => number;
  /** How many messages there were beyond the first of each conversation: people are reminded meanwhile, too. */
  readonly further: () => number;
  readonly close: () => Promise<void>;
}

interface Message {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: unknown;
}
type Params = { readonly Params: { readonly id: string }; readonly Body: Message };

/** Opens it on this port of loopback. */
export async function openLimitedConnector(port: number): Promise<LimitedConnector> {
  const limits = new Limits();
  const said = new Map<string, Set<string>>();
  let recent: number[] = [];
  let [taken, refused, further, repeated] = [0, 0, 0, 0];
  const note = (conversation: string, words: string) => {
    const before = said.get(conversation) ?? new Set();
    said.set(conversation, before);
    if (before.has(words)) repeated += 1;
    else if (before.size > 0) further += 1;
    before.add(words);
  };
  const app = Fastify({ forceCloseConnections: true });
  const waitFor = (conversation: string, now: number): number | undefined => {
    recent = recent.filter((at) => at > now - 1_000);
    if (recent.length >= messagesASecond) return 1;
    const wait = limits.take(conversation, now);
    if (wait === undefined) recent.push(now);
    return wait;
  };
  app.post<Params>("/connector/v3/conversations/:id/activities", ({ params, body }, reply) => {
    const wait = waitFor(params.id, performance.now());
    if (wait !== undefined) {
      refused += 1;
      return reply
        .code(429)
        .header("retry-after", String(wait))
        .send({ error: { code: "TooManyRequests" } });
    }
    taken += 1;
    if (body.type === "message") note(params.id, JSON.stringify([body.text, body.attachments]));
    return reply.code(201).send({ id: String(taken) });
  });
  await app.listen({ port, host: "127.0.0.1" });
  return {
    url: `http://localhost:${port}/connector/`,
    reached: () => said.size,
    calls: () => ({ taken, refused }),
    repeated: () => repeated,
    further: () => further,
    close: () => app.close(),
  };
}
