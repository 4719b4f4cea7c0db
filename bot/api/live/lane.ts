/** Lets at most so many works go on at once; the others wait their turn in the order in which they came. */
export type Lane = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** @param width - how many at once, at least one. */
export function openLane(width: number): Lane {
  const waiting: (() => void)[] = [];
  let going = 0;
  return async (work) => {
    if (going === width) await new Promise<void>((resolve) => waiting.push(resolve));
    else going += 1;
    try {
      return await work();
    } finally {
      // The place passes on to whoever waits.
      const next = waiting.shift();
      if (next) next();
      else going -= 1;
    }
  };
}
