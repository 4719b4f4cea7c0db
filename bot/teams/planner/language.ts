import { type IntentId, languageOf } from "../../../shared/content/intents.ts";
import { type WishReader, wishReader } from "./read-wish.ts";

const readers = new Map<object, WishReader>();

/** The reader of wishes for a locale; each language is prepared once. */
export function wishReaderFor(locale: string): WishReader {
  const language = languageOf(locale);
  const reader = readers.get(language) ?? wishReader(language);
  readers.set(language, reader);
  return reader;
}

/** The words on the button that offers an intent; understood when they are said. */
export function offerOf(intent: IntentId, locale: string): string {
  const { offer } = languageOf(locale).intents[intent];
  if (offer === null) throw new Error(`Nothing offers ${intent}.`);
  return offer;
}

/** Whether an intent has a button of its own. */
export const isOffered = (intent: IntentId, locale: string): boolean =>
  languageOf(locale).intents[intent].offer !== null;
