import { describe, expect, it } from "vitest";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { aPrompt } from "./prompt-fixture.ts";
import { mutedOf, type Reading, whyNotToNext } from "./reading.ts";

const third = { number: 3 } as CheckInView;
const reading = { checkIn: third, openDepth: 3, muted: ["health"] } satisfies Pick<
  Reading,
  "checkIn" | "openDepth" | "muted"
>;

describe("what can be brought to the next check-in", () => {
  it("[LIBRARY-3] is any prompt that the pair may be offered there", () =>
    expect(whyNotToNext(aPrompt({ depth: 3 }), reading)).toBeNull());

  it("is nothing while no check-in lies ahead", () =>
    expect(whyNotToNext(aPrompt(), { ...reading, checkIn: null })).toBe("no-check-in"));

  it("is no prompt on a topic that the reader leaves out", () => {
    const prompt = aPrompt({ labels: ["career", "health"] });
    expect(whyNotToNext(prompt, reading)).toBe("left-out");
    expect(mutedOf(prompt, reading)).toEqual(["health"]);
  });
});
