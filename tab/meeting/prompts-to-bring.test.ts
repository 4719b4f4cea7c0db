import { expect, it } from "vitest";
import type { PreparationView } from "../../shared/contract/session-words.ts";
import { promptsToBring } from "./prompts-to-bring.ts";

const prompt = (id: string) => ({ id }) as PreparationView["suggestions"][number];
const listed = (favourites: string[], suggestions: string[], brought: string | null) => {
  const view = {
    favourites: favourites.map(prompt),
    suggestions: suggestions.map(prompt),
    brought: brought && prompt(brought),
  };
  const found = promptsToBring(view as PreparationView);
  return [found.favourites.map(({ id }) => id), found.suggestions.map(({ id }) => id)];
};

it("offers each prompt to bring once, favourites first, and few suggestions", () => {
  expect(listed(["a"], ["a", "b", "c", "d", "e", "f"], null)).toEqual([["a"], ["b", "c", "d", "e"]]);
});

it("always shows what is brought already, so that it can be left", () => {
  expect(listed([], ["b"], "z")).toEqual([[], ["z", "b"]]);
  expect(listed(["a"], ["b"], "a")).toEqual([["a"], ["b"]]);
});
