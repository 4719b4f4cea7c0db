import type { CheckInId } from "./check-in.ts";
import type { PairId } from "./pair.ts";
import type { PersonId } from "./person.ts";
import { done, type Result, refuse } from "./result.ts";
import type { Session } from "./session/session.ts";

/**
 * What a person types around a session: what is carried over from last time, an appreciation, what was learned, and notes. All of it is the
 * author's alone until shared: a carry-over when its author shares it, appreciations and learnings when everybody's are revealed together.
 * Notes are never shared; they become a journal draft.
 */
export const sessionWordsKinds = ["carry-over", "appreciation", "learned", "notes"] as const;
export type SessionWordsKind = (typeof sessionWordsKinds)[number];

/** The longest of each, in characters. */
export const sessionWordsLimits: Readonly<Record<SessionWordsKind, number>> = {
  "carry-over": 500,
  appreciation: 500,
  learned: 500,
  notes: 4000,
};

/** Sealed in the store. */
export interface SessionWords {
  readonly checkInId: CheckInId;
  readonly pairId: PairId;
  readonly author: PersonId;
  readonly kind: SessionWordsKind;
  readonly text: string;
  /** Counts up with each save, so that two devices never overwrite each other unseen. */
  readonly version: number;
}

export type SessionWordsRefusal = "too-long" | "words-changed-meanwhile" | "words-are-revealed";

/** What stands before anything was typed. */
export const noWords = (words: Pick<SessionWords, "checkInId" | "pairId" | "author" | "kind">): SessionWords => ({
  ...words,
  text: "",
  version: 0,
});

/**
 * The words with another text, from the version that their author saw; the same object where that changes nothing, so that a repeat does no harm.
 * Empty words leave nothing but their version, so that another device never takes later ones for those it saw. What was revealed stays as the others
 * read it.
 *
 * @param session - `null` where nobody has opened it yet.
 */
export function keepWords(
  current: SessionWords,
  text: string,
  seenVersion: number,
  session: Pick<Session, "revealed"> | null,
): Result<SessionWords, SessionWordsRefusal> {
  const kept = text.trim() === "" ? "" : text;
  if (kept.length > sessionWordsLimits[current.kind]) return refuse("too-long");
  if (kept === current.text) return done(current);
  if (session?.revealed.some((kind) => kind === current.kind)) return refuse("words-are-revealed");
  if (current.version !== seenVersion) return refuse("words-changed-meanwhile");
  return done({ ...current, text: kept, version: current.version + 1 });
}

/** What a session leaves its author for a journal entry: the notes, then what was learned once it is revealed; `null` where there is neither. */
export function composeDraft(
  mine: readonly Pick<SessionWords, "kind" | "text">[],
  session: Pick<Session, "revealed"> | null,
): string | null {
  const textOf = (kind: SessionWordsKind) => mine.find((words) => words.kind === kind)?.text.trim() ?? "";
  const learned = session?.revealed.includes("learned") ? textOf("learned") : "";
  const draft = [textOf("notes"), learned].filter((text) => text !== "").join("\n\n");
  return draft === "" ? null : draft;
}
