import { promptsEditor } from "./en/tab/prompts-editor.ts";
import { inLanguage } from "./in-language.ts";

export type PromptsEditorMessages = typeof promptsEditor;

/** The words of the coordinators' page of prompts, in the reader's language (BCP 47). */
export const promptsEditorMessages = (locale: string): PromptsEditorMessages =>
  inLanguage({ en: promptsEditor }, locale);
