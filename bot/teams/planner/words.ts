import type { Language } from "../../../shared/content/intents.ts";
import { likeness } from "./likeness.ts";

/** A text as its telling words, each way of saying a thing folded into one; `slips` counts the words that were misspelt. */
export interface Said {
  readonly words: ReadonlySet<string>;
  readonly slips: number;
}

export interface WordReader {
  readonly read: (text: string) => Said;
  /** The words of the text that the language doesn't have, as they were written. */
  readonly strange: (text: string) => readonly string[];
}

/** A reader for one language: lower case, without marks, endings and courtesies, misspellings put right. */
export function wordReader(language: Language): WordReader {
  const vocabulary = vocabularyOf(language);
  const fold = folder(language.sameAs);
  const polite = new Set(language.courtesies);
  const read = (text: string): Said => {
    const written = plain(text).split(" ").filter(Boolean);
    const meant = written.map((word) => nearestWord(word, vocabulary));
    const all = fold(meant.join(" ")).split(" ").filter(Boolean).map(singular);
    const telling = all.filter((word) => !polite.has(word));
    return {
      words: new Set(telling.length > 0 ? telling : all),
      slips: meant.filter((word, at) => word !== written[at]).length,
    };
  };
  return {
    read,
    strange: (text) => (text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).filter((word) => isStrange(word, vocabulary)),
  };
}

/** Lower case without accents, apostrophes or punctuation: "Who’s next?" becomes "whos next". */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/['’‘`´]/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function vocabularyOf({ intents, sameAs, courtesies, fillers, roundWords }: Language): ReadonlySet<string> {
  const phrases = Object.values(intents).flatMap((intent) => intent.phrases);
  const all = [...phrases, ...Object.entries(sameAs).flat(2), ...courtesies, ...fillers, ...roundWords];
  return new Set(all.flatMap((text) => plain(text).split(" ")));
}

const isStrange = (word: string, vocabulary: ReadonlySet<string>): boolean =>
  plain(word)
    .split(" ")
    .some((part) => !vocabulary.has(part) && !vocabulary.has(singular(part)) && !/^\d+$/u.test(part));

/** The word itself when it is known, else the most alike of the known ones, else itself again. */
function nearestWord(word: string, vocabulary: ReadonlySet<string>): string {
  if (vocabulary.has(word) || vocabulary.has(singular(word))) return word;
  let near = { word, likeness: 0 };
  for (const known of vocabulary) {
    const found = likeness(word, known);
    if (found > near.likeness) near = { word: known, likeness: found };
  }
  return near.word;
}

function folder(sameAs: Language["sameAs"]): (text: string) => string {
  const meaning = new Map(Object.entries(sameAs).flatMap(([word, ways]) => ways.map((way) => [way, word] as const)));
  const longestFirst = [...meaning.keys()].toSorted((a, b) => b.length - a.length);
  const anyWay = new RegExp(`(?<= )(?:${longestFirst.join("|")})(?= )`, "gu");
  return (text) => ` ${text} `.replaceAll(anyWay, (way) => meaning.get(way) ?? way).trim();
}

const singular = (word: string): string => (word.length > 3 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word);
