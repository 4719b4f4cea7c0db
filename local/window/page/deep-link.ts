import { type Tab, tabs } from "./routes.ts";

/** Where a Teams link leads inside this window. */
export type DeepLink =
  | { readonly kind: "tab"; readonly tab: Tab; readonly sub?: string }
  | { readonly kind: "meeting"; readonly joinUrl: string };

const hosts = new Set(["teams.microsoft.com", "teams.cloud.microsoft"]);

/** Reads `https://teams.microsoft.com/l/…`: an app's tab, the chat with the bot, or a meeting to join. Other links are undefined. */
export function readDeepLink(text: string): DeepLink | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const [, marker, kind, , page = ""] = url.pathname.split("/");
  if (!hosts.has(url.hostname) || marker !== "l") return undefined;
  if (kind === "meetup-join") return { kind: "meeting", joinUrl: text };
  if (kind === "chat") return { kind: "tab", tab: "chat" };
  if (kind !== "entity") return undefined;
  return tabLink(decodeURIComponent(page), subPageIn(url.searchParams.get("context")));
}

/** What the app's manifest calls its tabs, where that is not what this window calls them: "about" is Teams' own. */
const tabNames: ReadonlyMap<string, string> = new Map([
  ["conversations", "chat"],
  ["about-counterpoint", "about"],
]);

/** The tab with this page id, and the part of it to show. */
export function tabLink(pageId: string, sub: string | undefined): DeepLink | undefined {
  const tab = tabs.find((one) => one.id === (tabNames.get(pageId) ?? pageId))?.id;
  return tab && { kind: "tab", tab, ...(sub ? { sub } : {}) };
}

function subPageIn(context: string | null): string | undefined {
  try {
    const { subEntityId } = JSON.parse(context ?? "{}") as { subEntityId?: unknown };
    return typeof subEntityId === "string" ? subEntityId : undefined;
  } catch {
    return undefined;
  }
}
