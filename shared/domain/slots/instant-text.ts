/**
 * The moment that an ISO instant names, in epoch milliseconds.
 * @throws RangeError for what is no ISO instant.
 */
export const momentOf = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

/** A moment, in epoch milliseconds and on a whole second, as an ISO instant in UTC. */
export const textOf = (moment: number): string => new Date(moment).toISOString().replace(".000Z", "Z");
