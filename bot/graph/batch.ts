import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import { CalendarAway } from "../ports/calendar.ts";
import { RefusedByGraph } from "./failure.ts";
import { type Graph, preferences } from "./graph.ts";
import { retryAfterMs } from "./middleware/retry-after.ts";

/** How many requests one batch may hold. */
export const mostInBatch = 20;

/** One of many requests; every one of them may be made twice without harm. */
export interface BatchItem {
  readonly method: "GET" | "POST";
  /** From the version on. */
  readonly path: string;
  readonly body?: object;
  /** The mailbox that it touches. Two in one mailbox never travel in one batch. */
  readonly mailbox?: PersonId;
}

/** What became of one of them; "lost" when that is unknown, however often it was asked. */
export type BatchAnswer =
  | { readonly kind: "answered"; readonly body: unknown }
  | { readonly kind: "refused"; readonly refusal: RefusedByGraph }
  | { readonly kind: "lost" };

const response = z.object({
  id: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.string()).nullish().catch(null),
  body: z.unknown().optional(),
});
const batchAnswer = z.object({ responses: z.array(response) });
type Response = z.infer<typeof response>;

const graphError = z.object({ error: z.object({ code: z.string().catch(""), message: z.string().catch("") }) });

/**
 * Asks for many things in as few requests as Graph takes, in the order given. Those that Graph was too busy for are asked again, after as
 * long as it wished, as often as any call is.
 */
export async function askTogether(
  graph: Graph,
  operation: string,
  items: readonly BatchItem[],
): Promise<readonly BatchAnswer[]> {
  const answers: BatchAnswer[] = items.map(() => ({ kind: "lost" }));
  for (const round of roundsOf(items)) await askRound(graph, operation, { items, round, answers });
  return answers;
}

/** Numbers of items that may travel together: at most twenty, no two of them in one mailbox. */
function roundsOf(items: readonly BatchItem[]): readonly (readonly number[])[] {
  const rounds: { readonly numbers: number[]; readonly mailboxes: Set<string> }[] = [];
  items.forEach(({ mailbox }, number) => {
    const fits = rounds.find(
      (round) => round.numbers.length < mostInBatch && (mailbox === undefined || !round.mailboxes.has(mailbox)),
    );
    const round = fits ?? { numbers: [], mailboxes: new Set<string>() };
    if (!fits) rounds.push(round);
    round.numbers.push(number);
    if (mailbox !== undefined) round.mailboxes.add(mailbox);
  });
  return rounds.map((round) => round.numbers);
}

interface Round {
  readonly items: readonly BatchItem[];
  readonly round: readonly number[];
  readonly answers: BatchAnswer[];
}

async function askRound(graph: Graph, operation: string, { items, round, answers }: Round): Promise<void> {
  const { mostAttempts, callMs } = graph.patience;
  const deadline = performance.now() + 3 * callMs;
  let open = round;
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const responses = await sendBatch(graph, operation, items, open);
    for (const number of open) answers[number] = answerFrom(responses.get(number));
    open = open.filter((number) => answers[number]?.kind === "lost");
    const wait = waitAfter(
      graph,
      attempt,
      open.flatMap((number) => responses.get(number) ?? []),
    );
    if (open.length === 0 || attempt >= mostAttempts || performance.now() + wait >= deadline) return;
    await sleep(wait);
  }
}

/** Sends these items; none of them has an answer when the batch as a whole has none. */
async function sendBatch(
  graph: Graph,
  operation: string,
  items: readonly BatchItem[],
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Response>> {
  const requests = numbers.flatMap((number) => requestOf(items[number], number));
  const mailboxes = numbers.flatMap((number) => items[number]?.mailbox ?? []);
  try {
    const body = { requests };
    const answer = batchAnswer;
    const posting = { operation, path: "/$batch", body, answer, mailboxes, isLong: true } as const;
    const { responses } = await graph.post({ ...posting, repeatability: "idempotent" });
    return new Map(responses.map((one) => [Number(one.id), one]));
  } catch (error) {
    if (error instanceof CalendarAway) return new Map();
    throw error;
  }
}

function requestOf(item: BatchItem | undefined, number: number) {
  if (!item) return [];
  const { method, path: url, body } = item;
  const headers = { Prefer: preferences, ...(body ? { "Content-Type": "application/json" } : {}) };
  return [{ id: String(number), method, url, headers, ...(body ? { body } : {}) }];
}

/** A failed dependency is somebody else's failure: asking again is right. */
const isAway = (status: number): boolean => status >= 500 || [401, 408, 424, 429].includes(status);

function answerFrom(found: Response | undefined): BatchAnswer {
  if (!found || isAway(found.status)) return { kind: "lost" };
  if (found.status < 400) return { kind: "answered", body: found.body };
  const { code, message } = graphError.safeParse(found.body).data?.error ?? { code: "", message: "" };
  const refusal = new RefusedByGraph(found.status, code || "no-code", { message, body: found.body });
  return { kind: "refused", refusal };
}

/** As long as the most patient wish among the answers, or a little longer each time. */
function waitAfter({ patience, now }: Graph, attempt: number, found: readonly Response[]): number {
  const step = Math.min(patience.longestWaitMs, patience.firstWaitMs * 2 ** (attempt - 1));
  const wishes = found.map(({ headers }) => retryAfterMs(retryAfterIn(headers), now()) ?? 0);
  return Math.max(step * (0.5 + patience.random() / 2), ...wishes);
}

const retryAfterIn = (headers: Response["headers"]): string | null =>
  Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "retry-after")?.[1] ?? null;
