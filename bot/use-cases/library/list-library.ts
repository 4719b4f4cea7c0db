import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { isCoordinator } from "../cohorts/is-coordinator.ts";
import { coordinator, type Deps, type PersonRef } from "../deps.ts";
import { editorPromptView } from "./library-view.ts";

/** The whole library, what was retired included, for coordinators. */
export const listLibrary =
  ({ store, prompts }: Pick<Deps, "store" | "prompts">) =>
  (input: { readonly by: PersonRef }): Promise<Result<{ readonly prompts: EditorPromptView[] }, "not-a-coordinator">> =>
    store.transact(coordinator(input.by), async (records) => {
      if (!(await isCoordinator(records, input.by))) return refuse("not-a-coordinator");
      const organisation = await records.library.organisation();
      return done({
        prompts: [...prompts, ...organisation.own].map((prompt) => editorPromptView(prompt, organisation)),
      });
    });
