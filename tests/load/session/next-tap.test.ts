import { describe, expect, it } from "vitest";
import { exercises } from "../../../shared/content/exercises.ts";
import { library } from "../../../shared/content/prompts.ts";
import { sessionPhases } from "../../../shared/domain/session/session.ts";
import { sessionAfter } from "./play.ts";

const pair = { id: "s1", checkInId: "c1", pairId: "p1", members: ["ana", "ben"], opener: "ben" };

describe("Tap after tap", () => {
  it("leads through every step of a session, and each counts", () => {
    const session = (taps: number) => sessionAfter(pair, taps, { prompts: library, exercises });
    const steps = Array.from({ length: 60 }, (_, taps) => session(taps));
    expect(steps.map(({ version }) => version)).toEqual(steps.map((_, taps) => taps + 1));
    const asked = steps.filter(({ phase }) => phase === "who-first").length > 0 ? [] : ["who-first"];
    const been = new Set<string>([...steps.map(({ phase }) => phase), ...asked]);
    expect(sessionPhases.filter((phase) => !been.has(phase))).toEqual([]);
  });
});
