import { readingGrade } from "../../../shared/content/prompts-reading-level.ts";
import {
  fitsEverybody,
  noDemandOfIdentity,
  plainEnglish,
  type WordingRule,
} from "../../../shared/content/prompts-wording.ts";
import type { PromptWords } from "../../../shared/contract/prompts.ts";
import type { PromptKind } from "../../../shared/domain/prompt.ts";
import { sentWords } from "./prompt-words.ts";

/** Where a hint points: the prompt, its lighter twin, or one of its questions, from 0. */
export type Place = "text" | "lighter" | number;

/** What might be worth another look. Never a refusal. */
export type Hint =
  | { readonly kind: "word"; readonly place: Place; readonly found: string; readonly why: string }
  | { readonly kind: "one-way"; readonly place: Place; readonly found: string }
  | { readonly kind: "long"; readonly place: Place; readonly most: number }
  | { readonly kind: "ending" | "question"; readonly place: Place }
  | { readonly kind: "minutes"; readonly least: number; readonly most: number }
  | { readonly kind: "reading" | "few-follow-ups" | "same-lighter" | "longer-lighter" | "many-topics" };

/** What the built-in prompts keep to, by kind: minutes, and characters of the text. */
const usual: Readonly<Record<PromptKind, { readonly minutes: readonly [number, number]; readonly text: number }>> = {
  opener: { minutes: [5, 8], text: 115 },
  core: { minutes: [10, 12], text: 115 },
  longer: { minutes: [15, 15], text: 115 },
  exercise: { minutes: [9, 12], text: 160 },
};
const usualFollowUp = 70;
const usualTopics = 2;
/** Grade of reading, and the fewest words that one can be told from. */
const reading = { grade: 6, words: 20 } as const;

/** What speaks about one of the two only, outside quoted words. */
const oneWay = /\b(I|me|my|mine|myself)\b/;

/** Hints about words that are being written, by the rules that the built-in prompts keep to. */
export function hintsFor(words: PromptWords): readonly Hint[] {
  const sent = sentWords(words);
  return [...aboutLines(sent), ...aboutTwin(sent), ...aboutWhole(sent)];
}

function aboutLines({ text, lighter, followUps, kind }: PromptWords): readonly Hint[] {
  const lines: readonly (readonly [Place, string, number])[] = [
    ["text", text, usual[kind].text],
    ...followUps.map((question, at) => [at, question, usualFollowUp] as const),
    ["lighter", lighter, usual[kind].text],
  ];
  return lines.filter(([, line]) => line !== "").flatMap(([place, line, most]) => aboutLine(place, line, most));
}

function aboutLine(place: Place, line: string, most: number): readonly Hint[] {
  const said = plain(line);
  const isQuestion = typeof place === "number";
  const found = isQuestion ? null : oneWay.exec(said.replace(/"[^"]*"/g, ""));
  return [
    ...wordHints(place, said),
    ...(found ? [{ kind: "one-way", place, found: found[0] } as const] : []),
    ...(line.length > most ? [{ kind: "long", place, most } as const] : []),
    ...(isQuestion && !said.endsWith("?") ? [{ kind: "question", place } as const] : []),
    ...(!isQuestion && !/[.?]$/.test(said) ? [{ kind: "ending", place } as const] : []),
  ];
}

const wordHints = (place: Place, line: string): readonly Hint[] =>
  [...noDemandOfIdentity, ...fitsEverybody, ...plainEnglish].flatMap((rule) => wordHint(place, line, rule));

function wordHint(place: Place, line: string, { why, never }: WordingRule): readonly Hint[] {
  const found = never.exec(line)?.[0].trim();
  return found ? [{ kind: "word", place, found, why }] : [];
}

/** The line without what typing tools put in: curly quotes, long dashes, doubled spaces. How it is typeset is no hint's business. */
const plain = (line: string): string =>
  line
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s*[–—]\s*/g, ", ")
    .replace(/\s+/g, " ");

function aboutTwin({ text, lighter }: PromptWords): readonly Hint[] {
  if (text === "" || lighter === "") return [];
  if (text.toLowerCase() === lighter.toLowerCase()) return [{ kind: "same-lighter" }];
  return lighter.length > text.length + 15 ? [{ kind: "longer-lighter" }] : [];
}

function aboutWhole({ text, followUps, kind, minutes, labels }: PromptWords): readonly Hint[] {
  const [least, most] = usual[kind].minutes;
  const all = [text, ...followUps].join(" ");
  const isEnough = (all.match(/[\p{L}'’]+/gu) ?? []).length >= reading.words;
  return [
    ...(isEnough && readingGrade(all) > reading.grade ? [{ kind: "reading" } as const] : []),
    ...(followUps.length === 1 ? [{ kind: "few-follow-ups" } as const] : []),
    ...(minutes < least || minutes > most ? [{ kind: "minutes", least, most } as const] : []),
    ...(labels.length > usualTopics ? [{ kind: "many-topics" } as const] : []),
  ];
}
