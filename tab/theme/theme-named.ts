import type { ThemeName } from "./voices.ts";

/** What Teams calls its themes, as ours; a name not known yet is taken as light. */
export function themeNamed(teamsName: string | undefined): ThemeName {
  if (teamsName === "dark" || teamsName === "glass") return "dark";
  return teamsName === "contrast" ? "contrast" : "light";
}
