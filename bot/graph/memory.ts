/** Remembers what changes seldom. */
export interface Memory<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
}

/** More than any cohort has people. */
const most = 20_000;

/** Keeps each value for so many milliseconds; when it is full the oldest go first. `now` is in epoch milliseconds. */
export function rememberFor<Value>(keptMs: number, now: () => number): Memory<Value> {
  const kept = new Map<string, { readonly until: number; readonly value: Value }>();
  return {
    get(key) {
      const found = kept.get(key);
      return found && now() < found.until ? found.value : undefined;
    },
    set(key, value) {
      kept.delete(key);
      const [oldest] = kept.size >= most ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(key, { until: now() + keptMs, value });
    },
  };
}
