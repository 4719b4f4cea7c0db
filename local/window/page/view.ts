import type { Route } from "./routes.ts";
import type { Theme } from "./theme.ts";
import type { World } from "./world.ts";

/** What fills the window below its bar. */
export interface View {
  readonly title: string;
  readonly element: HTMLElement;
  /** Called when the theme changes while this view is shown. */
  readonly themed?: (theme: Theme) => void;
  /** Called when another view takes its place: stop listening. */
  readonly close?: () => void;
}

/** What the views may ask of the page around them. */
export interface WindowPage {
  readonly world: World;
  readonly theme: () => Theme;
  readonly setTheme: (theme: Theme) => void;
  /** Shows a route; `isReplacing` only corrects the address of what is shown already. */
  readonly go: (route: Route, isReplacing?: boolean) => void;
  /** Opens a link as a person; false when it leads nowhere. */
  readonly openLink: (url: string, person: string) => boolean;
}
