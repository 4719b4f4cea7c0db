import { describe, expect, it } from "vitest";
import { adopt, isLastTurn, isTogether, nextPart, type PanelState, stepOf, unopened } from "./session-state.ts";
import { ana, arriving, asking, ben, chidi, choosing, later, speaking } from "./testing/views.ts";

const me = { id: "ana", name: "Ana", locale: "en-GB", timeZone: "Europe/London" };
const shown: PanelState = { kind: "session", session: choosing, me };

describe("what the panel shows", () => {
  it("takes a newer view and leaves an older one", () => {
    expect(adopt(shown, { ...choosing, version: 9 })).toMatchObject({ session: { version: 9 }, me });
    expect(adopt(shown, { ...choosing, version: 1 })).toBe(shown);
    expect(adopt({ kind: "loading" }, choosing)).toEqual({ kind: "loading" });
  });

  it("takes the view of another session whatever its version", () => {
    expect(adopt(shown, { ...choosing, id: "t", version: 1 })).toMatchObject({ session: { id: "t" } });
  });

  it("tells an empty meeting from a server that can't be reached", () => {
    expect(unopened({ refusal: "no-session-here", sentence: "" })).toEqual({ kind: "no-session" });
    expect(unopened({ refusal: "offline", sentence: null })).toMatchObject({ kind: "unread" });
  });

  it("is another step when one begins, and the same when somebody arrives or has finished", () => {
    expect(stepOf({ ...choosing, arrived: ["ana", "ben"], version: 9 })).toBe(stepOf(choosing));
    expect(stepOf(asking)).not.toBe(stepOf(speaking));
  });
});

describe("the way through a session", () => {
  it("leads to the first part that has not been, and from the last to the end", () => {
    expect(nextPart(arriving)).toBe("since");
    expect(nextPart({ been: ["since", "exercise"] })).toBe("prompts");
    expect(nextPart({ been: ["since", "prompts", "exercise", "appreciate", "learn", "book"] })).toBeNull();
  });

  it("knows the last turn on a prompt, for two and for three", () => {
    expect(isLastTurn(speaking)).toBe(false);
    expect(isLastTurn({ ...speaking, spoken: ["ana"] })).toBe(true);
    const three = { ...speaking, members: [ana, ben, chidi], spoken: ["ana"] };
    expect(isLastTurn(three)).toBe(false);
    expect(isLastTurn({ ...three, spoken: ["ana", "chidi"] })).toBe(true);
  });

  it("reads together once everybody has finished, though nobody wrote", () => {
    const apart = later(asking, { phase: "learn", ready: ["ana"] });
    expect(isTogether(apart)).toBe(false);
    expect(isTogether({ ...apart, ready: ["ana", "ben"] })).toBe(true);
    expect(isTogether({ ...apart, ready: [], learned: [{ author: "ben", text: "Silence isn’t agreement." }] })).toBe(
      true,
    );
  });
});
