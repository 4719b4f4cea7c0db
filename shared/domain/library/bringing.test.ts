import { describe, expect, it } from "vitest";
import type { Depth, TopicLabel } from "../prompt.ts";
import { whyNotBrought } from "./bringing.ts";

const third = { number: 3, openDepth: 3, muted: ["health"] } as const;
const aPrompt = (depth: Depth, labels: readonly TopicLabel[] = []) => ({ depth, labels });

describe("[LIBRARY-3] what can be brought to a session", () => {
  it("is any prompt that the pair may be offered there", () => {
    expect(whyNotBrought(aPrompt(3, ["career"]), third)).toBeNull();
  });

  it("is none on a topic that the bringer leaves out", () => {
    expect(whyNotBrought(aPrompt(1, ["career", "health"]), third)).toBe("left-out");
  });

  it("is none deeper than the pair goes, nor than the session goes", () => {
    expect(whyNotBrought(aPrompt(3), { ...third, openDepth: 2 })).toBe("not-yet");
    expect(whyNotBrought(aPrompt(3), { ...third, number: 1 })).toBe("too-deep");
    expect(whyNotBrought(aPrompt(2), { ...third, number: 1 })).toBeNull();
  });
});
