import { useSyncExternalStore } from "react";

/**
 * Where the personal tab stands: a page; for the journal the entry that is open and the session a new one is about; for About the part to
 * show; for a cohort's booking the cohort; for preparing and reflecting the check-in; for the prompt library the prompt that is being written.
 */
export interface Route {
  readonly page: "home" | "journal" | "about" | "cohort-booking" | "prepare" | "reflect" | "prompts" | "prompt-editor";
  /** About's "calendar"; a cohort's, a check-in's or a prompt's id; "new" for a prompt that isn't there yet. */
  readonly part: string | null;
  /** An entry's id, "new", or `null` for the list alone. */
  readonly entry: string | null;
  readonly sessionNumber: number | null;
}

const pages: ReadonlySet<string> = new Set([
  "home",
  "journal",
  "about",
  "cohort-booking",
  "prepare",
  "reflect",
  "prompts",
  "prompt-editor",
]);
const isPage = (name: string | undefined): name is Route["page"] => name !== undefined && pages.has(name);

/** Reads "#/journal/new?session=3"; anything unknown is Home. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [name, rest = ""] = path.split("/");
  const page = isPage(name) ? name : "home";
  const session = Number(new URLSearchParams(query).get("session"));
  return {
    page,
    part: page === "journal" ? null : rest || null,
    entry: page === "journal" ? rest || null : null,
    sessionNumber: Number.isInteger(session) && session > 0 ? session : null,
  };
}

/** Pages that a link reaches as a sub-page of Home, each about one thing. */
const underHome: ReadonlySet<string> = new Set(["cohort-booking", "prepare", "reflect"]);
/** Such pages that are about nothing in particular. */
const wholeUnderHome: ReadonlySet<string> = new Set(["prompts", "prompt-editor"]);

/**
 * Where a link that opened the page wants to be: Teams opens the tab it names and tells the rest as a sub-page, as "cohort-booking/4f0c" or
 * "prepare/4f0c" in Home or "calendar" in About. The hash for it, or `null` where the page is right as it is.
 */
export function hashFor(subPage: string | null, hash: string): string | null {
  const { page, part } = routeOf(hash);
  if (!subPage || part !== null) return null;
  const [name = "", id = ""] = subPage.split("/");
  if (page === "home" && underHome.has(name) && id !== "") return `#/${name}/${id}`;
  if (page === "home" && wholeUnderHome.has(subPage)) return `#/${subPage}`;
  return page === "about" && subPage === "calendar" ? "#/about/calendar" : null;
}

/** Where the page's address points now; follows every change of it. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(listen, () => location.hash);
  return routeOf(hash);
}

function listen(onChange: () => void): () => void {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
}
