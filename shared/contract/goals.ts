import { z } from "zod";
import { goalLimits, goalStates } from "../domain/goal.ts";
import { date, endpoint, id, noBody } from "./endpoint.ts";

export const goalView = z.strictObject({
  id,
  /** `null` for a goal of everyone in the pair. */
  owner: id.nullable(),
  title: z.string(),
  why: z.string(),
  nextStep: z.string(),
  reviewOn: date.nullable(),
  state: z.enum(goalStates),
  version: z.int(),
});
export type GoalView = z.infer<typeof goalView>;

const words = {
  title: z.string().trim().min(1).max(goalLimits.title),
  why: z.string().trim().max(goalLimits.why),
  nextStep: z.string().trim().max(goalLimits.nextStep),
  reviewOn: date.nullable(),
};

const ofPair = z.strictObject({ pairId: id });
const ofGoal = z.strictObject({ goalId: id });

export const listGoals = endpoint({
  id: "listGoals",
  method: "GET",
  path: "/api/pairs/:pairId/goals",
  summary: "The goals of a pair: mine, my partner's, ours",
  role: "participant",
  params: ofPair,
  body: noBody,
  output: z.array(goalView),
  refusals: ["not-found"],
});

export const addGoal = endpoint({
  id: "addGoal",
  method: "POST",
  path: "/api/pairs/:pairId/goals",
  summary: "Adds a goal; the id comes from the page, so that a repeat adds nothing",
  role: "participant",
  params: ofPair,
  body: z.strictObject({ id, owner: id.nullable(), ...words }),
  output: goalView,
  refusals: ["not-found", "too-many-goals"],
});

export const editGoal = endpoint({
  id: "editGoal",
  method: "PATCH",
  path: "/api/goals/:goalId",
  summary: "New words for a goal, from the version that was on the page",
  role: "participant",
  params: ofGoal,
  body: z.strictObject({ ...words, seenVersion: z.int() }),
  output: goalView,
  refusals: ["not-found", "goal-changed-meanwhile", "goal-is-finished"],
});

export const settleGoal = endpoint({
  id: "settleGoal",
  method: "POST",
  path: "/api/goals/:goalId/state",
  summary: "Marks a goal done, lets it go, or opens it again",
  role: "participant",
  params: ofGoal,
  body: z.strictObject({ state: z.enum(goalStates) }),
  output: goalView,
  refusals: ["not-found", "goal-changed-meanwhile"],
});
