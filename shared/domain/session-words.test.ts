import { describe, expect, it } from "vitest";
import { composeDraft, keepWords, noWords, type SessionWords } from "./session-words.ts";

const blank = noWords({ checkInId: "c1", pairId: "p1", author: "ana", kind: "appreciation" });
const typed: SessionWords = { ...blank, text: "You asked before you answered.", version: 3 };
const revealed = { revealed: ["appreciation"] } as const;
const hidden = { revealed: ["learned"] } as const;

describe("what somebody types around a session", () => {
  it("[WORDS-21] is kept from the version that its author saw", () => {
    expect(keepWords(blank, "You listened.", 0, null)).toMatchObject({
      ok: true,
      value: { text: "You listened.", version: 1 },
    });
    expect(keepWords(typed, "You listened.", 3, hidden)).toMatchObject({ value: { version: 4 } });
    expect(keepWords(typed, "You listened.", 2, null)).toEqual({ ok: false, refusal: "words-changed-meanwhile" });
  });

  it("[WORDS-21] changes nothing when it is kept again", () => {
    expect(keepWords(typed, typed.text, 2, revealed)).toEqual({ ok: true, value: typed });
  });

  it("[WORDS-22] is emptied by empty words, and keeps its version", () => {
    expect(keepWords(typed, " \n ", 3, null)).toEqual({ ok: true, value: { ...typed, text: "", version: 4 } });
    expect(keepWords(typed, "", 2, null)).toMatchObject({ refusal: "words-changed-meanwhile" });
  });

  it("[WORDS-23] stays as the others read it once it is revealed", () => {
    expect(keepWords(typed, "Something else", 3, revealed)).toEqual({ ok: false, refusal: "words-are-revealed" });
    expect(keepWords(typed, "", 3, revealed)).toEqual({ ok: false, refusal: "words-are-revealed" });
    expect(keepWords({ ...typed, kind: "carry-over" }, "Something else", 3, revealed)).toMatchObject({ ok: true });
  });

  it("[WORDS-24] is as long as its kind allows", () => {
    expect(keepWords(blank, "a".repeat(501), 0, null)).toEqual({ ok: false, refusal: "too-long" });
    expect(keepWords({ ...blank, kind: "notes" }, "a".repeat(4000), 0, null)).toMatchObject({ ok: true });
  });
});

describe("the draft for a journal entry", () => {
  const words = [
    { kind: "learned", text: "Silence helps." },
    { kind: "carry-over", text: "The offer I made." },
    { kind: "notes", text: "Ask about the move.\n" },
  ] as const;

  it("[WORDS-25] is the notes, and what was learned once that is revealed", () => {
    expect(composeDraft(words, { revealed: ["learned"] })).toBe("Ask about the move.\n\nSilence helps.");
    expect(composeDraft(words, { revealed: [] })).toBe("Ask about the move.");
    expect(composeDraft(words, null)).toBe("Ask about the move.");
  });

  it("[WORDS-25] is none where nothing was left", () => {
    expect(composeDraft([{ kind: "notes", text: "  " }], { revealed: ["learned"] })).toBeNull();
  });
});
