import type { Voice } from "../../shared/domain/person.ts";

/** Teams' three themes. */
export const themeNames = ["light", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

/** How a voice is drawn. Hue never carries alone: every voice has a shape too, and in high contrast a dash of its own. */
export interface VoiceLook {
  readonly shape: "disc" | "diamond" | "triangle";
  readonly colour: Readonly<Record<ThemeName, string>>;
  /** SVG dash of the voice's line in high contrast. */
  readonly contrastDash: string;
}

/**
 * The voices, of equal weight on every ground: about 6.4:1 in light, 7.1:1 in dark, 13:1 in high contrast. High contrast keeps clear of
 * Teams' link colour (#ffff00), highlight (#1aebff) and disabled text (#3ff23f).
 */
export const voiceLooks: Readonly<Record<Voice, VoiceLook>> = {
  "voice-1": {
    shape: "disc",
    colour: { light: "#0b6a6f", dark: "#6cc5c3", contrast: "#7fdcd8" },
    contrastDash: "none",
  },
  "voice-2": {
    shape: "diamond",
    colour: { light: "#9a4616", dark: "#f0a37c", contrast: "#ffc09c" },
    contrastDash: "7 3",
  },
  "voice-3": {
    shape: "triangle",
    colour: { light: "#824699", dark: "#d1a7e4", contrast: "#e5bdf2" },
    contrastDash: "2 3",
  },
};
