import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { mayRetire } from "../../../shared/domain/library/library.ts";
import type { PromptId } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { isCoordinator } from "../cohorts/is-coordinator.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { editorPromptView } from "./library-view.ts";

export interface Retirement {
  readonly by: PersonRef;
  readonly promptId: PromptId;
  readonly isRetired: boolean;
}

/** Takes a prompt out of what is offered, or brings it back. What sessions have opened stays as it is. */
export const retirePrompt =
  ({ store, prompts }: Pick<Deps, "store" | "prompts">) =>
  (input: Retirement): Promise<Result<EditorPromptView, "not-a-coordinator" | "not-found" | "too-few-prompts">> =>
    store.transact(coordinator(input.by), async (records) => {
      const { promptId, isRetired } = input;
      if (!(await isCoordinator(records, input.by))) return refuse("not-a-coordinator");
      const organisation = await records.library.organisationForChange();
      const prompt = [...prompts, ...organisation.own].find(({ id }) => id === promptId);
      if (!prompt) return refuse("not-found");
      if (isRetired && !mayRetire(prompts, organisation, promptId)) return refuse("too-few-prompts");
      if (organisation.retired.has(promptId) !== isRetired) await records.library.retire(promptId, isRetired);
      return done({ ...editorPromptView(prompt, organisation), isRetired });
    });
