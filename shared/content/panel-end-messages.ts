import { panelEnd } from "./en/tab/panel-end.ts";
import { inLanguage } from "./in-language.ts";

export type PanelEndMessages = typeof panelEnd;

/** The words of a session's end, in the reader's language (BCP 47). */
export const panelEndMessages = (locale: string): PanelEndMessages => inLanguage({ en: panelEnd }, locale);
