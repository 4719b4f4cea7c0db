/**
 * The name after "with" that belongs to nobody here and is no word of the language: "Zoe" in "book a check-in with zoe".
 * @param strange - the words of the text that the language doesn't have, as written.
 */
export function findStranger(text: string, strange: readonly string[]): string | null {
  const name = text.match(/\bwith\s+([\p{L}\p{M}'’-]+)/iu)?.[1]?.replace(/['’]s$/u, "");
  if (name === undefined || !strange.some((word) => word.replace(/['’]s$/u, "") === name)) return null;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
