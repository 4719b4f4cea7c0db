import { describe, expect, it } from "vitest";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { speakingOrder } from "../../shared/domain/session.ts";
import { adopt, isLastTurn, type PanelState, stepOf, unopened } from "./session-state.ts";

const ana = { id: "ana", name: "Ana", voice: "voice-1", timeZone: "Europe/London" } as const;
const ben = { id: "ben", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" } as const;
const chidi = { id: "chidi", name: "Chidi", voice: "voice-3", timeZone: "Europe/Stockholm" } as const;

const session: SessionView = {
  id: "s",
  checkInId: "c",
  number: 3,
  stage: "lens",
  members: [ana, ben],
  opener: "ben",
  phase: "arrive",
  round: 1,
  rounds: 2,
  arrived: [],
  offered: [],
  prompt: null,
  speaker: null,
  agreementLines: [],
  version: 4,
};

describe("what the panel shows", () => {
  it("takes a newer view and leaves an older one", () => {
    const shown: PanelState = { kind: "session", session };
    expect(adopt(shown, { ...session, version: 5 })).toMatchObject({ session: { version: 5 } });
    expect(adopt(shown, { ...session, version: 3 })).toBe(shown);
    expect(adopt({ kind: "loading" }, session)).toEqual(shown);
  });

  it("takes the view of another session whatever its version", () => {
    expect(adopt({ kind: "session", session }, { ...session, id: "t", version: 1 })).toMatchObject({
      session: { id: "t" },
    });
  });

  it("tells an empty meeting from a server that can't be reached", () => {
    expect(unopened({ refusal: "no-session-here", sentence: "" })).toEqual({ kind: "no-session" });
    expect(unopened({ refusal: "offline", sentence: null })).toMatchObject({ kind: "unread" });
  });

  it("is another step when the speaker changes, and the same when somebody arrives", () => {
    expect(stepOf({ ...session, arrived: ["ana"], version: 5 })).toBe(stepOf(session));
    expect(stepOf({ ...session, phase: "speak", speaker: "ben" })).not.toBe(
      stepOf({ ...session, phase: "speak", speaker: "ana" }),
    );
  });

  it.each([1, 2])("knows the last speaker of round %i as the domain does", (round) => {
    for (const members of [
      [ana, ben],
      [ana, ben, chidi],
    ]) {
      const order = speakingOrder({ members: members.map(({ id }) => id), opener: "ben", round });
      for (const speaker of order) {
        expect(isLastTurn({ ...session, members, round, speaker })).toBe(speaker === order.at(-1));
      }
    }
  });
});
