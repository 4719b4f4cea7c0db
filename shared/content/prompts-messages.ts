import { prompts } from "./en/tab/prompts.ts";
import { inLanguage } from "./in-language.ts";

export type PromptsMessages = typeof prompts;

/** The words of the page of prompts, in the reader's language (BCP 47). */
export const promptsMessages = (locale: string): PromptsMessages => inLanguage({ en: prompts }, locale);
