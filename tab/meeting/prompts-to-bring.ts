import type { PromptView } from "../../shared/contract/prompts.ts";
import type { PreparationView } from "../../shared/contract/session-words.ts";

/** How many suggestions are worth reading in two minutes. */
const mostSuggestions = 4;

/** What can be brought, each once: favourites first. What is brought already is always among them, so that it can be seen and left. */
export function promptsToBring({ favourites, suggestions, brought }: PreparationView): {
  readonly favourites: readonly PromptView[];
  readonly suggestions: readonly PromptView[];
} {
  const isFavourite = (id: string) => favourites.some((one) => one.id === id);
  const others = suggestions.filter(({ id }) => !isFavourite(id)).slice(0, mostSuggestions);
  const isListed = brought === null || isFavourite(brought.id) || others.some(({ id }) => id === brought.id);
  return { favourites, suggestions: isListed ? others : [brought, ...others] };
}
