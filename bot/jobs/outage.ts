/**
 * Says an outage once and then at most every `ms`, with how many troubles came since the last time: what fails every second would bury
 * everything else in the log.
 *
 * @param now - epoch milliseconds.
 */
export function sayAtMostEvery(
  ms: number,
  now: () => number,
  say: (err: unknown, count: number) => void,
): (err: unknown) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (err) => {
    count += 1;
    if (now() - saidAt < ms) return;
    say(err, count);
    saidAt = now();
    count = 0;
  };
}
