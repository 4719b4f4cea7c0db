import { authenticate } from "./auth-window.ts";
import { h } from "./dom.ts";
import { TeamsHost } from "./host.ts";
import type { HostContext, MeetingSide } from "./host-protocol.ts";
import type { Theme } from "./theme.ts";
import type { WindowPage } from "./view.ts";
import { freshToken, type Person } from "./world.ts";

interface FrameOptions {
  readonly page: WindowPage;
  readonly person: Person;
  readonly url: string;
  /** The frame's accessible name. */
  readonly name: string;
  readonly theme: Theme;
  /** The fields of the context that depend on where the frame stands. */
  readonly place: Pick<HostContext, "entityId" | "frameContext"> & Partial<HostContext>;
  readonly meeting?: MeetingSide;
}

/** A framed page of the app, hosted. */
export interface AppFrame {
  readonly element: HTMLElement;
  readonly themed: (theme: Theme) => void;
  readonly close: () => void;
}

const patienceMs = 12_000;

/** Frames a page of the app and plays Teams to it. When the app doesn't begin to talk, a line says so and offers another try. */
export function appFrame(options: FrameOptions): AppFrame {
  const { page, person, url, name } = options;
  let theme = options.theme;
  const frame = h("iframe", { title: name, allow: "clipboard-write", sandbox: sandbox.join(" ") });
  const trouble = h("div", { class: "trouble", role: "status" });
  const element = h("div", { class: "frame" }, trouble, frame);
  const appOrigin = new URL(url).origin;
  const host = new TeamsHost({
    appOrigin,
    frame: () => frame.contentWindow,
    context: () => ({ ...contextOf(page, person), ...options.place, theme }),
    authToken: () => freshToken(person.slug),
    openLink: (link) => page.openLink(link, person.slug),
    openPage: (pageId, sub) => page.openLink(entityLink(pageId, sub), person.slug),
    authenticate: (link, width, height) => {
      const context = () => ({ ...contextOf(page, person), ...options.place, theme });
      const request = { url: link, width, height, appOrigin, context };
      return authenticate(request, { open: (address, features) => open(address, "_blank", features), source: window });
    },
    goBack: () => (history.back(), true),
    onStatus: (status) => (status === "failed" ? show() : hide()),
    ...(options.meeting ? { meeting: options.meeting } : {}),
  });
  const detach = host.attach(window);
  let waiting = 0;
  const load = () => {
    hide();
    waiting = window.setTimeout(show, patienceMs);
    frame.src = url;
  };
  const hide = () => {
    clearTimeout(waiting);
    trouble.replaceChildren();
  };
  const show = () =>
    trouble.replaceChildren(
      "Counterpoint isn't answering here. ",
      h("button", { type: "button", click: load }, "Try again"),
    );
  load();
  return {
    element,
    themed: (chosen) => {
      theme = chosen;
      host.push("themeChange", [chosen]);
    },
    close: () => {
      clearTimeout(waiting);
      detach();
    },
  };
}

const sandbox = [
  "allow-scripts",
  "allow-same-origin",
  "allow-forms",
  "allow-modals",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-downloads",
];

const contextOf = ({ world }: WindowPage, person: Person) => ({
  userObjectId: person.oid,
  tid: world.tenantId,
  loginHint: person.mail,
  userPrincipalName: person.mail,
  userDisplayName: person.name,
  locale: person.locale.toLowerCase(),
  hostName: "Teams" as const,
  hostClientType: "web" as const,
});

function entityLink(pageId: string, sub: string | undefined) {
  const context = sub === undefined ? "" : `?context=${encodeURIComponent(JSON.stringify({ subEntityId: sub }))}`;
  return `https://teams.microsoft.com/l/entity/counterpoint/${encodeURIComponent(pageId)}${context}`;
}
