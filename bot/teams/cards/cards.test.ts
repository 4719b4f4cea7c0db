import { describe, expect, it } from "vitest";
import { newsKinds } from "../../../shared/domain/news.ts";
import { about, everyCard, links, overview } from "../testing/every-card.ts";
import { ana, booked, cohortId } from "../testing/people.ts";
import { inLondon } from "../testing/readers.ts";
import { mostBytes } from "../wire/message.ts";
import { card, title } from "./card.ts";
import { overviewCard } from "./cohort-cards.ts";
import { newsCard } from "./news-card.ts";

interface Element {
  readonly type?: string;
  readonly title?: string;
  readonly fallback?: { readonly type: string; readonly data: { readonly verb: string } };
  readonly verb?: string;
  readonly [property: string]: unknown;
}

/** Every object in the card, however deep. */
function parts(value: unknown): readonly Element[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (typeof value !== "object" || value === null) return [];
  return [value as Element, ...Object.values(value).flatMap(parts)];
}

/** What stands in the card to be read. */
const written = (drawn: unknown): readonly string[] =>
  parts(drawn).flatMap(({ type, text }) => (type === "TextBlock" ? [String(text)] : []));

const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N} ]/gu, "").toLowerCase();

describe.each(Object.entries(everyCard))("the card %s", (name, drawn) => {
  it("is an Adaptive Card 1.5 that every client takes", () => {
    expect(drawn).toMatchObject({ type: "AdaptiveCard", version: "1.5" });
    expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThan(mostBytes);
  });

  it("[BOT-7] says all of it in plain words too", () => {
    expect(drawn.fallbackText).toMatch(/\S{3}/);
    expect(drawn.speak).toBe(drawn.fallbackText);
    expect(drawn.fallbackText).not.toMatch(/undefined|null|NaN|\[object| ,|\.\.|—|–|!/);
    // Rows of times and figures are said in full rather than as they are drawn.
    if (/slots|overview|quiet/.test(name)) return;
    for (const text of written(drawn.body)) expect(bare(drawn.fallbackText)).toContain(bare(text).trim());
  });

  it("has at most three actions, each with a label and a way for phones", () => {
    expect(drawn.actions?.length ?? 0).toBeLessThanOrEqual(3);
    const actions = parts(drawn).filter(({ type }) => type?.startsWith("Action."));
    for (const { type, title: label, verb, fallback } of actions) {
      if (type === "Action.Submit") continue;
      expect(label).toMatch(/\w/);
      if (type === "Action.Execute") expect(fallback).toMatchObject({ type: "Action.Submit", data: { verb } });
    }
  });

  it("names people instead of using pronouns, and casts neither as mentor", () => {
    expect(drawn.fallbackText).not.toMatch(/\b(he|she|his|hers|him|her|mentor|mentee)\b/i);
  });
});

it.each(newsKinds)("[BOT-10] tells the news %s in the same words to both, each on their own clock", (kind) => {
  const drawn = newsCard(about(booked), { kind, by: ana.id, was: null }, links, inLondon);
  const asBen = { checkIn: booked, me: about(booked).partners[0] ?? ana, partners: [ana] };
  const bens = newsCard(asBen, { kind, by: ana.id, was: null }, links, inLondon);
  expect(sameFor(bens.fallbackText)).toBe(sameFor(drawn.fallbackText));
  expect(bens.actions).toEqual(drawn.actions);
});

/** The words without whom it is with and the other's clock, which have to differ. */
const sameFor = (words: string) => words.replaceAll(/with (?:Ana|Ben)|\d\d:\d\d for (?:Ana|Ben)\.\s/g, "");

describe("the overview", () => {
  it("shows counts, and leads to names only where some are quiet", () => {
    expect(everyCard["overview"]?.fallbackText).toContain(
      "Pairs formed: 14. Sessions held: 33. Met in the last six weeks: 9.",
    );
    expect(everyCard["overview"]?.actions).toMatchObject([{ verb: "see-quiet-pairs", data: { cohortId } }]);
    expect(overviewCard({ ...overview, recent: { ...overview.recent, quiet: 0 } }, inLondon).actions).toBeUndefined();
  });

  it("says so where the cohort is too small for more than two figures", () => {
    expect(everyCard["overview of few"]?.fallbackText).toBe(
      "Spring 2027. Pairs formed: 14. Sessions held: 33. Too few to show safely: below eight people or five pairs, other figures could point at someone.",
    );
  });

  it("names quiet pairs without a cause, and no more than can be read", () => {
    const words = everyCard["quiet pairs"]?.fallbackText ?? "";
    expect(words).toContain("Ana 0 Moreau and Ben 0 Okafor; ");
    expect(words).toContain("and 50 pairs more");
  });
});

it("[BOT-5] refuses a fourth action and keeps names from being read as formatting", () => {
  const button = { type: "Action.OpenUrl", title: "A", url: "https://example.com" };
  expect(() => card({ locale: "en", words: "w", body: [], actions: [button, button, button, button] })).toThrow(
    /at most 3/,
  );
  expect(title("[Ben](https://example.com) *O*")["text"]).toBe("\\[Ben\\](https://example.com) \\*O\\*");
});
