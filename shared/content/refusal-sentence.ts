import { refusalSentences as en } from "./en/refusals.ts";

const byLanguage: Readonly<Record<string, typeof en>> = { en };

/** The sentence for a refusal in the reader's language; English where the language is not there. */
export function refusalSentence(refusal: keyof typeof en, locale: string): string {
  return (byLanguage[locale.slice(0, 2)] ?? en)[refusal];
}
