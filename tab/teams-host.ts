import { app, authentication, pages } from "@microsoft/teams-js";
import { asOutcome, type ConsentOutcome, consentPaths } from "../shared/contract/consent.ts";
import { type MeetingStage, meetingStage, noStage } from "./meeting-stage.ts";
import { themeNamed } from "./theme/theme-named.ts";
import type { ThemeName } from "./theme/voices.ts";
import { keepToken, type TokenKeeper } from "./token-keeper.ts";

/** What the app knows of the Teams window around it. */
export interface TeamsHost {
  readonly theme: ThemeName;
  /** BCP 47. */
  readonly locale: string;
  /** The meeting's chat, where the app stands in a meeting. */
  readonly chatId: string | null;
  /** The meeting's id, where the app stands in a meeting. */
  readonly meetingId: string | null;
  readonly frame: Frame;
  readonly inSidePanel: boolean;
  /** The meeting's stage; from anywhere but the side panel and the stage itself nothing can be shared. */
  readonly stage: MeetingStage;
  /** What a link to this page asked to be shown in it. */
  readonly subPage: string | null;
  readonly tokens: TokenKeeper;
  /** Tells Teams that the page can be shown. */
  readonly ready: () => void;
  /** Calls `listener` with each new theme. */
  readonly onTheme: (listener: (theme: ThemeName) => void) => void;
  /** Goes to another of the app's personal pages, so that Teams marks the right tab; `false` where Teams can't. */
  readonly goTo: (pageId: string, subPage?: string) => Promise<boolean>;
  /** Opens a pop-up in which the person consents at Entra, and tells how it ended. */
  readonly askConsent: () => Promise<ConsentOutcome>;
}

/** Where Teams shows the page: as a tab, of the personal app or of a meeting; beside a meeting; on a meeting's stage; or elsewhere. */
export type Frame = "content" | "sidePanel" | "meetingStage" | "other";

/** Why there is no host: no Teams around the page, or a window that doesn't answer. */
export type HostAbsence = "outside" | "silent";

const patience = 10_000;

/** Connects to the Teams window around this page, or says why there is none. */
export async function connectToTeams(): Promise<TeamsHost | HostAbsence> {
  if (window.parent === window && !window.opener) return "outside";
  try {
    await within(patience, app.initialize(localHostOrigins()));
    return hostOf(await within(patience, app.getContext()));
  } catch {
    return "silent";
  }
}

function hostOf(context: app.Context): TeamsHost {
  const frame = frameNamed(context.page.frameContext);
  return {
    theme: themeNamed(context.app.theme),
    locale: context.app.locale || navigator.language,
    chatId: context.chat?.id ?? null,
    meetingId: context.meeting?.id ?? null,
    frame,
    inSidePanel: frame === "sidePanel",
    stage: frame === "sidePanel" || frame === "meetingStage" ? meetingStage() : noStage,
    tokens: keepToken(() => authentication.getAuthToken()),
    ready: () => {
      app.notifyAppLoaded();
      void app.notifySuccess();
    },
    onTheme: (listener) => app.registerOnThemeChangeHandler((name) => listener(themeNamed(name))),
    subPage: context.page.subPageId || null,
    askConsent: () => askConsent(context.user?.loginHint ?? context.user?.userPrincipalName),
    goTo: async (pageId, subPageId) => {
      if (!pages.currentApp.isSupported()) return false;
      return pages.currentApp.navigateTo(subPageId ? { pageId, subPageId } : { pageId }).then(
        () => true,
        () => false,
      );
    },
  };
}

const frameNamed = (name: string): Frame =>
  name === "content" || name === "sidePanel" || name === "meetingStage" ? name : "other";

async function askConsent(loginHint: string | undefined): Promise<ConsentOutcome> {
  const url = new URL(consentPaths.begin, location.origin);
  // teams-js takes https addresses alone; the local window leads back to this machine's plain http.
  url.protocol = "https:";
  if (loginHint) url.searchParams.set("login_hint", loginHint);
  try {
    return asOutcome(await authentication.authenticate({ url: url.href, width: 600, height: 640 }));
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : "";
    return /cancel/i.test(why) ? "declined" : asOutcome(why);
  }
}

/** Origins that may frame the app besides Teams: the server names them in local running only. */
export function localHostOrigins(): string[] | undefined {
  const origins = document.querySelector<HTMLMetaElement>('meta[name="host-origins"]')?.content.split(/[\s,]+/) ?? [];
  const named = origins.filter((origin) => origin !== "");
  return named.length > 0 ? named : undefined;
}

function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("Teams did not answer in time.")), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
