import type { WordsView } from "../../../shared/contract/session-words.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, participant } from "../deps.ts";
import { type OfCheckIn, ownCheckIn } from "./own-check-in.ts";
import { wordsView } from "./own-words.ts";

/** All that the person typed around a check-in, shared or not. */
export const readOwnWords =
  ({ store }: Pick<Deps, "store">) =>
  (input: OfCheckIn): Promise<Result<{ words: WordsView[] }, "not-found">> =>
    store.transact<Result<{ words: WordsView[] }, "not-found">>(participant(input.by), async (records) => {
      const found = await ownCheckIn(records, input);
      if (!found) return refuse("not-found");
      return done({ words: (await records.sessionWords.mine(found.checkIn.id)).map(wordsView) });
    });
