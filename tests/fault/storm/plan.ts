import { type Dice, rollDice } from "./dice.ts";
import { drawTrouble, type IntentKind, type Trouble } from "./trouble.ts";

/** One thing that a pair wants, and what goes wrong meanwhile. */
export interface Intent {
  /** Counted from 1. */
  readonly number: number;
  /** Which pair, from 0. They take turns. */
  readonly pair: number;
  readonly kind: IntentKind;
  /** Which of the two asks, 0 or 1. What is done in Outlook its organiser does. */
  readonly by: number;
  /** Which of the offered times is taken. */
  readonly choice: number;
  /** After how many milliseconds second thoughts come. */
  readonly laterMs: number;
  /** How long it is to be, in minutes, once this is done; `null` where nothing is left. */
  readonly minutes: number | null;
  readonly trouble: Trouble;
}

/** What a plan is drawn from: the same gives the same plan, and more intents begin with the same ones. */
export interface PlanOptions {
  readonly seed: number;
  readonly count: number;
  readonly pairs: number;
}

/** How long a check-in is when it is booked, and which other lengths are asked for. */
const usualMinutes = 60;
const otherMinutes = [30, 45, 75, 90];

/** A storm of intents, of each pair in turn. Who has nothing in the calendars books; the others move, change and cancel. */
export function planStorm({ seed, count, pairs }: PlanOptions): readonly Intent[] {
  const dice = rollDice(seed);
  const standing: (number | null)[] = Array.from({ length: pairs }, () => null);
  const intents: Intent[] = [];
  for (let number = 1; number <= count; number += 1) {
    const pair = (number - 1) % pairs;
    const intent = draw(dice, number, pair, standing[pair] ?? null);
    standing[pair] = intent.minutes;
    intents.push(intent);
  }
  return intents;
}

function draw(dice: Dice, number: number, pair: number, minutes: number | null): Intent {
  const kind = dice.weighted<IntentKind>(minutes === null ? fromNothing : fromStanding);
  return {
    number,
    pair,
    kind,
    by: dice.below(2),
    choice: dice.below(3),
    laterMs: dice.below(400),
    minutes: lengthAfter(dice, kind, minutes),
    trouble: drawTrouble(dice, kind),
  };
}

const fromNothing = [
  [5, "booking"],
  [1, "second-thoughts"],
] as const satisfies readonly (readonly [number, IntentKind])[];

const fromStanding = [
  [4, "move"],
  [2, "length"],
  [4, "cancellation"],
] as const satisfies readonly (readonly [number, IntentKind])[];

function lengthAfter(dice: Dice, kind: IntentKind, minutes: number | null): number | null {
  if (kind === "cancellation" || kind === "second-thoughts") return null;
  if (kind === "booking") return usualMinutes;
  return kind === "length" ? dice.oneOf(otherMinutes.filter((one) => one !== minutes)) : minutes;
}

/** Whether it begins with a booking. */
export const isBooking = ({ kind }: Pick<Intent, "kind">): boolean => kind === "booking" || kind === "second-thoughts";

/** Whether the pair does it in Outlook itself: lost notices say nothing about what we did ourselves. */
export const isDoneInOutlook = (intent: Pick<Intent, "kind" | "trouble">): boolean =>
  intent.trouble.kind === "notices" && !isBooking(intent);
