import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideSession, openSession, type Session, type SessionCommand } from "./session.ts";

const [ana, ben, chidi] = ["ana", "ben", "chidi"];
const fresh = (members: string[] = [ana, ben]) =>
  openSession({ id: "s1", checkInId: "c1", pairId: "p1", number: 3, members, opener: ben });

const offer = ["p1", "p2"];
const next = ["p3", "p4"];

function after(session: Session, ...commands: SessionCommand[]): Session {
  return commands.reduce((state, command) => {
    const result = decideSession(state, command, ana, state.version);
    if (!result.ok) throw new Error(`${command.type}: ${result.refusal}`);
    return result.value;
  }, session);
}

const begin = { type: "begin", offer } as const;
const pick = { type: "pick", promptId: "p1" } as const;
const changeOver = { type: "change-over", offer: next } as const;

describe("a session", () => {
  it("[SESSION-2] waits until someone begins, and shows who has arrived", () => {
    const arrived = after(fresh(), { type: "arrive" });
    expect(arrived).toMatchObject({ phase: "arrive", arrived: [ana] });
    expect(after(arrived, { type: "arrive" })).toBe(arrived);
    expect(after(arrived, begin)).toMatchObject({ phase: "choose", round: 1, offered: offer });
  });

  it("[SESSION-3] lets either pick one of the two prompts that are offered", () => {
    const choosing = after(fresh(), begin);
    expect(decideSession(choosing, pick, ben, choosing.version)).toMatchObject({ ok: true, value: { promptId: "p1" } });
    expect(decideSession(choosing, { type: "pick", promptId: "p9" }, ana, choosing.version)).toEqual({
      ok: false,
      refusal: "prompt-not-offered",
    });
  });

  it("[SESSION-4] gives everyone a turn on a prompt, the opener first, then the other way round in the second round", () => {
    const speaking = after(fresh(), begin, pick);
    expect(speaking.speaker).toBe(ben);
    expect(after(speaking, changeOver).speaker).toBe(ana);
    const second = after(speaking, changeOver, changeOver, { type: "pick", promptId: "p3" });
    expect(second).toMatchObject({ round: 2, speaker: ana, promptId: "p3" });
  });

  it("[SESSION-4] goes round all three in a trio", () => {
    const speaking = after(fresh([ana, ben, chidi]), begin, pick);
    expect(
      [speaking, after(speaking, changeOver), after(speaking, changeOver, changeOver)].map((one) => one.speaker),
    ).toEqual([ben, chidi, ana]);
  });

  it("[SESSION-5] closes after two rounds", () => {
    const closing = after(
      fresh(),
      begin,
      pick,
      changeOver,
      changeOver,
      { type: "pick", promptId: "p3" },
      changeOver,
      changeOver,
    );
    expect(closing).toMatchObject({ phase: "close", promptId: null, speaker: null, uneven: false });
    expect(after(closing, { type: "close" }).phase).toBe("over");
  });

  it("[SESSION-6] counts one of two taps at the same moment, so no turn is skipped", () => {
    const speaking = after(fresh(), begin, pick);
    const first = decideSession(speaking, changeOver, ana, speaking.version);
    if (!first.ok) throw new Error(first.refusal);
    expect(decideSession(first.value, changeOver, ben, speaking.version)).toEqual({
      ok: false,
      refusal: "session-moved-on",
    });
  });

  it("[SESSION-7] moves on early without a reason and keeps only that it was uneven", () => {
    const moved = after(fresh(), begin, pick, { type: "move-on", offer: next });
    expect(moved).toMatchObject({ phase: "choose", round: 2, offered: next, uneven: true });
    expect(JSON.stringify(moved)).not.toContain('"by"');
  });

  it("[SESSION-8] offers two others when asked, and remembers which were set aside", () => {
    expect(after(fresh(), begin, { type: "offer-others", offer: next })).toMatchObject({ offered: next, used: offer });
  });

  it("[SESSION-2] refuses what does not belong to the moment, and strangers throw", () => {
    const session = fresh();
    for (const command of [
      pick,
      changeOver,
      { type: "offer-others", offer } as const,
      { type: "move-on", offer } as const,
    ])
      expect(decideSession(session, command, ana, 1)).toEqual({ ok: false, refusal: "not-at-this-point" });
    expect(() => decideSession(session, begin, chidi, 1)).toThrow();
    const over = after(session, { type: "close" });
    expect(decideSession(over, { type: "close" }, ana, over.version)).toEqual({
      ok: false,
      refusal: "not-at-this-point",
    });
  });

  it("[SESSION-9] never dead-ends, whoever does what in whatever order: it can always be closed, and a speaker is always a member", () => {
    const command = fc.constantFrom<SessionCommand>(
      { type: "arrive" },
      begin,
      pick,
      { type: "pick", promptId: "p3" },
      changeOver,
      { type: "move-on", offer: next },
      { type: "offer-others", offer: next },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.constantFrom(ana, ben), fc.integer({ min: 0, max: 1 }))), (history) => {
        let session = fresh();
        for (const [one, by, late] of history) {
          const result = decideSession(session, one, by, session.version - late);
          if (result.ok) session = result.value;
          expect(session.phase === "speak").toBe(session.speaker !== null && session.promptId !== null);
        }
        expect(decideSession(session, { type: "close" }, ben, session.version).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
