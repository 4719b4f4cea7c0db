/** What has to be undone, in the opposite order: each world adds as it starts something. */
export interface Closers {
  readonly add: (close: () => Promise<void>) => void;
  /** Undoes everything added so far. Called again it undoes only what was added since; a failure does not stop the rest. */
  readonly close: () => Promise<void>;
}

/** An empty stack of things to undo. */
export function openClosers(): Closers {
  const stack: (() => Promise<void>)[] = [];
  let closing: Promise<void> = Promise.resolve();
  const closeAll = async () => {
    const failures: unknown[] = [];
    for (let next = stack.pop(); next; next = stack.pop()) {
      await next().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
  };
  return {
    add: (close) => stack.push(close),
    close: () => {
      closing = closing.then(closeAll);
      return closing;
    },
  };
}
