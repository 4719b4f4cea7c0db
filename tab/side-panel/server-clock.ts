/** One look at the server's clock. All in epoch milliseconds. */
export interface ClockSample {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly server: number;
}

/** How many samples are taken, and how often anew, in milliseconds. */
export const clockTimes = { samples: 5, again: 600_000 } as const;

/** How far the server's clock is ahead of this one, in milliseconds, by the sample that was answered soonest; `null` without any. */
export function offsetOf(samples: readonly ClockSample[]): number | null {
  const [best] = samples.toSorted((one, other) => roundTrip(one) - roundTrip(other));
  return best ? best.server - (best.askedAt + best.answeredAt) / 2 : null;
}

const roundTrip = ({ askedAt, answeredAt }: ClockSample): number => answeredAt - askedAt;

/** Takes the samples one after the other; one that fails is left out. `ask` answers the server's ISO instant, or `null`. */
export async function measureOffset(ask: () => Promise<string | null>, now = Date.now): Promise<number | null> {
  const samples: ClockSample[] = [];
  for (let taken = 0; taken < clockTimes.samples; taken += 1) {
    const askedAt = now();
    const told = await ask();
    if (told !== null) samples.push({ askedAt, answeredAt: now(), server: Date.parse(told) });
  }
  return offsetOf(samples);
}

/** How much of a turn has passed, from 0 to 1. Times in epoch milliseconds, `seconds` is how long the turn is meant to be. */
export function turnPart(since: number, seconds: number, now: number): number {
  return seconds <= 0 ? 1 : Math.min(Math.max((now - since) / (seconds * 1000), 0), 1);
}
