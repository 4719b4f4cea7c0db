/**
 * When each of so many requests is meant to be sent, in milliseconds from the start: evenly, and whether or not earlier ones have been
 * answered.
 *
 * @param rate - a second.
 */
export function arrivals(rate: number, count: number): readonly number[] {
  if (!(rate > 0 && count >= 0)) throw new RangeError("A rate is above nothing, and a count isn't below it.");
  return Array.from({ length: count }, (_, at) => (at * 1000) / rate);
}

/** How many of a kind among how many requests. */
export type Mix<Kind extends string> = Readonly<Record<Kind, number>>;

/**
 * The kind of the request with this number: over every full turn of the mix each kind comes exactly as often as it should, as evenly
 * spread as whole numbers allow.
 */
export function kindAt<Kind extends string>(mix: Mix<Kind>, number: number): Kind {
  const shares = Object.entries<number>(mix) as [Kind, number][];
  const turn = shares.reduce((sum, [, share]) => sum + share, 0);
  const served = new Map<Kind, number>();
  for (let at = 0; ; at += 1) {
    const behind = ([kind, share]: [Kind, number]) => (share * (at + 1)) / turn - (served.get(kind) ?? 0);
    const [kind] = shares.reduce((most, one) => (behind(one) > behind(most) ? one : most));
    if (at === number % turn) return kind;
    served.set(kind, (served.get(kind) ?? 0) + 1);
  }
}

/** What a schedule is followed by, so that a test can hold time still. Milliseconds. */
export interface Time {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * Calls `send` for every arrival with the moment it was meant for, on the clock of `time`. A call is never waited for, and one that is
 * late is made at once with the moment it should have had: whoever measures from that moment counts the waiting too.
 *
 * @returns the moment the schedule started.
 */
export async function follow(
  due: readonly number[],
  send: (meant: number, number: number) => void,
  time: Time,
): Promise<number> {
  const start = time.now();
  for (const [number, offset] of due.entries()) {
    const meant = start + offset;
    // A timer may wake up to a millisecond before its time.
    for (let early = meant - time.now(); early > 0; early = meant - time.now()) await time.sleep(early);
    send(meant, number);
  }
  return start;
}
