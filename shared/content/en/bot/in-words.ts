const small =
  "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A count in words up to ninety-nine ("no", "one", "sixty-five"), in figures beyond. */
export function inWords(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 99) return String(count);
  if (count < 20) return small[count] ?? String(count);
  const ten = tens[Math.floor(count / 10) - 2] ?? "";
  return count % 10 === 0 ? ten : `${ten}-${small[count % 10]}`;
}

/** The sentence with its first letter large. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Ben", "Ben and Chidi", "Ana, Ben and Chidi". */
export const named = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** "one pair", "14 pairs": figures from ten on. */
export const counted = (count: number, one: string, many: string): string =>
  `${count < 10 ? inWords(count) : count} ${count === 1 ? one : many}`;
