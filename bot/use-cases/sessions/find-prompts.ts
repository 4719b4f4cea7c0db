import type { Prompt, PromptId } from "../../../shared/domain/prompt.ts";
import type { Records } from "../../ports.ts";
import type { Deps } from "../deps.ts";

/** The prompts with these ids, retired ones too: what a session has opened stays as it is. An id that nobody knows is left out. */
export async function findPrompts(
  records: Records,
  ids: readonly PromptId[],
  { prompts }: Pick<Deps, "prompts">,
): Promise<readonly Prompt[]> {
  const builtIn = ids.flatMap((id) => prompts.find((one) => one.id === id) ?? []);
  if (builtIn.length === ids.length) return builtIn;
  const { own } = await records.library.organisation();
  return ids.flatMap((id) => [...prompts, ...own].find((one) => one.id === id) ?? []);
}
