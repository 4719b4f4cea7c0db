import { bookingSteps, cancellingSteps, movingSteps, type SagaStep } from "../../../shared/domain/booking.ts";
import type { Dice } from "./dice.ts";

/** What a pair may want of its check-in. Second thoughts are a booking that is cancelled while it is on its way. */
export type IntentKind = "booking" | "move" | "length" | "cancellation" | "second-thoughts";

/** Which of the calls to the organiser's mailbox meet the trouble: the one that writes what is wanted, or the next ones of whatever kind. */
export type Calls = "write" | "any";

/** How a busy Outlook asks to be left alone: not at all, in seconds, in a fraction of them, or until a date two seconds ahead. */
export const patienceForms = [null, "1", "2", "0.7", "date"] as const;

/** What goes wrong while an intent is on its way. */
export type Trouble =
  | { readonly kind: "answer-lost"; readonly how: "dropped" | "504"; readonly times: number }
  | {
      readonly kind: "busy";
      readonly status: 429 | 503;
      readonly retryAfter: (typeof patienceForms)[number];
      readonly calls: Calls;
      readonly times: number;
    }
  | { readonly kind: "timeout"; readonly how: "hangs" | { readonly lateByMs: number }; readonly calls: Calls }
  | { readonly kind: "conflict"; readonly status: 409 | 412; readonly times: number }
  | { readonly kind: "killed-after"; readonly step: SagaStep }
  | { readonly kind: "killed-in"; readonly ms: number }
  | { readonly kind: "database-restarted"; readonly inMs: number }
  /** Notices of changes; what changes is then done in Outlook, except a booking. */
  | { readonly kind: "notices"; readonly how: "lose" | "duplicate" | "reorder" }
  | { readonly kind: "connector"; readonly how: "answer-lost" | 429 | 502; readonly to: number };

const stepsOf: Readonly<Record<IntentKind, readonly SagaStep[]>> = {
  booking: bookingSteps,
  move: movingSteps,
  length: movingSteps,
  cancellation: cancellingSteps,
  "second-thoughts": [...bookingSteps.slice(0, 3), ...cancellingSteps.slice(0, 4)],
};

const calls = (dice: Dice): Calls => dice.oneOf(["write", "any"]);

type Draw = (dice: Dice, intent: IntentKind) => Trouble;

const draws: readonly (readonly [weight: number, draw: Draw])[] = [
  [20, (dice) => ({ kind: "answer-lost", how: dice.oneOf(["dropped", "504"]), times: 1 + dice.below(2) })],
  [
    20,
    (dice) => ({
      kind: "busy",
      status: dice.oneOf([429, 503]),
      retryAfter: dice.oneOf(patienceForms),
      calls: calls(dice),
      times: 1 + dice.below(3),
    }),
  ],
  [
    9,
    (dice) => ({
      kind: "timeout",
      how: dice.oneOf(["hangs", { lateByMs: 6_500 + dice.below(2_500) }]),
      calls: calls(dice),
    }),
  ],
  [10, (dice) => ({ kind: "conflict", status: dice.oneOf([409, 412]), times: 1 + dice.below(2) })],
  [11, (dice, intent) => ({ kind: "killed-after", step: dice.oneOf(stepsOf[intent]) })],
  [5, (dice) => ({ kind: "killed-in", ms: dice.below(400) })],
  [4, (dice) => ({ kind: "database-restarted", inMs: dice.below(600) })],
  [11, (dice) => ({ kind: "notices", how: dice.oneOf(["lose", "duplicate", "reorder"]) })],
  [10, (dice) => ({ kind: "connector", how: dice.oneOf(["answer-lost", 429, 502]), to: dice.below(2) })],
];

/** Draws the trouble that an intent is to meet. */
export const drawTrouble: Draw = (dice, intent) => dice.weighted(draws)(dice, intent);
