import { describe, expect, it } from "vitest";
import {
  after,
  afterOne,
  ana,
  ask,
  at,
  ben,
  changeOver,
  chidi,
  choosing,
  goOn,
  goTo,
  later,
  leave,
  moveOn,
  others,
  pick,
  pickAsking,
  refusalOf,
  speaking,
} from "./session-fixture.ts";

const say = (first?: string | null) =>
  ({ type: "say-who", settled: first === undefined ? null : { first }, at: later }) as const;
const naming = (members?: string[]) => after(choosing(members), pickAsking);

describe("choosing a prompt", () => {
  it("[SESSION-3] lets either pick one of the two prompts that are offered", () => {
    expect(afterOne(choosing(), pick, ben)).toMatchObject({ phase: "turn", promptId: "p1", offered: [], used: ["p1"] });
    expect(refusalOf(choosing(), { ...pick, promptId: "p9" })).toBe("prompt-not-offered");
  });

  it("[SESSION-8] offers two others when asked, and remembers which were set aside", () => {
    expect(after(choosing(), { type: "offer-others", ...others })).toMatchObject({
      phase: "choose",
      offered: others.offer,
      used: ["p1", "p2"],
    });
  });

  it("[SESSION-14] swaps one of the two for another, and sets it aside", () => {
    const swapped = after(choosing(), { type: "swap", promptId: "p1", ...others });
    expect(swapped).toMatchObject({ offered: ["p3", "p2"], used: ["p1"] });
    expect(refusalOf(swapped, { type: "swap", promptId: "p1", ...others })).toBe("prompt-not-offered");
  });

  it("[SESSION-14] leaves the offer as it is where there is no other", () => {
    const session = choosing();
    expect(after(session, { type: "swap", promptId: "p1", ...others, offer: ["p2"] })).toBe(session);
  });
});

describe("who shares first", () => {
  it("[SESSION-11] waits for everybody's private answer, and shows only who has answered", () => {
    const asked = naming();
    expect(asked).toMatchObject({ phase: "who-first", promptId: "p1", speaker: null, turnSince: null, ready: [] });
    const one = after(asked, say());
    expect(one).toMatchObject({ phase: "who-first", ready: [ana] });
    expect(after(one, say())).toBe(one);
  });

  it("[SESSION-11] lets whoever all named share first, on that prompt alone", () => {
    const turn = afterOne(after(naming(), say()), say(ana), ben);
    expect(turn).toMatchObject({ phase: "turn", first: ana, speaker: ana, turnSince: later, ready: [] });
    expect(after(turn, changeOver).speaker).toBe(ben);
    expect(after(turn, changeOver, changeOver)).toMatchObject({ phase: "choose", first: null });
  });

  it("[SESSION-11] alternates where they did not agree, and where nobody waits for the answer", () => {
    expect(after(naming(), say(null))).toMatchObject({ phase: "turn", first: null, speaker: ben });
    expect(after(naming(), { type: "skip-who", at: later })).toMatchObject({ speaker: ben, turnSince: later });
  });

  it("[SESSION-11] may be left, moved on from and lightened like any prompt", () => {
    expect(after(naming(), leave)).toMatchObject({ phase: "choose", round: 1, hasLeft: true, uneven: false });
    expect(after(naming(), moveOn)).toMatchObject({ phase: "choose", round: 2, uneven: false });
    expect(after(naming(), { type: "lighten" })).toMatchObject({ phase: "who-first", isLight: true });
  });
});

describe("turns", () => {
  it("[SESSION-4] gives everyone a turn, the opener first, then the other way round in the second round", () => {
    const turn = speaking();
    expect(turn).toMatchObject({ speaker: ben, spoken: [] });
    expect(after(turn, changeOver)).toMatchObject({ phase: "turn", speaker: ana, spoken: [ben] });
    const second = after(turn, changeOver, changeOver, { ...pick, promptId: "p3" });
    expect(second).toMatchObject({ round: 2, speaker: ana, promptId: "p3", spoken: [] });
  });

  it("[SESSION-4] goes round all three in a trio", () => {
    const first = speaking([ana, ben, chidi]);
    const [second, third] = [after(first, changeOver), after(first, changeOver, ask, changeOver)];
    expect([first, second, third].map(({ speaker }) => speaker)).toEqual([ben, chidi, ana]);
    expect(third.spoken).toEqual([ben, chidi]);
    expect(after(third, changeOver)).toMatchObject({ phase: "choose", round: 2, speaker: null });
  });

  it("[SESSION-10] allows a question to each turn, and passes on after it or without it", () => {
    const asked = after(speaking(), ask);
    expect(asked).toMatchObject({ phase: "follow-up", speaker: ben, spoken: [ben] });
    expect(refusalOf(asked, ask)).toBe("not-at-this-point");
    expect(after(asked, changeOver)).toMatchObject({ phase: "turn", speaker: ana });
    expect(after(asked, changeOver, ask, changeOver)).toMatchObject({ phase: "choose", round: 2, uneven: false });
  });

  it("[SESSION-19] knows when a turn began only while it lasts", () => {
    const turn = speaking();
    expect(turn.turnSince).toBe(at);
    expect(after(turn, changeOver).turnSince).toBe(later);
    for (const ending of [ask, leave, moveOn, goOn, goTo("learn"), { type: "close" } as const])
      expect(JSON.stringify(after(turn, ending))).not.toMatch(/2026/);
  });

  it("[SESSION-13] puts the lighter twin in the prompt's place, once, and whoever speaks goes on", () => {
    const turn = speaking();
    const light = after(turn, { type: "lighten" });
    expect(light).toEqual({ ...turn, isLight: true, version: turn.version + 1, stepSince: turn.version + 1 });
    expect(refusalOf(light, { type: "lighten" })).toBe("not-at-this-point");
    expect(after(light, changeOver)).toMatchObject({ isLight: true, speaker: ana });
    expect(after(light, changeOver, changeOver).isLight).toBe(false);
  });
});

describe("leaving a prompt early", () => {
  it("[SESSION-7] moves on without a reason and keeps only that it was uneven", () => {
    const moved = after(speaking(), moveOn);
    expect(moved).toMatchObject({ phase: "choose", round: 2, offered: others.offer, uneven: true, spoken: [] });
    expect(afterOne(speaking(), moveOn, ben)).toEqual(moved);
  });

  it("[SESSION-7] is not uneven where everybody had the turn", () => {
    expect(after(speaking(), changeOver, ask, moveOn)).toMatchObject({ round: 2, uneven: false });
  });

  it("[SESSION-7] is uneven too where the pair goes elsewhere, or closes, in the middle of the turns", () => {
    for (const away of [goOn, goTo("book"), { type: "close" } as const])
      expect(after(speaking(), changeOver, away)).toMatchObject({ uneven: true, speaker: null, spoken: [] });
  });

  it("[SESSION-7] moves on to what comes next after the second round", () => {
    const second = after(speaking(), changeOver, changeOver, { ...pick, promptId: "p3" });
    expect(after(second, moveOn)).toMatchObject({ phase: "exercise", uneven: true });
  });

  it("[SESSION-12] leaves one for two others in the same round, without a name", () => {
    const left = after(speaking(), leave);
    expect(left).toMatchObject({ phase: "choose", round: 1, offered: others.offer, hasLeft: true, used: ["p1"] });
    expect(afterOne(speaking(), leave, ben)).toEqual(left);
    expect(after(left, { ...pick, promptId: "p3" })).toMatchObject({ hasLeft: false, speaker: ben });
    expect(after(left, { type: "offer-others", ...others }).hasLeft).toBe(false);
  });

  it("[SESSION-12] calls that uneven only once somebody has been heard and somebody has not", () => {
    expect(after(speaking(), leave).uneven).toBe(false);
    expect(after(speaking(), ask, leave).uneven).toBe(true);
    expect(after(speaking(), changeOver, leave).uneven).toBe(true);
    expect(after(speaking(), changeOver, ask, leave).uneven).toBe(false);
  });
});
