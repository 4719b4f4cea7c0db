import type { LengthWords } from "../../../shared/content/intents.ts";
import { plain } from "./words.ts";

/** A length that somebody named, in minutes, and the text with a stand-in for it. */
export interface FoundLength {
  readonly minutes: number;
  readonly rest: string;
}

/** The first length named in the text: "45 minutes", "1.5 hours", "half an hour". Moments such as "in ten minutes" are none. */
export function findLength(text: string, words: LengthWords, standIn: string): FoundLength | null {
  return counted(text, words, standIn) ?? whole(text, words, standIn);
}

function counted(text: string, { units, notAfter }: LengthWords, standIn: string): FoundLength | null {
  const unit = Object.keys(units).join("|");
  const pattern = new RegExp(
    String.raw`(?:(?<![\p{L}-])(?<before>\p{L}+))?\s*(?<![\p{L}\p{N}.,-])(?<number>-?\d+(?:[.,]\d+)?)[\s-]*(?<unit>${unit})\b`,
    "iu",
  );
  const found = text.match(pattern);
  const { before = "", number = "", unit: named = "" } = found?.groups ?? {};
  const each = units[named.toLowerCase()];
  if (!found || each === undefined || notAfter.includes(plain(before))) return null;
  const rest = text.replace(found[0], `${before} ${standIn}`);
  return { minutes: Number(number.replace(",", ".")) * each, rest };
}

function whole(text: string, { whole: known, notAfter, beside }: LengthWords, standIn: string): FoundLength | null {
  const said = ` ${plain(text)} `;
  if (!beside.some((word) => said.includes(` ${word} `))) return null;
  for (const [words, minutes] of Object.entries(known)) {
    const at = said.indexOf(` ${words} `);
    if (at < 0 || notAfter.includes(said.slice(0, at).trim().split(" ").at(-1) ?? "")) continue;
    return { minutes, rest: said.replace(` ${words} `, ` ${standIn} `).trim() };
  }
  return null;
}
