import type { WordsView } from "../../../shared/contract/session-words.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { Session } from "../../../shared/domain/session/session.ts";
import { keepWords, type SessionWordsKind, type SessionWordsRefusal } from "../../../shared/domain/session-words.ts";
import type { Records } from "../../ports.ts";
import { type Deps, participant } from "../deps.ts";
import { type OfCheckIn, ownCheckIn } from "./own-check-in.ts";
import { ownWords, wordsView } from "./own-words.ts";

export interface WordsToSave extends OfCheckIn {
  readonly kind: SessionWordsKind;
  readonly text: string;
  /** 0 for the first. */
  readonly seenVersion: number;
}

type Refusal = SessionWordsRefusal | "not-found";

/** Keeps what the person types. The same words again do no harm; where the others read them already, they are shown the new ones. */
export const saveOwnWords =
  ({ store }: Pick<Deps, "store">) =>
  (input: WordsToSave): Promise<Result<WordsView, Refusal>> =>
    store.transact<Result<WordsView, Refusal>>(participant(input.by), async (records) => {
      const found = await ownCheckIn(records, input);
      if (!found) return refuse("not-found");
      const session = await lockedSession(records, found.checkIn, input.kind);
      const current = await ownWords(records, found.checkIn, input.by, input.kind);
      const kept = keepWords(current, input.text, input.seenVersion, session);
      if (!kept.ok || kept.value === current) return kept.ok ? done(wordsView(current)) : kept;
      if (!(await records.sessionWords.save(kept.value))) return refuse("words-changed-meanwhile");
      if (session && isRead(session, kept.value)) await records.sessions.announce(session.id);
      return done(wordsView(kept.value));
    });

/** Words that the others may come to read wait for whoever acts in the session, so that none changes while it is revealed. */
async function lockedSession(records: Records, { id }: CheckIn, kind: SessionWordsKind): Promise<Session | null> {
  const session = kind === "notes" ? null : await records.sessions.ofCheckIn(id);
  return session && records.sessions.findForChange(session.id);
}

const isRead = ({ sharing }: Session, { kind, author }: { readonly kind: SessionWordsKind; readonly author: string }) =>
  kind === "carry-over" && sharing.includes(author);
