import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intentIds, languageOf } from "../../../shared/content/intents.ts";
import { heldOut, nonsense, phrasings } from "../testing/phrasings.ts";
import { recogniser } from "./recognise.ts";

const language = languageOf("en-GB");
const { recognise } = recogniser(language);

describe.each(intentIds)("recognising %s", (intent) => {
  it("has at least twenty phrases and as many trial phrasings", () => {
    expect(language.intents[intent].phrases.length).toBeGreaterThanOrEqual(20);
    expect(new Set(phrasings[intent]).size).toBeGreaterThanOrEqual(20);
  });

  it.each(language.intents[intent].phrases)("knows its own phrase: %s", (phrase) => {
    expect(recognise(phrase).intent).toBe(intent);
  });

  it.each(phrasings[intent])("understands: %s", (text) => {
    expect(recognise(text).intent).toBe(intent);
  });
});

describe("words that no phrase was written for", () => {
  it.each(heldOut)("mean %s: %s", (intent, text) => {
    expect(recognise(text).intent).toBe(intent);
  });

  it.each(nonsense)("are not mistaken for something the bot can do: %s", (text) => {
    expect(recognise(text).intent).toBeNull();
  });
});

it.each(intentIds.filter((intent) => language.intents[intent].offer !== null))(
  "understands the offer that it makes: %s",
  (intent) => {
    expect(recognise(language.intents[intent].offer ?? "").intent).toBe(intent);
  },
);

it("puts the nearest wishes first", () => {
  expect(recognise("book a table for our next check-in dinner in Rome").nearest[0]).toBe("book-next-check-in");
});

it("gives the same text the same meaning, whatever the text", () => {
  const { recognise: another } = recogniser(language);
  const means = fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
    expect(recognise(text)).toEqual(another(text));
  });
  fc.assert(means, { numRuns: 30, seed: 1 });
});
