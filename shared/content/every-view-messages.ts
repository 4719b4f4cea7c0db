import { everyView } from "./en/tab/every-view.ts";
import { inLanguage } from "./in-language.ts";

export type EveryViewMessages = typeof everyView;

/** Words of every view, in the reader's language (BCP 47). */
export const everyViewMessages = (locale: string): EveryViewMessages => inLanguage({ en: everyView }, locale);
