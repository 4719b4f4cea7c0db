import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from "@fluentui/react-components";
import { type Voice, voices } from "../../shared/domain/person.ts";
import { type ThemeName, voiceLooks } from "./voices.ts";

const fluentThemes: Readonly<Record<ThemeName, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Teams' own typeface, and where it is missing (Linux, a browser of one's own) faces that run as wide. */
const fontFamilyBase =
  '"Segoe UI", "Segoe UI Web (West European)", -apple-system, BlinkMacSystemFont, Roboto, "Open Sans", "Noto Sans", sans-serif';

/** Teams' theme with the voices' colours and dashes added as custom properties. */
export function appTheme(name: ThemeName): Theme {
  const own = voices.flatMap((voice) => [
    [`${voice}-colour`, voiceLooks[voice].colour[name]],
    [`${voice}-dash`, name === "contrast" ? voiceLooks[voice].contrastDash : "none"],
  ]);
  return { ...fluentThemes[name], fontFamilyBase, ...Object.fromEntries(own), ...quietGrounds(name) };
}

/** Grounds under a hovered or chosen row of text. High contrast has none, as text keeps its colour there; a line marks the row instead. */
const quietGrounds = (name: ThemeName) => ({
  "row-hover": name === "contrast" ? "transparent" : fluentThemes[name].colorNeutralBackground3Hover,
  "row-chosen": name === "contrast" ? "transparent" : fluentThemes[name].colorNeutralBackground3Selected,
  "row-line": name === "contrast" ? fluentThemes[name].colorNeutralForeground1 : "transparent",
});

/** The custom properties a voice is drawn with; they follow the theme. */
export const voiceColour = (voice: Voice): string => `var(--${voice}-colour)`;
export const voiceDash = (voice: Voice): string => `var(--${voice}-dash)`;
