/** Teams' published limits for one bot in one conversation: so many calls within so many milliseconds. */
export const teamsLimits: readonly (readonly [calls: number, withinMs: number])[] = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
];

/** Counts calls per conversation over sliding windows. */
export class Limits {
  readonly #calls = new Map<string, number[]>();

  /**
   * Counts one call, unless it would pass a limit.
   *
   * @param now - milliseconds.
   * @returns undefined when the call may go on, else the seconds to wait, rounded up.
   */
  take(conversationId: string, now: number): number | undefined {
    const longest = Math.max(...teamsLimits.map(([, withinMs]) => withinMs));
    const calls = (this.#calls.get(conversationId) ?? []).filter((at) => at > now - longest);
    this.#calls.set(conversationId, calls);
    const waits = teamsLimits.map(([most, withinMs]) => {
      const first = calls.at(-most);
      return first !== undefined && first > now - withinMs ? first + withinMs - now : 0;
    });
    const wait = Math.max(...waits);
    if (wait > 0) return Math.ceil(wait / 1_000);
    calls.push(now);
    return undefined;
  }
}
