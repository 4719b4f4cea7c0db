/**
 * How alike two words are, from 0 to 1: the same, one slip of the finger apart (two in long words), or one the beginning of the other.
 * A slip of the finger leaves the first letter where it was, or swaps it with the second.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const shorter = Math.min(one.length, other.length);
  const longer = Math.max(one.length, other.length);
  if (shorter < 3 || longer < 4 || !beginsAlike(one, other) || /\d/u.test(one + other)) return 0;
  const most = shorter >= 7 ? 2 : 1;
  if (longer - shorter <= most && slipsBetween(one, other) <= most) return one.at(-1) === other.at(-1) ? 0.9 : 0.85;
  return shorter >= 5 && (one.startsWith(other) || other.startsWith(one)) ? 0.8 : 0;
}

const beginsAlike = (one: string, other: string): boolean =>
  one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);

/** The fewest letters added, left out, replaced or swapped with their neighbour that make one word into the other. */
export function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) row.push(cheapest(rows, row, one, other, i, j));
    rows.push(row);
  }
  return at(rows[one.length], other.length);
}

function cheapest(
  rows: readonly number[][],
  row: readonly number[],
  one: string,
  other: string,
  i: number,
  j: number,
): number {
  const same = one[i - 1] === other[j - 1] ? 0 : 1;
  const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
  return Math.min(
    at(rows[i - 1], j) + 1,
    at(row, j - 1) + 1,
    at(rows[i - 1], j - 1) + same,
    swapped ? at(rows[i - 2], j - 2) + 1 : Number.POSITIVE_INFINITY,
  );
}

const at = (row: readonly number[] | undefined, column: number): number => row?.[column] ?? Number.POSITIVE_INFINITY;
