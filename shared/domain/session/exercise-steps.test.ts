import { describe, expect, it } from "vitest";
import { after, exercising, others, refusalOf } from "./session-fixture.ts";

const step = { type: "next-step", steps: 2 } as const;
const stepBack = { type: "step-back" } as const;
const swap = { type: "swap-exercise", ...others } as const;

describe("an exercise", () => {
  it("[SESSION-16] goes step by step, forwards and back, and no further", () => {
    const first = exercising();
    expect(first).toMatchObject({ exerciseId: "e1", exerciseStep: 0 });
    expect(refusalOf(first, stepBack)).toBe("not-at-this-point");
    const second = after(first, step);
    expect(second.exerciseStep).toBe(1);
    expect(refusalOf(second, step)).toBe("not-at-this-point");
    expect(after(second, stepBack).exerciseStep).toBe(0);
  });

  it("[SESSION-16] can be swapped for another, from its first step", () => {
    const swapped = after(exercising(), step, swap);
    expect(swapped).toMatchObject({ exerciseId: "e2", exerciseStep: 0, used: ["e1", "e2"] });
  });

  it("[SESSION-16] goes on where no other suits", () => {
    const session = after(exercising(), step);
    expect(after(session, { ...swap, exercise: null })).toBe(session);
    expect(after(session, { ...swap, exercise: "e1" })).toBe(session);
  });

  it("[SESSION-13] has a lighter twin too, which a swap takes away", () => {
    const light = after(exercising(), { type: "lighten" });
    expect(light.isLight).toBe(true);
    expect(after(light, swap).isLight).toBe(false);
  });

  it("[SESSION-16] has no steps where none suits", () => {
    const none = after(exercising(), { type: "close" });
    expect(refusalOf(none, step)).toBe("not-at-this-point");
    expect(refusalOf({ ...exercising(), exerciseId: null }, step)).toBe("not-at-this-point");
  });
});
