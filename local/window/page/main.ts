import "./styles/window.css";
import "./styles/chat.css";
import "./styles/card.css";
import "./styles/meeting.css";
import { appView } from "./app-view.ts";
import { bothView } from "./both-view.ts";
import { chooseView } from "./choose.ts";
import { readDeepLink } from "./deep-link.ts";
import { h } from "./dom.ts";
import { meetingView } from "./meeting/meeting.ts";
import { pathOf, type Route, readRoute } from "./routes.ts";
import { shell } from "./shell.ts";
import { isTheme, savedTheme, saveTheme, type Theme, themeKey } from "./theme.ts";
import type { View, WindowPage } from "./view.ts";
import { loadWorld, peopleBehindLink, type World } from "./world.ts";

const root = document.getElementById("window");
if (!root) throw new Error("The page has no place to draw in.");

try {
  start(root, await loadWorld());
} catch (error) {
  root.append(h("p", { role: "alert" }, `This window couldn't start: ${(error as Error).message}`));
}

function start(place: HTMLElement, world: World) {
  const slugs = world.people.map((person) => person.slug);
  let shown: View | undefined;
  let theme = savedTheme("window");

  const wear = (chosen: Theme) => {
    theme = chosen;
    document.documentElement.dataset.theme = chosen;
    shown?.themed?.(chosen);
  };

  const page: WindowPage = {
    world,
    theme: () => theme,
    setTheme: (chosen: Theme) => {
      saveTheme("window", chosen);
      wear(chosen);
    },
    go: (route: Route, isReplacing = false) => {
      history[isReplacing ? "replaceState" : "pushState"](null, "", pathOf(route));
      if (!isReplacing) draw();
    },
    openLink: (url, person) => openLink(page, url, person),
  };

  const draw = () => {
    const route = readRoute(new URL(location.href), slugs);
    shown?.close?.();
    shown = viewOf(page, route);
    document.title = `${shown.title}, Counterpoint on this machine`;
    place.replaceChildren(...shell(page, route, shown.element));
  };

  document.documentElement.dataset.theme = theme;
  // Framed beside another window, it has the bar alone: the places are around both.
  if (window.parent !== window) document.documentElement.dataset.framed = "";
  addEventListener("popstate", draw);
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== themeKey("window") || !isTheme(newValue)) return;
    wear(newValue);
    draw();
  });
  addEventListener("click", (event) => followInside(event, page, slugs));
  draw();
}

function viewOf(page: WindowPage, route: Route): View {
  if (route.view === "app") return appView(page, route);
  if (route.view === "both") return bothView(page, route);
  if (route.view === "meeting") return meetingView(page, route);
  return chooseView(page);
}

/** Links to the window's own addresses change what is drawn instead of loading the page again. */
function followInside(event: MouseEvent, page: WindowPage, slugs: readonly string[]) {
  const link = (event.target as Element | null)?.closest("a");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || link.target !== "" || link.origin !== location.origin || event.defaultPrevented) return;
  event.preventDefault();
  page.go(readRoute(new URL(link.href), slugs));
}

/** Opens a Teams link as this person: a tab, or a meeting. Any other web address opens beside the window. */
function openLink(page: WindowPage, url: string, person: string): boolean {
  const link = readDeepLink(url);
  if (link?.kind === "tab") {
    const { tab, sub } = link;
    page.go({ view: "app", person, tab, ...(sub === undefined ? {} : { sub }) });
    return true;
  }
  if (link?.kind === "meeting") {
    void joinMeeting(page, link.joinUrl, person);
    return true;
  }
  if (!/^https?:\/\//.test(url)) return false;
  open(url, "_blank", "noopener");
  return true;
}

async function joinMeeting(page: WindowPage, joinUrl: string, person: string) {
  const partner = (await peopleBehindLink(joinUrl)).find((slug) => slug !== person);
  if (partner !== undefined) page.go({ view: "meeting", people: [person, partner], joined: [person] });
}
