/**
 * The smallest sample that at least `percent` per cent of all samples do not exceed (nearest rank): always one that was measured, never
 * one in between.
 *
 * @param samples - in any order.
 * @param percent - above 0, at most 100.
 */
export function percentile(samples: readonly number[], percent: number): number {
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`There is no percentile ${percent}.`);
  const sorted = Float64Array.from(samples).sort();
  const rank = Math.ceil((percent * sorted.length) / 100);
  const found = sorted[rank - 1];
  if (found === undefined) throw new RangeError("Without samples there are no percentiles.");
  return found;
}

/** Half of the samples and all but a hundredth of them lie at or below these; `max` is the worst. In the samples' own unit. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Sums samples up. */
export const spreadOf = (samples: readonly number[]): Spread => ({
  p50: percentile(samples, 50),
  p99: percentile(samples, 99),
  max: percentile(samples, 100),
});
