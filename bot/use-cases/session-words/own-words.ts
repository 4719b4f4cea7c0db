import type { WordsView } from "../../../shared/contract/session-words.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { noWords, type SessionWords, type SessionWordsKind } from "../../../shared/domain/session-words.ts";
import type { Records } from "../../ports.ts";
import type { PersonRef } from "../deps.ts";

/** What the person typed of one kind around a check-in, as it stands. */
export async function ownWords(
  records: Records,
  { id: checkInId, pairId }: CheckIn,
  { personId: author }: PersonRef,
  kind: SessionWordsKind,
): Promise<SessionWords> {
  const mine = await records.sessionWords.mine(checkInId);
  return mine.find((one) => one.kind === kind) ?? noWords({ checkInId, pairId, author, kind });
}

/** Words as their own author sees them. */
export const wordsView = ({ kind, text, version }: SessionWords): WordsView => ({ kind, text, version });
