import { arrivals, follow } from "../arrivals.ts";
import { gather } from "../gather.ts";
import { spreadOf } from "../percentiles.ts";
import { clock } from "../sender.ts";
import type { Talk } from "./talk.ts";

/** How a stretch of talking went. */
export interface Talked {
  /** From each moment that something was meant to be done until the other partner saw it, in milliseconds. */
  readonly latencies: readonly number[];
  /** How much later than meant things were begun, 99 of 100 times, in milliseconds: the sender's own share. */
  readonly late: number;
  /** How long it took, in seconds. */
  readonly seconds: number;
}

/** Before anything counts everybody talks at these shares of the rate, for a few seconds each: a server that has just started plans what it has never done. */
const warmUps = [0.3, 0.6, 1] as const;
const warmUpSeconds = 4;

/** Lets the talks go on one after another, faster and faster until they come at this rate (a second) over all. */
export async function warmUp(talks: readonly Talk[], rate: number): Promise<void> {
  for (const share of warmUps) await converse(talks, rate * share, warmUpSeconds);
}

/** Lets the talks go on one after another, at this rate (a second) over all. @throws when anything was refused or not seen. */
export async function converse(talks: readonly Talk[], rate: number, seconds: number): Promise<Talked> {
  const work = gather<number>();
  const lags: number[] = [];
  const give = (meant: number, number: number) => {
    lags.push(performance.now() - meant);
    const talk = talks[number % talks.length];
    if (talk) work.add(talk.give(meant));
  };
  const began = performance.now();
  await follow(arrivals(rate, Math.ceil(rate * seconds)), give, clock);
  const latencies = await work.all();
  return { latencies, late: spreadOf(lags).p99, seconds: (performance.now() - began) / 1000 };
}
