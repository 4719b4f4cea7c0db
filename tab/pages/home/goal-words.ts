import type { GoalView } from "../../../shared/contract/goals.ts";

/** What stands in the form's fields. `reviewOn` is empty where no day is set; `owner` is empty for a goal of everyone. */
export interface GoalWords {
  readonly title: string;
  readonly why: string;
  readonly nextStep: string;
  readonly reviewOn: string;
  readonly owner: string;
}

/** The fields for a goal, or for a new one of the person's own. */
export const wordsOf = (goal: GoalView | null, me: string): GoalWords => ({
  title: goal?.title ?? "",
  why: goal?.why ?? "",
  nextStep: goal?.nextStep ?? "",
  reviewOn: goal?.reviewOn ?? "",
  owner: goal ? (goal.owner ?? "") : me,
});

/** The fields as the server takes them. */
export const sentWords = ({ title, why, nextStep, reviewOn }: GoalWords) => ({
  title: title.trim(),
  why: why.trim(),
  nextStep: nextStep.trim(),
  reviewOn: reviewOn === "" ? null : reviewOn,
});
