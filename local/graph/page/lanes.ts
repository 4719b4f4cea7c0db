/** Something that takes time, in minutes from its day's midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a stretch stands among those that overlap it: lane `lane` of `lanes`, from 0. */
export interface Placed<T> {
  readonly item: T;
  readonly lane: number;
  readonly lanes: number;
}

/** Places overlapping stretches side by side, each in the first lane that is free. */
export function placeInLanes<T extends Stretch>(stretches: readonly T[]): Placed<T>[] {
  const sorted = stretches.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const placed: Placed<T>[] = [];
  let cluster: { item: T; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    placed.push(...cluster.map((one) => ({ ...one, lanes: ends.length })));
    cluster = [];
    ends = [];
  };
  for (const item of sorted) {
    if (ends.every((end) => end <= item.from)) close();
    const free = ends.findIndex((end) => end <= item.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = item.to;
    cluster.push({ item, lane });
  }
  close();
  return placed;
}
