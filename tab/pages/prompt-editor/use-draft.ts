import { useState } from "react";
import type { PromptWords } from "../../../shared/contract/prompts.ts";
import { type PromptDraft, readDraft, writeDraft } from "./prompt-draft.ts";

/** The words being written under a part of the address. They survive a look elsewhere and a reload, until they are kept or let go. */
export function useDraft(part: string, start: PromptDraft) {
  const [draft, setDraft] = useState<PromptDraft | null>(() => readDraft(part, sessionStorage));
  const put = (next: PromptDraft | null) => {
    writeDraft(part, next, sessionStorage);
    setDraft(next);
  };
  return {
    draft: draft ?? start,
    /** Whether anything was written that isn't kept. */
    isWritten: draft !== null,
    write: (words: PromptWords) => put({ ...(draft ?? start), words }),
    letGo: () => put(null),
  };
}
