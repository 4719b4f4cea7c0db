import { describe, expect, it } from "vitest";
import {
  after,
  afterOne,
  ana,
  appreciating,
  ben,
  changeOver,
  choosing,
  close,
  exercising,
  fresh,
  goOn,
  goTo,
  next,
  others,
  pick,
  refusalOf,
  speaking,
} from "./session-fixture.ts";

const secondPick = { ...pick, promptId: "p3" } as const;

describe("the arc of a session", () => {
  it("[SESSION-2] waits until someone goes on, and shows who has arrived", () => {
    const arrived = after(fresh(), { type: "arrive" });
    expect(arrived).toMatchObject({ phase: "arrive", arrived: [ana] });
    expect(after(arrived, { type: "arrive" })).toBe(arrived);
    expect(after(arrived, goOn)).toMatchObject({ phase: "since", been: ["since"] });
  });

  it("[SESSION-2] lets somebody arrive at any moment, the end included", () => {
    for (const session of [speaking(), appreciating(), after(fresh(), close)])
      expect(afterOne(session, { type: "arrive" }, ben)).toMatchObject({ phase: session.phase, arrived: [ben] });
  });

  it("[SESSION-5] goes on through last time, two rounds of prompts, an exercise, appreciations, what was learned and booking to the end", () => {
    let session = after(fresh(), goOn);
    const been: string[] = [session.phase];
    const way = [goOn, pick, changeOver, changeOver, secondPick, changeOver, changeOver, goOn, goOn, goOn, goOn];
    for (const command of way) {
      session = after(session, command);
      been.push(session.phase);
    }
    expect(been.filter((phase, index) => phase !== been[index - 1])).toEqual([
      "since",
      "choose",
      "turn",
      "choose",
      "turn",
      "exercise",
      "appreciate",
      "learn",
      "book",
      "over",
    ]);
    expect(session).toMatchObject({ round: 2, uneven: false, promptId: null, speaker: null });
  });

  it("[SESSION-5] leaves what is left of the rounds when the pair goes on", () => {
    expect(after(choosing(), goOn)).toMatchObject({ phase: "exercise", exerciseId: "e1", offered: [], used: ["e1"] });
  });

  it("[SESSION-5] goes on where no exercise suits", () => {
    const session = after(choosing(), { ...goOn, exercise: null });
    expect(session).toMatchObject({ phase: "exercise", exerciseId: null, used: [] });
    expect(after(session, goOn).phase).toBe("appreciate");
  });

  it("[SESSION-15] goes to any part at any time, and from there on to what has not been yet", () => {
    const learning = after(fresh(), goTo("learn"));
    expect(learning).toMatchObject({ phase: "learn", been: ["learn"] });
    const back = after(learning, goOn, goTo("learn"));
    expect(back).toMatchObject({ phase: "learn", been: ["since", "learn"] });
    expect(after(back, goOn)).toMatchObject({ phase: "choose", been: ["since", "learn", "prompts"] });
  });

  it("[SESSION-15] stays where it is when sent to where it is", () => {
    for (const [session, part] of [
      [speaking(), "prompts"],
      [exercising(), "exercise"],
    ] as const)
      expect(after(session, goTo(part))).toBe(session);
  });

  it("[SESSION-15] takes up again what was closed too early", () => {
    const over = after(speaking(), close);
    expect(over).toMatchObject({ phase: "over", promptId: null, speaker: null, turnSince: null });
    expect(after(over, goTo("appreciate")).phase).toBe("appreciate");
    expect([refusalOf(over, goOn), refusalOf(over, close)]).toEqual(["not-at-this-point", "not-at-this-point"]);
  });

  it("[SESSION-15] offers two prompts whenever the pair comes back to them, and an exercise where it was", () => {
    const back = after(speaking(), goTo("learn"), { ...next, type: "go-to", part: "prompts" });
    expect(back).toMatchObject({ phase: "choose", round: 1, offered: next.offer, promptId: null, spoken: [] });
    const again = after(exercising(), { type: "next-step", steps: 3 }, goTo("learn"), goTo("exercise"));
    expect(again).toMatchObject({ phase: "exercise", exerciseId: "e1", exerciseStep: 1 });
  });

  it("[SESSION-15] gives one more prompt to a pair that comes back after both rounds", () => {
    const twice = after(speaking(), changeOver, changeOver, secondPick, changeOver, changeOver, goTo("prompts"));
    expect(twice).toMatchObject({ phase: "choose", round: 2, offered: others.offer });
    expect(after(twice, secondPick, changeOver, changeOver).phase).toBe("appreciate");
  });

  it("[SESSION-21] takes the prompt off the stage at the end", () => {
    const staged = after(speaking(), { type: "stage" });
    expect(after(staged, changeOver).isStaged).toBe(true);
    expect(after(staged, close).isStaged).toBe(false);
  });
});
