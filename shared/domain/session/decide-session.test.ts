import { describe, expect, it } from "vitest";
import { decideSession } from "./decide-session.ts";
import type { Session, SessionCommand } from "./session.ts";
import {
  after,
  afterOne,
  ana,
  appreciating,
  ask,
  ben,
  changeOver,
  chidi,
  choosing,
  close,
  fresh,
  goOn,
  leave,
  moveOn,
  others,
  pick,
  refusalOf,
  speaking,
} from "./session-fixture.ts";

const late = (session: Session, command: SessionCommand, seen: number) => decideSession(session, command, ben, seen);
const movedOn = { ok: false, refusal: "session-moved-on" };
const ready = { type: "ready" } as const;
const share = { type: "share-carry-over" } as const;
const keep = { type: "keep-carry-over" } as const;

describe("a command", () => {
  it("[SESSION-2] is refused where it does not belong, and thrown back at anybody outside the pair", () => {
    const before: SessionCommand[] = [pick, ask, changeOver, moveOn, leave, ready, { type: "next-step", steps: 3 }];
    for (const command of before) expect(refusalOf(fresh(), command)).toBe("not-at-this-point");
    for (const command of [pick, { type: "offer-others", ...others }] as const)
      expect(refusalOf(speaking(), command)).toBe("not-at-this-point");
    expect(() => decideSession(fresh(), goOn, chidi, 1)).toThrow();
  });

  it("[SESSION-6] counts once of two taps at the same moment, so no turn is skipped", () => {
    const turn = speaking();
    const first = after(turn, changeOver);
    expect(first.stepSince).toBe(first.version);
    expect(late(first, changeOver, turn.version)).toEqual(movedOn);
    expect(late(first, ask, turn.version)).toEqual(movedOn);
  });

  it("[SESSION-6] is refused from a version that nobody can have seen", () => {
    const turn = speaking();
    expect(late(turn, changeOver, turn.version + 1)).toEqual(movedOn);
  });

  it("[SESSION-6] doesn't refuse the other of two who act within a step at once", () => {
    const writing = appreciating();
    const one = after(writing, ready, { type: "stage" });
    expect(one.stepSince).toBe(writing.stepSince);
    expect(late(one, ready, writing.version)).toMatchObject({ ok: true, value: { revealed: ["appreciation"] } });
    expect(late(one, goOn, writing.version)).toMatchObject({ ok: true, value: { phase: "since" } });
  });

  it("[SESSION-6] begins a step where it brings what the step waited for", () => {
    const revealed = afterOne(after(appreciating(), ready), ready, ben);
    expect(revealed.stepSince).toBe(revealed.version);
    const named = afterOne(after(choosing(), { ...pick, asksWhoFirst: true }), {
      type: "say-who",
      settled: { first: null },
      at: "2026-11-26T10:11:00.000Z",
    });
    expect(named.stepSince).toBe(named.version);
  });

  it("[SESSION-20] is never too late where it says that somebody is there, or takes something back", () => {
    const turn = after(fresh(), share, { type: "stage" }, goOn, goOn, pick);
    expect(late(turn, { type: "arrive" }, 0)).toMatchObject({ value: { arrived: [ben] } });
    expect(late(turn, { type: "unstage" }, 1)).toMatchObject({ value: { isStaged: false } });
    expect(decideSession(turn, keep, ana, 1)).toMatchObject({ value: { sharing: [] } });
    expect(late(turn, share, 1)).toEqual(movedOn);
  });

  it("[SESSION-18] shares its author's carry-over and nobody else's, and takes it back at any moment", () => {
    const shared = after(fresh(), share);
    expect(shared.sharing).toEqual([ana]);
    expect(afterOne(shared, keep, ben)).toBe(shared);
    expect(afterOne(shared, share, ben).sharing).toEqual([ana, ben]);
    expect(after(shared, close, keep).sharing).toEqual([]);
  });

  it("[SESSION-21] puts the prompt on the stage and takes it off, whatever goes on", () => {
    const staged = afterOne(choosing(), { type: "stage" }, ben);
    expect(staged.isStaged).toBe(true);
    expect(after(staged, { type: "stage" })).toBe(staged);
    expect(after(staged, { type: "unstage" }).isStaged).toBe(false);
    expect(refusalOf(after(fresh(), close), { type: "stage" })).toBe("not-at-this-point");
  });
});
