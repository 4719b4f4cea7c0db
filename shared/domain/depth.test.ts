import { expect, it } from "vitest";
import { askableDepth, deepestAfter, openDepth } from "./depth.ts";

it("[PROMPT-18] is two from the start, whatever was said", () => {
  for (const ready of [1, 2, 3, 4] as const) for (const held of [0, 1]) expect(openDepth({ held, ready })).toBe(2);
});

it("[PROMPT-18] opens three after two sessions and four after three, once all have said so", () => {
  expect([2, 3].map((held) => openDepth({ held, ready: 2 }))).toEqual([2, 2]);
  expect([2, 3].map((held) => openDepth({ held, ready: 3 }))).toEqual([3, 3]);
  expect([2, 3, 9].map((held) => openDepth({ held, ready: 4 }))).toEqual([3, 4, 4]);
});

it("[PROMPT-18] asks about the next depth only, and only when it may open", () => {
  expect([0, 1, 2, 3].map((held) => askableDepth({ held, mine: 2 }))).toEqual([null, null, 3, 3]);
  expect([0, 1, 2, 3].map((held) => askableDepth({ held, mine: 1 }))).toEqual([null, null, 3, 3]);
  expect([2, 3].map((held) => askableDepth({ held, mine: 3 }))).toEqual([null, 4]);
  expect(askableDepth({ held: 9, mine: 4 })).toBeNull();
  expect([0, 1, 2, 3, 12].map(deepestAfter)).toEqual([2, 2, 3, 4, 4]);
});
