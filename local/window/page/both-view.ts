import { h } from "./dom.ts";
import { pathOf, type Route } from "./routes.ts";
import type { View, WindowPage } from "./view.ts";

type BothRoute = Extract<Route, { view: "both" }>;

/** Two people's windows beside each other, each whole and on its own. */
export function bothView({ world }: WindowPage, { people }: BothRoute): View {
  const frames = people.map((slug) => {
    const name = world.people.find((one) => one.slug === slug)?.givenName ?? slug;
    const src = pathOf({ view: "app", person: slug, tab: "home" });
    return h("iframe", { src, title: `${name}'s window`, allow: "clipboard-write" });
  });
  const element = h("main", { id: "content", class: "both", tabindex: "-1", "aria-label": "Two windows" }, ...frames);
  return { title: "Side by side", element };
}
