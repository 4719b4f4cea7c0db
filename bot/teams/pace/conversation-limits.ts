/** What Teams lets a bot say in one conversation: so many calls in so many milliseconds, all of them at once. */
const limits = [
  { calls: 7, ms: 1_000 },
  { calls: 8, ms: 2_000 },
  { calls: 60, ms: 30_000 },
  { calls: 1_800, ms: 3_600_000 },
] as const;

const longestMs = limits[limits.length - 1]?.ms ?? 0;

/** How often conversations that nothing was said in for long are forgotten, in milliseconds. */
const tidyMs = 60_000;

/** Keeps, in this process, when something was said in each conversation or may next be. `now` counts milliseconds and never runs back. */
export class ConversationLimits {
  readonly #now: () => number;
  /** Oldest first; the last ones may lie ahead. */
  readonly #calls = new Map<string, readonly number[]>();
  #tidiedAt: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#tidiedAt = now();
  }

  /** Counts an answer that goes out at once, whatever the limits say: somebody waits for it. */
  count(conversation: string): void {
    this.#keep(conversation, this.#now());
  }

  /** How long the next call would have to wait, in milliseconds; it takes no turn. */
  waitFor(conversation: string): number {
    return this.#next(conversation) - this.#now();
  }

  /** Takes the next turn to call. @returns how long to wait before, in milliseconds. */
  take(conversation: string): number {
    const at = this.#next(conversation);
    this.#keep(conversation, at);
    return at - this.#now();
  }

  /** How many conversations are remembered. */
  get size(): number {
    return this.#calls.size;
  }

  #next(conversation: string): number {
    const calls = this.#recent(conversation);
    const earliest = limits.map(({ calls: most, ms }) => (calls.at(-most) ?? Number.NEGATIVE_INFINITY) + ms);
    return Math.max(this.#now(), calls.at(-1) ?? 0, ...earliest);
  }

  #keep(conversation: string, at: number): void {
    this.#tidy();
    this.#calls.set(
      conversation,
      [...this.#recent(conversation), at].toSorted((a, b) => a - b),
    );
  }

  #recent(conversation: string): readonly number[] {
    const since = this.#now() - longestMs;
    const calls = this.#calls.get(conversation) ?? [];
    return (calls[0] ?? Number.POSITIVE_INFINITY) > since ? calls : calls.filter((at) => at > since);
  }

  #tidy(): void {
    const now = this.#now();
    if (now - this.#tidiedAt < tidyMs) return;
    this.#tidiedAt = now;
    for (const [conversation, calls] of this.#calls)
      if ((calls.at(-1) ?? 0) <= now - longestMs) this.#calls.delete(conversation);
  }
}
