import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { effectiveLibrary } from "../../../shared/domain/library/library.ts";
import type { PromptId, TopicLabel } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { libraryPromptView } from "./library-view.ts";

export interface PromptList {
  readonly prompts: LibraryPromptView[];
  readonly favourites: PromptId[];
  readonly muted: TopicLabel[];
}

/** Every prompt that may be offered, with the person's own favourites among them and the topics that the person leaves out. */
export const listPrompts =
  ({ store, prompts }: Pick<Deps, "store" | "prompts">) =>
  (input: { readonly by: PersonRef }): Promise<Result<PromptList, "not-in-programme">> =>
    store.transact<Result<PromptList, "not-in-programme">>(participant(input.by), async ({ library, people }) => {
      if (!(await people.find(input.by.personId))) return refuse("not-in-programme");
      const organisation = await library.organisation();
      const offered = effectiveLibrary(prompts, organisation);
      const { favourites, muted } = await library.choices();
      return done({
        prompts: offered.map((prompt) => libraryPromptView(prompt, organisation)),
        favourites: favourites.filter((id) => offered.some((prompt) => prompt.id === id)),
        muted: [...muted],
      });
    });
