import { appUrls } from "./app-urls.ts";
import { chatPanel } from "./chat/chat.ts";
import { h } from "./dom.ts";
import { appFrame } from "./frame.ts";
import { pathOf, type Route, tabs } from "./routes.ts";
import type { View, WindowPage } from "./view.ts";

type AppRoute = Extract<Route, { view: "app" }>;

/** Counterpoint as one person has it in Teams: its name, its tabs, and the chat or the framed page below. */
export function appView(page: WindowPage, route: AppRoute): View {
  const person = page.world.people.find((one) => one.slug === route.person);
  if (!person) throw new Error(`Nobody here is called ${route.person}.`);
  const { tab, sub } = route;
  const label = tabs.find((one) => one.id === tab)?.label ?? "";
  const body =
    tab === "chat"
      ? chatPanel(page, person)
      : appFrame({
          page,
          person,
          url: appUrls.personalTab(page.world.appUrl, tab),
          name: `Counterpoint: ${label}`,
          theme: page.theme(),
          place: { entityId: tab, frameContext: "content", ...(sub === undefined ? {} : { subEntityId: sub }) },
        });
  const element = h(
    "main",
    { id: "content", class: "app", tabindex: "-1", "aria-label": `${person.givenName}'s window` },
    header(route),
    body.element,
  );
  return { title: `${label}, ${person.givenName}`, element, themed: body.themed, close: body.close };
}

function header({ person, tab }: AppRoute) {
  const links = tabs.map(({ id, label }) =>
    h("a", { href: pathOf({ view: "app", person, tab: id }), "aria-current": id === tab && "page" }, label),
  );
  return h(
    "header",
    { class: "app-header" },
    h("img", { src: "/icon.svg", alt: "", width: "28", height: "28" }),
    h("h1", {}, "Counterpoint"),
    h("nav", { "aria-label": "Counterpoint" }, ...links),
  );
}
