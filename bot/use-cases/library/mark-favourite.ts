import { markFavourite as decide } from "../../../shared/domain/library/prompt-choices.ts";
import type { PromptId } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { libraryOf } from "./library-of.ts";

export interface Marked {
  readonly by: PersonRef;
  readonly promptId: PromptId;
  readonly isFavourite: boolean;
}

type Refusal = "not-found" | "not-in-programme" | "too-many-favourites";

/** Keeps a prompt that may be offered among the person's favourites, or no longer. Nobody else can see them. */
export const markFavourite =
  (deps: Pick<Deps, "store" | "prompts">) =>
  (input: Marked): Promise<Result<{ readonly favourites: PromptId[] }, Refusal>> =>
    deps.store.transact<Result<{ readonly favourites: PromptId[] }, Refusal>>(
      participant(input.by),
      async (records) => {
        if (!(await records.people.find(input.by.personId))) return refuse("not-in-programme");
        const offered = await libraryOf(records, deps);
        const isOffered = (id: PromptId) => offered.some((prompt) => prompt.id === id);
        if (input.isFavourite && !isOffered(input.promptId)) return refuse("not-found");
        const choices = await records.library.choices();
        const decided = decide(choices, input.promptId, input.isFavourite);
        if (!decided.ok) return decided;
        if (decided.value !== choices) await records.library.saveChoices(decided.value);
        return done({ favourites: decided.value.favourites.filter(isOffered) });
      },
    );
