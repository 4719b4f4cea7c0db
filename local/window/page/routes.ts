import { type PersonalPage, personalPages } from "./app-urls.ts";

export type Tab = "chat" | PersonalPage;

/** The tabs of the personal app in their order, with the words on them. */
export const tabs: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: "chat", label: "Chat" },
  { id: "home", label: "Home" },
  { id: "journal", label: "Journal" },
  { id: "about", label: "About" },
];

/** What an address shows. `sub` is the part of a page that a deep link points at. */
export type Route =
  | { readonly view: "choose" }
  | { readonly view: "app"; readonly person: string; readonly tab: Tab; readonly sub?: string }
  | { readonly view: "both"; readonly people: readonly [string, string] }
  | MeetingRoute;

/** A meeting: whose it is, who has joined, who else has a window on it, and the name of a meeting that no calendar holds. */
export interface MeetingRoute {
  readonly view: "meeting";
  readonly people: readonly [string, string];
  /** Seats: slugs, "guest", and second devices such as "ana-2". */
  readonly joined: readonly string[];
  readonly others?: readonly string[];
  readonly call?: string;
}

const isTab = (text: string): text is Tab => text === "chat" || personalPages.some((page) => page === text);

/** Reads an address; one that means nothing shows the first page. `known` are the slugs of the people. */
export function readRoute(url: URL, known: readonly string[]): Route {
  const [, area, person = "", tab = "home"] = url.pathname.split("/");
  if (area === "as" && known.includes(person) && isTab(tab)) {
    const sub = url.searchParams.get("sub");
    return { view: "app", person, tab, ...(sub ? { sub } : {}) };
  }
  if (area === "both") return both(url, known);
  const as = names(url, "as", known)[0];
  if (area === "" && as !== undefined) return { view: "app", person: as, tab: "home" };
  return area === "meeting" ? meeting(url, known) : { view: "choose" };
}

function meeting(url: URL, known: readonly string[]): MeetingRoute {
  const [one, other] = names(url, "people", known);
  if (one === undefined || other === undefined) return { view: "meeting", people: ["ana", "ben"], joined: [] };
  const others = names(url, "others", seatsBeside([one, other], known));
  const call = url.searchParams.get("call");
  return {
    view: "meeting",
    people: [one, other],
    joined: names(url, "joined", [one, other, ...others]),
    ...(others.length > 0 ? { others } : {}),
    ...(call ? { call } : {}),
  };
}

/** Who besides these two may have a window on their meeting: anyone else, a guest, and each of the two on a second device. */
export const seatsBeside = (people: readonly string[], known: readonly string[]): readonly string[] => [
  ...known.filter((slug) => !people.includes(slug)),
  "guest",
  ...people.map((slug) => `${slug}-2`),
];

function both(url: URL, known: readonly string[]): Route {
  const [left = "ana"] = names(url, "left", known);
  const [right = left === "ben" ? "ana" : "ben"] = names(url, "right", known);
  return { view: "both", people: [left, right] };
}

/** The address of what a route shows. */
export function pathOf(route: Route): string {
  if (route.view === "choose") return "/";
  if (route.view === "both") return `/both?left=${route.people[0]}&right=${route.people[1]}`;
  if (route.view === "app") {
    const sub = route.sub === undefined ? "" : `?sub=${encodeURIComponent(route.sub)}`;
    return `/as/${route.person}/${route.tab}${sub}`;
  }
  const { people, others = [], joined, call } = route;
  const parts = [`people=${people.join()}`, others.length > 0 && `others=${others.join()}`];
  const rest = [joined.length > 0 && `joined=${joined.join()}`, call && `call=${encodeURIComponent(call)}`];
  return `/meeting?${[...parts, ...rest].filter(Boolean).join("&")}`;
}

const names = (url: URL, field: string, known: readonly string[]) =>
  [...new Set((url.searchParams.get(field) ?? "").toLowerCase().split(","))].filter((one) => known.includes(one));
