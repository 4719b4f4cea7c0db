import { describe, expect, it } from "vitest";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { aPrompt } from "./prompt-fixture.ts";
import { mutedOf, type Reading, whyNotBrought } from "./reading.ts";

const third = { number: 3 } as CheckInView;
const first = { number: 1 } as CheckInView;
const reading = { checkIn: third, openDepth: 3, muted: ["health"] } satisfies Pick<
  Reading,
  "checkIn" | "openDepth" | "muted"
>;

describe("what can be brought to the next check-in", () => {
  it("is any prompt that the pair may be offered there", () =>
    expect(whyNotBrought(aPrompt({ depth: 3 }), reading)).toBeNull());

  it("is nothing while no check-in lies ahead", () =>
    expect(whyNotBrought(aPrompt(), { ...reading, checkIn: null })).toBe("no-check-in"));

  it("is no prompt on a topic that the reader leaves out", () => {
    const prompt = aPrompt({ labels: ["career", "health"] });
    expect(whyNotBrought(prompt, reading)).toBe("left-out");
    expect(mutedOf(prompt, reading)).toEqual(["health"]);
  });

  it("is nothing deeper than the pair goes, nor than the session goes", () => {
    expect(whyNotBrought(aPrompt({ depth: 3 }), { ...reading, openDepth: 2 })).toBe("not-yet");
    expect(whyNotBrought(aPrompt({ depth: 3 }), { ...reading, checkIn: first })).toBe("too-deep");
    expect(whyNotBrought(aPrompt({ depth: 2 }), { ...reading, checkIn: first })).toBeNull();
  });
});
