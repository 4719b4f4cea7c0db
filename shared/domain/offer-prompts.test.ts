import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exercise } from "./exercise.ts";
import { offerExercise, offerPrompts, type WantedPrompts } from "./offer-prompts.ts";
import { depths, type Prompt, promptKinds, themes, topicLabels } from "./prompt.ts";

const prompt = (id: string, more: Partial<Prompt> = {}): Prompt => ({
  id,
  stage: "story",
  theme: "self",
  kind: "opener",
  depth: 1,
  minutes: 10,
  whoFirst: "alternate",
  text: `What about ${id}?`,
  followUps: [],
  lighter: `And ${id}?`,
  labels: [],
  purposes: [],
  ...more,
});

const wanted: WantedPrompts = {
  stage: "story",
  round: 1,
  seen: new Set(),
  depth: 2,
  muted: new Set(),
  purposes: [],
  brought: [],
  turn: 0,
};
const library = themes.map((theme) => prompt(theme, { theme }));
/** A stage as the whole library has it: each theme with each kind. */
const whole = themes.flatMap((theme) => promptKinds.map((kind) => prompt(`${theme}-${kind}`, { theme, kind })));
const ids = (prompts: readonly Prompt[], more: Partial<WantedPrompts> = {}) =>
  offerPrompts(prompts, { ...wanted, ...more }).map(({ id }) => id);
const turns = Array.from({ length: 60 }, (_, turn) => turn);

describe("offering prompts", () => {
  it("[PROMPT-1] offers two of the stage, of different themes", () => {
    for (const turn of turns) {
      const offered = offerPrompts([prompt("twin"), ...library, prompt("lens", { stage: "lens" })], {
        ...wanted,
        turn,
      });
      expect(offered.map(({ stage }) => stage)).toEqual(["story", "story"]);
      expect(offered[0]?.theme).not.toBe(offered[1]?.theme);
    }
    expect(ids(library, { stage: "lens" })).toEqual([]);
  });

  it("[PROMPT-1] offers two of one theme where there is no other", () => {
    expect(ids([prompt("a"), prompt("b")]).toSorted()).toEqual(["a", "b"]);
    expect(ids([prompt("a")])).toEqual(["a"]);
  });

  it("[PROMPT-1] offers others when asked again, and not every pair the same", () => {
    expect(ids(library, { seen: new Set(ids(library)) })).not.toContain(ids(library)[0]);
    expect(new Set(turns.map((turn) => ids(whole, { turn }).join())).size).toBeGreaterThan(5);
    expect(ids(whole, { turn: 7 })).toEqual(ids(whole, { turn: 7 }));
  });

  it("[PROMPT-2] leaves out what either has met before, while two are left", () => {
    const seen = new Set(["self", "partnership", "growth"]);
    for (const turn of turns) expect(ids(library, { seen, turn }).toSorted()).toEqual(["difference", "work-and-power"]);
  });

  it("[PROMPT-2] brings earlier ones back rather than leaving no choice, the one that is left first", () => {
    expect(ids(library, { seen: new Set(themes) })).toHaveLength(2);
    for (const turn of turns) {
      const [first, second] = ids(library, { seen: new Set(themes.slice(1)), turn });
      expect(first).toBe("self");
      expect(themes.slice(1)).toContain(second);
    }
  });

  it("[PROMPT-3] goes no deeper than the stage and the pair allow, even where too little is left", () => {
    const deep = [prompt("deep", { depth: 3 }), prompt("a"), prompt("b", { theme: "growth" })];
    for (const turn of turns) expect(ids(deep, { depth: 4, turn })).not.toContain("deep");
    expect(ids([prompt("x", { depth: 3, stage: "difference" })], { stage: "difference" })).toEqual([]);
    expect(ids([prompt("x", { depth: 3, stage: "difference" })], { stage: "difference", depth: 3 })).toEqual(["x"]);
  });

  it("[PROMPT-13] never offers a topic that one of the pair leaves out, met before or not", () => {
    const muted = new Set(["health"] as const);
    const about = [prompt("a", { labels: ["career", "health"] }), prompt("b"), prompt("c", { labels: ["career"] })];
    for (const turn of turns) expect(ids(about, { muted, turn }).toSorted()).toEqual(["b", "c"]);
    expect(ids(about, { muted, seen: new Set(["b", "c"]) }).toSorted()).toEqual(["b", "c"]);
    expect(ids(about, { muted, brought: ["a"] })).not.toContain("a");
  });

  it("[PROMPT-14] leans to ways in and the heart of it first, and to longer looks and things to do in the second round", () => {
    for (const turn of turns) {
      expect(ids(whole, { turn }).every((id) => /opener|core/.test(id))).toBe(true);
      expect(ids(whole, { turn, round: 2 }).every((id) => /core|longer|exercise/.test(id))).toBe(true);
    }
    expect(ids([prompt("a"), prompt("b")], { round: 2 })).toHaveLength(2);
  });

  it("[PROMPT-15] prefers one of the two, and no more, for what the programme is for", () => {
    const serving = ["self", "growth"].map((theme) => `${theme}-opener`);
    const some = whole.map((one) => (serving.includes(one.id) ? { ...one, purposes: ["inclusion" as const] } : one));
    const offers = turns.map((turn) => ids(some, { turn, purposes: ["inclusion"] }));
    for (const offer of offers) expect(offer.some((id) => serving.includes(id))).toBe(true);
    expect(offers.some((offer) => offer.some((id) => !serving.includes(id)))).toBe(true);
    expect(turns.some((turn) => !ids(some, { turn }).some((id) => serving.includes(id)))).toBe(true);
  });

  it("[PROMPT-16] offers first what the pair brought, each once, of whatever stage", () => {
    const lens = prompt("lens", { stage: "lens" });
    expect(ids([...library, lens], { brought: ["lens", "growth", "lens"] }).toSorted()).toEqual(["growth", "lens"]);
    for (const turn of turns) expect(ids(library, { brought: ["growth", "growth"], turn })[0]).toBe("growth");
    expect(new Set(ids(library, { brought: ["growth", "growth"] })).size).toBe(2);
  });

  it("[PROMPT-16] puts nobody's first for good, whoever brought it and in whatever order", () => {
    const brought = ["self", "growth", "difference"];
    for (const some of [brought, brought.slice(1)])
      expect(new Set(turns.map((turn) => ids(library, { brought: some, turn })[0]))).toEqual(new Set(some));
    expect(ids(library, { brought, turn: 1 })).toEqual(ids(library, { brought: brought.toReversed(), turn: 1 }));
  });

  it("[PROMPT-16] passes over what was brought where it does not suit both", () => {
    const more = [...library, prompt("deep", { depth: 3, stage: "difference" })];
    expect(ids(more, { brought: ["deep", "nowhere"] })).toEqual(ids(more));
    expect(ids(library, { brought: ["growth"], seen: new Set(["growth"]) })).not.toContain("growth");
  });

  it("[PROMPT-2] comes back to what was brought and met where nothing else is left", () => {
    expect(ids([prompt("a")], { brought: ["a"], seen: new Set(["a"]) })).toEqual(["a"]);
  });

  it("[PROMPT-1] [PROMPT-3] [PROMPT-13] offers two different ones that suit, whatever the library, wherever two suit", () => {
    const anyPrompt = fc.record({
      theme: fc.constantFrom(...themes),
      kind: fc.constantFrom(...promptKinds),
      depth: fc.constantFrom(...depths),
      labels: fc.subarray(topicLabels.slice(0, 4), { maxLength: 2 }),
      isSeen: fc.boolean(),
      isBrought: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyPrompt, { maxLength: 8 }), fc.nat(96), fc.constantFrom(1, 2), (those, turn, round) => {
        const all = those.map((one, index) => ({ ...prompt(`p${index}`, one), ...one }));
        const seen = new Set(all.filter(({ isSeen }) => isSeen).map(({ id }) => id));
        const brought = all.filter(({ isBrought }) => isBrought).map(({ id }) => id);
        const muted = new Set(topicLabels.slice(0, 1));
        const offered = offerPrompts(all, { ...wanted, turn, round, seen, brought, muted });
        const suiting = all.filter(({ depth, labels }) => depth <= 2 && !labels.some((label) => muted.has(label)));
        expect(offered.every((one) => suiting.some(({ id }) => id === one.id))).toBe(true);
        expect(new Set(offered.map(({ id }) => id)).size).toBe(Math.min(2, suiting.length));
        const fresh = suiting.filter(({ isSeen }) => !isSeen).length;
        expect(offered.filter(({ id }) => !seen.has(id))).toHaveLength(Math.min(2, fresh));
      }),
      { numRuns: 500, seed: 20261126 },
    );
  });
});

describe("offering an exercise", () => {
  const exercise = (id: string, more: Partial<Exercise> = {}): Exercise => ({
    id,
    title: id,
    about: "",
    theme: "self",
    stages: ["story", "lens"],
    depth: 1,
    minutes: 10,
    steps: [],
    lighter: "",
    labels: [],
    ...more,
  });
  const all = [exercise("a"), exercise("b"), exercise("late", { stages: ["close"] }), exercise("deep", { depth: 3 })];

  it("[PROMPT-17] offers one of the stage, and not every pair the same", () => {
    expect(new Set(turns.map((turn) => offerExercise(all, { ...wanted, turn })?.id))).toEqual(new Set(["a", "b"]));
    expect(offerExercise(all, { ...wanted, stage: "agree" })).toBeNull();
  });

  it("[PROMPT-17] leaves out what was met while another is left", () => {
    expect(offerExercise(all, { ...wanted, seen: new Set(["a"]) })?.id).toBe("b");
    expect(offerExercise(all, { ...wanted, seen: new Set(["a", "b"]) })).not.toBeNull();
  });

  it("[PROMPT-17] goes no deeper than is open, and to no topic that is left out", () => {
    expect(offerExercise([exercise("deep", { depth: 3 })], { ...wanted, stage: "lens" })).toBeNull();
    expect(offerExercise([exercise("deep", { depth: 3 })], { ...wanted, stage: "lens", depth: 3 })?.id).toBe("deep");
    const muted = new Set(["health"] as const);
    expect(offerExercise([exercise("a", { labels: ["health"] })], { ...wanted, muted })).toBeNull();
  });
});
