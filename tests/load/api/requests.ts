import { randomUUID } from "node:crypto";
import { kindAt, type Mix } from "../arrivals.ts";
import { type LoadPair, loadPair } from "../programme/large-programme.ts";
import type { Call } from "../sender.ts";

/** What the pages ask for, and how often among ten. */
const mix = { home: 5, journal: 2, goals: 2, write: 1 } as const satisfies Mix<string>;

/** Someone whose token was fetched ahead. */
export interface Asker {
  readonly pair: LoadPair;
  readonly personId: string;
  readonly token: string;
}

/** As whom people ask: one of each pair, taken from all over the programme. */
export function askersAmong(pairs: number, count: number): readonly Omit<Asker, "token">[] {
  const many = Math.min(count, pairs);
  return Array.from({ length: many }, (_, at) => {
    const pair = loadPair(Math.floor((at * pairs) / many));
    return { pair, personId: pair.members[at % 2 === 0 ? 0 : 1] };
  });
}

/** The requests to the product by their number: the mix of a day, each by another person than the one before. */
export function productCalls(askers: readonly Asker[]): (number: number) => Call {
  const settled = new Set<string>();
  return (number) => {
    const { pair, token } = askerAt(askers, number);
    const headers = { authorization: `Bearer ${token}` };
    const kind = kindAt(mix, number);
    if (kind !== "write") return { kind, method: "GET", path: pathOf(kind, pair), headers };
    // Every other write is an entry; between them a goal is settled, and opened again when its turn comes once more.
    if (Math.floor(number / 10) % 2 === 0)
      return post("write entry", `/api/pairs/${pair.id}/journal`, headers, entryOf(number));
    const isSettled = settled.delete(pair.goalId) || !settled.add(pair.goalId);
    return post("settle goal", `/api/goals/${pair.goalId}/state`, headers, { state: isSettled ? "open" : "done" });
  };
}

/** The same reads to the bare server, which is told the person and asks for no proof; the writes are left out. */
export function bareCalls(askers: readonly Asker[]): (number: number) => Call | null {
  return (number) => {
    const { pair, personId } = askerAt(askers, number);
    const kind = kindAt(mix, number);
    return kind === "write"
      ? null
      : { kind, method: "GET", path: pathOf(kind, pair), headers: { "x-person": personId } };
  };
}

function askerAt(askers: readonly Asker[], number: number): Asker {
  // Multiples of the golden ratio spread over everybody, whatever part of the numbers is looked at.
  const asker = askers[Math.floor(((number * goldenRatio) % 1) * askers.length)];
  if (!asker) throw new Error("Nobody is there to ask.");
  return asker;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

const pathOf = (kind: "home" | "journal" | "goals", { id }: LoadPair): string =>
  kind === "home" ? "/api/home" : `/api/pairs/${id}/${kind}`;

const post = (kind: string, path: string, headers: Readonly<Record<string, string>>, body: unknown): Call => ({
  kind,
  method: "POST",
  path,
  headers: { ...headers, "content-type": "application/json" },
  body: JSON.stringify(body),
});

const entryOf = (number: number) => ({
  id: randomUUID(),
  text: `Number ${number}: I asked first and answered second, and heard something that I would have talked over.`,
  audience: "only-me",
  sessionNumber: null,
});
