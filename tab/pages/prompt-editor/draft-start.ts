import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import type { PromptDraft } from "./prompt-draft.ts";
import { blankWords, wordsOf } from "./prompt-words.ts";

const from = "from:";

/** The part of the address under which a prompt of the organisation's own is begun from another. */
export const partFrom = (promptId: string): string => `${from}${promptId}`;

/** What is being written: the own prompt that stands, if any, and the words to begin with. */
export interface Start extends PromptDraft {
  readonly standing: EditorPromptView | null;
}

/**
 * What a part of the address begins with: "new" a blank prompt, "from:…" another one's words, an id the words of that own prompt. `null` where
 * there is no such prompt, or it is a built-in one.
 *
 * @param newId - the id for a prompt that isn't there yet.
 */
export function startOf(part: string, prompts: readonly EditorPromptView[], newId: string): Start | null {
  if (part === "new") return { id: newId, seenVersion: 0, words: blankWords, standing: null };
  const isCopy = part.startsWith(from);
  const prompt = prompts.find(({ id }) => id === (isCopy ? part.slice(from.length) : part));
  if (!prompt) return null;
  if (isCopy) return { id: newId, seenVersion: 0, words: wordsOf(prompt), standing: null };
  if (!prompt.isOwn) return null;
  return { id: prompt.id, seenVersion: prompt.version, words: wordsOf(prompt), standing: prompt };
}
