/** The themes of Teams, by the names teams-js gives them. */
export const themes = [
  { value: "default", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "contrast", label: "High contrast" },
] as const;

export type Theme = (typeof themes)[number]["value"];

export const isTheme = (text: string | null): text is Theme => themes.some((theme) => theme.value === text);

const key = (place: string) => `theme:${place}`;

/** The theme last chosen for a place ("window", "ana"), or light. */
export function savedTheme(place: string, otherwise: Theme = "default"): Theme {
  const saved = localStorage.getItem(key(place));
  return isTheme(saved) ? saved : otherwise;
}

export const saveTheme = (place: string, theme: Theme): void => localStorage.setItem(key(place), theme);
