import { describe, expect, it } from "vitest";
import { offerPrompts, type Prompt, themes } from "./prompt.ts";

const prompt = (id: string, more: Partial<Prompt> = {}): Prompt => ({
  id,
  stage: "story",
  theme: "self",
  depth: 1,
  minutes: 10,
  whoFirst: "alternate",
  text: `What about ${id}?`,
  followUps: [],
  lighter: `And ${id}?`,
  purposes: [],
  ...more,
});

const library = themes.map((theme) => prompt(theme, { theme }));
const offer = { stage: "story", seen: new Set<string>(), depth: 2, turn: 0 } as const;

describe("offering prompts", () => {
  it("[PROMPT-1] offers two of the stage, of different themes", () => {
    const offered = offerPrompts([prompt("twin"), ...library], offer);
    expect(offered).toHaveLength(2);
    expect(offered[0]?.theme).not.toBe(offered[1]?.theme);
    expect(offerPrompts(library, { ...offer, stage: "lens" })).toEqual([]);
  });

  it("[PROMPT-2] leaves out what either has met before, while two are left", () => {
    const seen = new Set(["self", "partnership", "growth"]);
    expect(offerPrompts(library, { ...offer, seen }).map((one) => one.id)).toEqual(["work-and-power", "difference"]);
  });

  it("[PROMPT-2] brings earlier ones back rather than offering none", () => {
    expect(offerPrompts(library, { ...offer, seen: new Set(themes) })).toHaveLength(2);
  });

  it("[PROMPT-3] goes no deeper than the stage and the pair allow", () => {
    const deep = [prompt("deep", { depth: 3 }), prompt("a"), prompt("b", { theme: "growth" })];
    const ids = [0, 1, 2, 3].flatMap((turn) => offerPrompts(deep, { ...offer, depth: 4, turn }).map((one) => one.id));
    expect(ids).not.toContain("deep");
    expect(offerPrompts([prompt("x", { depth: 2 })], { ...offer, depth: 1 })).toEqual([]);
  });

  it("[PROMPT-1] offers others when asked again", () => {
    expect(offerPrompts(library, { ...offer, turn: 2 })[0]?.id).not.toBe(offerPrompts(library, offer)[0]?.id);
  });
});
