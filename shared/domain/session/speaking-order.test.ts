import { expect, it } from "vitest";
import { ana, ben, chidi } from "./session-fixture.ts";
import { speakingOrder } from "./speaking-order.ts";

const pair = { members: [ana, ben], opener: ben, round: 1, first: null };
const trio = { members: [ana, ben, chidi], opener: ben, round: 1, first: null };

it("[SESSION-4] begins with the opener, and in the second round with the next member", () => {
  expect(speakingOrder(pair)).toEqual([ben, ana]);
  expect(speakingOrder({ ...pair, round: 2 })).toEqual([ana, ben]);
});

it("[SESSION-4] goes round all three in a trio", () => {
  expect(speakingOrder(trio)).toEqual([ben, chidi, ana]);
  expect(speakingOrder({ ...trio, round: 2 })).toEqual([chidi, ana, ben]);
});

it("[SESSION-11] begins with whoever shares first, whoever opens", () => {
  expect(speakingOrder({ ...pair, first: ana })).toEqual([ana, ben]);
  expect(speakingOrder({ ...trio, first: chidi, round: 2 })).toEqual([chidi, ana, ben]);
});
