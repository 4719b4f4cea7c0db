import { panelLayers } from "./en/tab/panel-layers.ts";
import { inLanguage } from "./in-language.ts";

export type PanelLayersMessages = typeof panelLayers;

/** The words of the layers below the panel, in the reader's language (BCP 47). */
export const panelLayersMessages = (locale: string): PanelLayersMessages => inLanguage({ en: panelLayers }, locale);
