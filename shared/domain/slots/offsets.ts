/** From this moment on, clocks are ahead of UTC by `offset`; both in milliseconds. */
export interface OffsetSince {
  readonly since: number;
  readonly offset: number;
}

/** What a zone's clocks show over some stretch of time, in order; the first holds for whatever was before. */
export type Offsets = readonly OffsetSince[];

/** What a clock shows at a moment, in milliseconds, as if it were in UTC: its date is `floor(clock / day)`. */
export function clockAt(offsets: Offsets, at: number): number {
  let offset = offsets[0]?.offset ?? 0;
  for (const one of offsets) if (one.since <= at) offset = one.offset;
  return at + offset;
}

/**
 * The first moment at which the clock shows at least this: of an hour that comes twice the first, of an hour that is skipped the moment of
 * the skip.
 */
export function momentAt(offsets: Offsets, clock: number): number {
  for (const [at, { since, offset }] of offsets.entries()) {
    const next = offsets[at + 1];
    if (next && clock >= next.since + offset) continue;
    return at === 0 ? clock - offset : Math.max(since, clock - offset);
  }
  return clock;
}
