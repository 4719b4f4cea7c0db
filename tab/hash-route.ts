import { useSyncExternalStore } from "react";

/** Where the personal tab stands: a page, and for the journal the entry that is open and the session a new one is about. */
export interface Route {
  readonly page: "home" | "journal" | "about";
  /** An entry's id, "new", or `null` for the list alone. */
  readonly entry: string | null;
  readonly sessionNumber: number | null;
}

const pages: ReadonlySet<string> = new Set(["home", "journal", "about"]);
const isPage = (name: string | undefined): name is Route["page"] => name !== undefined && pages.has(name);

/** Reads "#/journal/new?session=3"; anything unknown is Home. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [page, entry] = path.split("/");
  const session = Number(new URLSearchParams(query).get("session"));
  return {
    page: isPage(page) ? page : "home",
    entry: entry || null,
    sessionNumber: Number.isInteger(session) && session > 0 ? session : null,
  };
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
