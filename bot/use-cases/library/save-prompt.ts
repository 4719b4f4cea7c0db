import type { EditorPromptView, PromptWords } from "../../../shared/contract/prompts.ts";
import { checkOwnPrompt, type OwnPromptRefusal } from "../../../shared/domain/library/library.ts";
import type { PromptId } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { isCoordinator } from "../cohorts/is-coordinator.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { editorPromptView } from "./library-view.ts";

export interface WrittenPrompt {
  readonly by: PersonRef;
  readonly ownPromptId: PromptId;
  readonly words: PromptWords;
  /** 0 for a new one. */
  readonly seenVersion: number;
}

/** Adds a prompt of the organisation's own, or rewrites it from the version that the coordinator saw. */
export const savePrompt =
  ({ store, prompts }: Pick<Deps, "store" | "prompts">) =>
  (input: WrittenPrompt): Promise<Result<EditorPromptView, OwnPromptRefusal | "not-a-coordinator">> =>
    store.transact(coordinator(input.by), async (records) => {
      if (!(await isCoordinator(records, input.by))) return refuse("not-a-coordinator");
      const organisation = await records.library.organisationForChange();
      const written = { id: input.ownPromptId, ...input.words };
      const checked = checkOwnPrompt(prompts, organisation, written, input.seenVersion);
      if (!checked.ok) return checked;
      if (!(await records.library.saveOwn(checked.value))) return refuse("prompt-changed-meanwhile");
      return done(editorPromptView(checked.value, { ...organisation, own: [checked.value] }));
    });
