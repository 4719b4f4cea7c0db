import { h } from "./dom.ts";
import { pathOf } from "./routes.ts";
import type { View, WindowPage } from "./view.ts";

/** What each person comes here to see, in one sentence. */
const sights: Readonly<Record<string, string>> = {
  ana: "Ben's partner. The next check-in is open to book.",
  ben: "Ana's partner, in India. The same pair from the other side.",
  chidi: "Dara's partner. A pair at another point of the year.",
  dara: "Chidi's partner. What only one of the two can read stays out of sight.",
  elif: "Coordinates the spring cohort. Ask Counterpoint how it is going.",
};

/** The first page: whose window shall this be? */
export function chooseView({ world }: WindowPage): View {
  const people = world.people.map(({ slug, name }) =>
    h(
      "li",
      {},
      h(
        "a",
        { href: pathOf({ view: "app", person: slug, tab: "home" }) },
        h("strong", {}, name),
        h("span", {}, sights[slug] ?? ""),
      ),
    ),
  );
  const meeting = pathOf({ view: "meeting", people: ["ana", "ben"], joined: ["ana", "ben"] });
  const beside = pathOf({ view: "both", people: ["ana", "ben"] });
  const element = h(
    "main",
    { id: "content", class: "choose", tabindex: "-1", "aria-label": "People" },
    h("h1", {}, "Whose window is this?"),
    h(
      "p",
      {},
      "Northlight exists only on this machine. Choose somebody and see Counterpoint as that person does in Teams.",
    ),
    h("ul", {}, ...people),
    h("p", {}, h("a", { href: beside }, "See Ana's and Ben's windows side by side")),
    h("p", {}, h("a", { href: meeting }, "Watch Ana and Ben in a meeting")),
    h("p", {}, h("a", { href: world.controlUrl }, "Break Microsoft, and watch Counterpoint cope")),
  );
  return { title: "Whose window is this?", element };
}
