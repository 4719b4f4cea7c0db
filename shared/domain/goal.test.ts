import { describe, expect, it } from "vitest";
import { addGoal, editGoal, type Goal, goalLimits, settleGoal } from "./goal.ts";

const goal: Goal = {
  id: "g1",
  pairId: "p1",
  owner: "ana",
  title: "Say the difficult thing in the room",
  why: "",
  nextStep: "Raise the rota question on Monday",
  reviewOn: "2027-01-08",
  state: "open",
  version: 1,
};

describe("a goal", () => {
  it("[GOAL-1] starts open", () => {
    expect(addGoal(goal, [])).toMatchObject({ ok: true, value: { state: "open", version: 1 } });
  });

  it("[GOAL-1] is refused while a dozen are open, and finished ones don't count", () => {
    const many = Array.from({ length: goalLimits.open }, (_, at) => ({ ...goal, id: `g${at}` }));
    expect(addGoal(goal, many)).toEqual({ ok: false, refusal: "too-many-goals" });
    const oneDone = many.map((one, at) => (at === 0 ? settleGoal(one, "done") : one));
    expect(addGoal(goal, oneDone).ok).toBe(true);
  });

  it("[GOAL-2] takes new words from whoever saw the latest version", () => {
    const words = { title: "Say it on Monday", why: "", nextStep: "", reviewOn: null };
    expect(editGoal(goal, words, 1)).toEqual({ ok: true, value: { ...goal, ...words, version: 2 } });
    expect(editGoal(goal, words, 0)).toEqual({ ok: false, refusal: "goal-changed-meanwhile" });
  });

  it("[GOAL-3] is not edited once it is done or let go, but may be opened again", () => {
    const letGo = settleGoal(goal, "let-go");
    expect(editGoal(letGo, goal, 2)).toEqual({ ok: false, refusal: "goal-is-finished" });
    expect(settleGoal(letGo, "open")).toMatchObject({ state: "open", version: 3 });
  });

  it("[GOAL-3] stays as it is when told what is already so", () => {
    expect(settleGoal(goal, "open")).toBe(goal);
  });
});
