/** The themes of Teams, by the names teams-js gives them. */
export const themes = [
  { value: "default", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "contrast", label: "High contrast" },
] as const;

export type Theme = (typeof themes)[number]["value"];

export const isTheme = (text: string | null): text is Theme => themes.some((theme) => theme.value === text);

/** Under which name the browser keeps the theme of a place. */
export const themeKey = (place: string) => `theme:${place}`;

/** The theme last chosen for a place ("window", "ana"), or light. */
export function savedTheme(place: string, otherwise: Theme = "default"): Theme {
  const saved = localStorage.getItem(themeKey(place));
  return isTheme(saved) ? saved : otherwise;
}

export const saveTheme = (place: string, theme: Theme): void => localStorage.setItem(themeKey(place), theme);
