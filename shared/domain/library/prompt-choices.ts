import { type PromptId, type TopicLabel, topicLabels } from "../prompt.ts";
import { done, type Result, refuse } from "../result.ts";
import { libraryLimits, type PromptChoices } from "./library.ts";

/** The choices with a prompt among the favourites, the newest last, or no longer; the same object where that is so already. */
export function markFavourite(
  choices: PromptChoices,
  id: PromptId,
  isFavourite: boolean,
): Result<PromptChoices, "too-many-favourites"> {
  const { favourites } = choices;
  if (favourites.includes(id) === isFavourite) return done(choices);
  if (!isFavourite) return done({ ...choices, favourites: favourites.filter((one) => one !== id) });
  if (favourites.length >= libraryLimits.favourites) return refuse("too-many-favourites");
  return done({ ...choices, favourites: [...favourites, id] });
}

/** The choices with these topics left out, each once, and no others. */
export const muteTopics = (choices: PromptChoices, muted: readonly TopicLabel[]): PromptChoices => ({
  ...choices,
  muted: topicLabels.filter((topic) => muted.includes(topic)),
});
