/** What some work came to, and how long it took. */
export interface Timed<Result> {
  readonly result: Result;
  readonly milliseconds: number;
  /** What it took of processors, those of the engine's own helpers included: it depends far less on who else uses the machine. */
  readonly processor: number;
}

export function timed<Result>(work: () => Result): Timed<Result> {
  const before = process.cpuUsage();
  const started = performance.now();
  const result = work();
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds, processor: (user + system) / 1000 };
}
