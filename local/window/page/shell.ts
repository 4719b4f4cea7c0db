import { h, picker } from "./dom.ts";
import { pathOf, type Route } from "./routes.ts";
import { isTheme, themes } from "./theme.ts";
import type { WindowPage } from "./view.ts";

/** The window around every view: a bar with whose window this is and its theme, and the rail of places. */
export function shell(page: WindowPage, route: Route, content: HTMLElement): readonly HTMLElement[] {
  return [
    h("a", { class: "skip", href: "#content", click: skipToContent }, "Skip to content"),
    h(
      "header",
      { class: "bar" },
      h("span", { class: "bar-name" }, "Northlight"),
      personPicker(page, route),
      themePicker(page),
    ),
    rail(page, route),
    content,
  ];
}

function skipToContent(event: Event) {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

function personPicker({ world, go }: WindowPage, route: Route) {
  if (route.view !== "app") return undefined;
  const options = world.people.map(({ slug, name }) => ({ value: slug, label: name }));
  return picker("Person", options, route.person, (person) => go({ view: "app", person, tab: route.tab }));
}

function themePicker(page: WindowPage) {
  return picker("Theme", themes, page.theme(), (theme) => isTheme(theme) && page.setTheme(theme));
}

function rail({ world }: WindowPage, route: Route) {
  const shown = route.view === "meeting" || route.view === "both" ? route.people : undefined;
  const person = route.view === "app" ? route.person : shown?.[0];
  const pair = shown ?? pairOf(person);
  const names = pair.map((slug) => world.people.find((one) => one.slug === slug)?.givenName ?? slug);
  return h(
    "nav",
    { class: "rail", "aria-label": "Places" },
    place("People", "/", route.view === "choose"),
    person !== undefined && place("Counterpoint", pathOf({ view: "app", person, tab: "home" }), route.view === "app"),
    place("Meeting", pathOf({ view: "meeting", people: pair, joined: [] }), route.view === "meeting"),
    place("Both", pathOf({ view: "both", people: pair }), route.view === "both"),
    h("a", { href: `${world.calendarsUrl}?people=${names.join()}`, target: "_blank", rel: "noopener" }, "Calendars"),
    h("a", { href: world.controlUrl, target: "_blank", rel: "noopener" }, "Break it"),
  );
}

const place = (label: string, href: string, isCurrent: boolean) =>
  h("a", { href, "aria-current": isCurrent && "page" }, label);

/** Whom a person meets: partners come two by two in the list, and whoever has none looks in on the first pair. */
function pairOf(person: string | undefined): readonly [string, string] {
  return person === "chidi" || person === "dara" ? ["chidi", "dara"] : ["ana", "ben"];
}
