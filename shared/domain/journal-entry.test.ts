import { describe, expect, it } from "vitest";
import { reviseEntry, writeEntry } from "./journal-entry.ts";

const words = {
  id: "j1",
  pairId: "p1",
  author: "ana",
  text: "I kept answering before Ben had finished.",
  sessionNumber: 2,
  writtenAt: "2026-11-20T10:00:00Z",
};

describe("a journal entry", () => {
  it("[JOURNAL-1] is only its author's unless the author says otherwise", () => {
    expect(writeEntry(words)).toMatchObject({ ok: true, value: { audience: "only-me" } });
    expect(writeEntry({ ...words, audience: "partner" })).toMatchObject({ ok: true, value: { audience: "partner" } });
  });

  it("[JOURNAL-2] can be taken back after it was shared", () => {
    const shared = { ...words, audience: "partner" as const, version: 1 };
    expect(reviseEntry(shared, { audience: "only-me" }, 1)).toMatchObject({
      ok: true,
      value: { audience: "only-me", version: 2 },
    });
  });

  it("[JOURNAL-3] is never overwritten from a version that is no longer the latest", () => {
    const entry = { ...words, audience: "only-me" as const, version: 4 };
    expect(reviseEntry(entry, { text: "Next time I'll wait." }, 3)).toEqual({
      ok: false,
      refusal: "entry-changed-meanwhile",
    });
  });

  it("[JOURNAL-4] needs at least a word", () => {
    expect(writeEntry({ ...words, text: " \n" })).toEqual({ ok: false, refusal: "entry-is-empty" });
    expect(reviseEntry({ ...words, audience: "only-me", version: 1 }, { text: "" }, 1)).toEqual({
      ok: false,
      refusal: "entry-is-empty",
    });
  });
});
