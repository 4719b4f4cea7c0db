import type { PromptWords } from "../../../shared/contract/prompts.ts";

/** Words that are typed and not kept yet. */
export interface PromptDraft {
  /** The prompt's id; a new prompt has its own from the start, so that keeping it twice makes one. */
  readonly id: string;
  /** The version that the words began from; 0 for a new prompt. */
  readonly seenVersion: number;
  readonly words: PromptWords;
}

const nameOf = (key: string): string => `counterpoint prompt draft ${key}`;

/** The draft under a key, a prompt's id or "new"; `null` where there is none that can be read. */
export function readDraft(key: string, storage: Pick<Storage, "getItem">): PromptDraft | null {
  try {
    const draft = JSON.parse(storage.getItem(nameOf(key)) ?? "null") as Partial<PromptDraft> | null;
    const isWhole =
      typeof draft?.id === "string" && typeof draft.seenVersion === "number" && Array.isArray(draft.words?.followUps);
    return isWhole ? (draft as PromptDraft) : null;
  } catch {
    return null;
  }
}

/** Keeps the draft while the window stays open, over a reload too. Where the browser keeps nothing it lives as long as the page. */
export function writeDraft(
  key: string,
  draft: PromptDraft | null,
  storage: Pick<Storage, "setItem" | "removeItem">,
): void {
  try {
    if (draft) storage.setItem(nameOf(key), JSON.stringify(draft));
    else storage.removeItem(nameOf(key));
  } catch {
    // The words stay on the page.
  }
}
