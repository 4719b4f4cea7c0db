import { describe, expect, it } from "vitest";
import { aPrompt } from "../prompts/prompt-fixture.ts";
import { readDraft, writeDraft } from "./prompt-draft.ts";
import { wordsOf } from "./prompt-words.ts";

const draft = { id: "4f0c", seenVersion: 2, words: wordsOf(aPrompt({ text: "What is Chidi’s best question?" })) };

function storage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

describe("a prompt's draft", () => {
  it("is there again after a reload, each under its own key", () => {
    const here = storage();
    writeDraft("new", draft, here);
    expect(readDraft("new", here)).toEqual(draft);
    expect(readDraft("4f0c", here)).toBeNull();
  });

  it("is gone once it is let go", () => {
    const here = storage();
    writeDraft("new", draft, here);
    writeDraft("new", null, here);
    expect(readDraft("new", here)).toBeNull();
  });

  it("is none where what is kept can't be read", () => {
    const here = storage();
    for (const text of ["{", "null", '{"id":"4f0c"}', '{"id":"4f0c","seenVersion":1,"words":{}}']) {
      expect(readDraft("new", { ...here, getItem: () => text }), text).toBeNull();
    }
  });

  it("doesn't stand in the way where the browser keeps nothing", () => {
    const full = {
      setItem: () => {
        throw new Error("The quota is used up.");
      },
      removeItem: () => {},
    };
    expect(() => writeDraft("new", draft, full)).not.toThrow();
  });
});
