import type { EdgeList } from "./edge-list.ts";

/**
 * What to add to all weights so that more edges always outweigh fewer.
 *
 * Fewer than n / 2 edges lose at most `high - low` each when a matching makes room for one more, which may itself be worth no more than `low`.
 */
export const liftFor = (n: number, { low, high }: Pick<EdgeList, "low" | "high">): number =>
  low > high ? 0 : Math.floor(n / 2) * (high - low) - low + 1;
