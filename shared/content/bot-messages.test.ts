import { describe, expect, it } from "vitest";
import { botMessages } from "./bot-messages.ts";
import { counted, inWords, named } from "./en/bot/in-words.ts";

/** Every sentence the bot has, with plain stand-ins where it takes arguments. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(sentences);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(sentences);
  if (typeof value !== "function") return [];
  return [String(value)];
}

describe("what the bot says", () => {
  const all = sentences(botMessages("en-GB"));

  it("is plain: no long dashes, no shouting", () => {
    for (const one of all) expect(one).not.toMatch(/—|–|!/);
  });

  it("names people instead of using pronouns", () => {
    for (const one of all) expect(one).not.toMatch(/\b(he|she|his|hers|him|mentee|a mentor)\b/i);
  });

  it("is English for a reader whose language is not there", () => {
    expect(botMessages("xx-YY")).toBe(botMessages("en"));
  });
});

it.each([
  [0, "no"],
  [4, "four"],
  [13, "thirteen"],
  [60, "sixty"],
  [75, "seventy-five"],
  [100, "100"],
])("%i in words is %s", (count, words) => {
  expect(inWords(count)).toBe(words);
});

it("joins names as they are said", () => {
  expect(named(["Ben"])).toBe("Ben");
  expect(named(["Ben", "Chidi"])).toBe("Ben and Chidi");
  expect(named(["Ana", "Ben", "Chidi"])).toBe("Ana, Ben and Chidi");
  expect(counted(1, "pair", "pairs")).toBe("one pair");
  expect(counted(12, "pair", "pairs")).toBe("12 pairs");
});
