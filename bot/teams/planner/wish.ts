import type { IntentId } from "../../../shared/content/intents.ts";
import type { CohortId } from "../../../shared/domain/cohort.ts";
import type { PairId } from "../../../shared/domain/pair.ts";

/** What a text asks for, with whatever it named. */
export interface Wish {
  /** `null` where the text is like nothing the bot can do. */
  readonly intent: IntentId | null;
  /** Best first. */
  readonly nearest: readonly IntentId[];
  readonly day: Temporal.PlainDate | null;
  /** A length that was named, in minutes, possible or not. */
  readonly minutes: number | null;
  readonly pairId: PairId | null;
  /** Someone named as a partner who is none. */
  readonly stranger: string | null;
  readonly cohortId: CohortId | null;
  /** A yearly round was named ("autumn") that isn't among the person's cohorts. */
  readonly namesUnknownCohort: boolean;
}

/** What the person's own world lends to the reading of a text. */
export interface Surroundings {
  readonly partners: readonly { readonly name: string; readonly pairId: PairId }[];
  readonly cohorts: readonly { readonly name: string; readonly id: CohortId }[];
}
