/** Work that has been begun and not been waited for. */
export interface Gathering<T> {
  readonly add: (work: Promise<T>) => void;
  /** Waits for all of it, so that nothing goes on any more once a failure is told. @throws with the first failure and their number. */
  readonly all: () => Promise<readonly T[]>;
}

/** Gathers work, so that what fails before it is waited for does not end the process. */
export function gather<T>(): Gathering<T> {
  const begun: Promise<T>[] = [];
  return {
    add: (work) => {
      work.catch(() => {});
      begun.push(work);
    },
    all: async () => {
      const settled = await Promise.allSettled(begun);
      const failed = settled.filter((one) => one.status === "rejected");
      const [first] = failed;
      if (first) throw new Error(`${failed.length} of ${settled.length} went wrong, first: ${wordsOf(first.reason)}`);
      return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    },
  };
}

const wordsOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
