import { panel } from "./en/tab/panel.ts";
import { inLanguage } from "./in-language.ts";

export type PanelMessages = typeof panel;

/** The side panel's words as it first loads, in the reader's language (BCP 47). */
export const panelMessages = (locale: string): PanelMessages => inLanguage({ en: panel }, locale);
