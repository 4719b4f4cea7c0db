import { describe, expect, it } from "vitest";
import { libraryLimits, type PromptChoices } from "./library.ts";
import { markFavourite, muteTopics } from "./prompt-choices.ts";

const choices: PromptChoices = { personId: "ana", favourites: ["a"], muted: ["health"] };

describe("a person's choices about prompts", () => {
  it("[PROMPT-22] keeps a favourite, or no longer, and changes nothing when told again", () => {
    expect(markFavourite(choices, "b", true)).toMatchObject({ value: { favourites: ["a", "b"], muted: ["health"] } });
    expect(markFavourite(choices, "a", false)).toMatchObject({ value: { favourites: [] } });
    for (const [id, isFavourite] of [
      ["a", true],
      ["b", false],
    ] as const)
      expect(markFavourite(choices, id, isFavourite)).toEqual({ ok: true, value: choices });
  });

  it("[PROMPT-22] keeps fifty favourites at the most", () => {
    const favourites = Array.from({ length: libraryLimits.favourites }, (_, at) => `p${at}`);
    expect(markFavourite({ ...choices, favourites }, "one-more", true)).toEqual({
      ok: false,
      refusal: "too-many-favourites",
    });
    expect(markFavourite({ ...choices, favourites }, "p7", false).ok).toBe(true);
  });

  it("[PROMPT-13] leaves out the topics that were last said, each once", () => {
    expect(muteTopics(choices, ["trust", "career", "trust"])).toEqual({ ...choices, muted: ["career", "trust"] });
    expect(muteTopics(choices, []).muted).toEqual([]);
  });
});
