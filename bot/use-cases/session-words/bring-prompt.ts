import type { PromptView } from "../../../shared/contract/prompts.ts";
import { isAhead } from "../../../shared/domain/check-in.ts";
import { whyNotBrought } from "../../../shared/domain/library/bringing.ts";
import type { PromptId } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, participant } from "../deps.ts";
import { libraryOf } from "../library/library-of.ts";
import { promptView } from "../sessions/prompt-view.ts";
import { broughtTo } from "./brought-to.ts";
import { type OfCheckIn, ownCheckIn } from "./own-check-in.ts";

type Refusal = "not-found" | "check-in-is-over" | "cannot-be-brought";

/** Brings a prompt that may be offered there to a check-in, in place of the person's former one; `null` brings none. */
export const bringPrompt =
  ({ store, ...library }: Pick<Deps, "store" | "prompts" | "exercises">) =>
  (
    input: OfCheckIn & { readonly promptId: PromptId | null },
  ): Promise<Result<{ brought: PromptView | null }, Refusal>> =>
    store.transact<Result<{ brought: PromptView | null }, Refusal>>(participant(input.by), async (records) => {
      const found = await ownCheckIn(records, input);
      if (!found) return refuse("not-found");
      if (!isAhead(found.checkIn)) return refuse("check-in-is-over");
      const prompt = (await libraryOf(records, library)).find(({ id }) => id === input.promptId);
      if (input.promptId !== null && !prompt) return refuse("not-found");
      if (prompt && whyNotBrought(prompt, await broughtTo(records, found.checkIn))) return refuse("cannot-be-brought");
      await records.library.bring(found.checkIn.id, found.pair.id, input.promptId);
      // Where prompts are on offer, the panels say who brought which.
      const session = await records.sessions.ofCheckIn(found.checkIn.id);
      if (session?.phase === "choose") await records.sessions.announce(session.id);
      return done({ brought: prompt ? promptView(prompt) : null });
    });
