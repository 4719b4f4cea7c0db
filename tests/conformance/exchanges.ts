import { z } from "zod";

/** A request of ours and what came back; batches count for what is in them as well. `path` starts at the version. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Null without a body. */
  readonly sent: unknown;
  readonly status: number;
  readonly answered: unknown;
}

const batch = z.object({
  requests: z.array(z.object({ id: z.string(), method: z.string(), url: z.string(), body: z.unknown().optional() })),
});
const batchAnswer = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown().optional() })),
});

/**
 * Listens to everything that is fetched from an address while `work` is done.
 * @param root - with its version, such as "http://localhost:3981/v1.0".
 */
export async function listenTo(root: string, work: () => Promise<void>): Promise<readonly Exchange[]> {
  const heard: Exchange[] = [];
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const answer = await realFetch(input, init);
    const address = input instanceof Request ? input.url : String(input);
    if (address.startsWith(root)) heard.push(...(await exchangesIn(address.slice(root.length), init, answer.clone())));
    return answer;
  };
  try {
    await work();
  } finally {
    globalThis.fetch = realFetch;
  }
  return heard;
}

async function exchangesIn(address: string, init: RequestInit | undefined, answer: Response): Promise<Exchange[]> {
  const text = await answer.text();
  const sent = typeof init?.body === "string" ? (JSON.parse(init.body) as unknown) : null;
  const answered = text === "" ? null : (JSON.parse(text) as unknown);
  const whole = exchange(init?.method ?? "GET", address, { sent, status: answer.status, answered });
  const [asked, told] = [batch.safeParse(sent), batchAnswer.safeParse(answered)];
  if (!asked.success || !told.success) return [whole];
  const parts = asked.data.requests.flatMap(({ id, method, url, body }) => {
    const found = told.data.responses.find((one) => one.id === id);
    return found
      ? [exchange(method, url, { sent: body ?? null, status: found.status, answered: found.body ?? null })]
      : [];
  });
  return [whole, ...parts];
}

function exchange(method: string, address: string, rest: Pick<Exchange, "sent" | "status" | "answered">): Exchange {
  const { pathname, searchParams } = new URL(address, "http://graph");
  return { method: method.toUpperCase(), path: decodeURIComponent(pathname), query: searchParams, ...rest };
}
