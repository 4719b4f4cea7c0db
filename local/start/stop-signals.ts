/**
 * A signal sent to npm reaches us more than once: from the terminal, and from each process above that passes it on.
 * Within this many milliseconds it counts as one.
 */
const sameKeystroke = 1000;

/** Calls `first` at the first Ctrl-C (or SIGTERM, or a closed terminal), and `again` at any that comes a second later. */
export function listenForStop(
  first: () => void,
  again: () => void,
  now: () => number = () => performance.now(),
): () => void {
  let firstAt: number | undefined;
  const heard = () => {
    if (firstAt === undefined) {
      firstAt = now();
      first();
    } else if (now() - firstAt > sameKeystroke) again();
  };
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) process.on(name, heard);
  return () => {
    for (const name of names) process.off(name, heard);
  };
}
