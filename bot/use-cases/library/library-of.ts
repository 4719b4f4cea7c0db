import { effectiveLibrary } from "../../../shared/domain/library/library.ts";
import type { Prompt } from "../../../shared/domain/prompt.ts";
import type { Records } from "../../ports.ts";
import type { Deps } from "../deps.ts";

/** Every prompt that may be offered in the acting person's organisation. */
export const libraryOf = async (
  { library }: Pick<Records, "library">,
  { prompts }: Pick<Deps, "prompts">,
): Promise<readonly Prompt[]> => effectiveLibrary(prompts, await library.organisation());
