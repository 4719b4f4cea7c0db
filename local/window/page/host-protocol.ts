import type { MessageTarget } from "./host.ts";
import type { Theme } from "./theme.ts";

/** The arguments of an answer; undefined where the protocol expects none. */
export type Reply = readonly unknown[] | undefined | void;

/** The context as it crosses the frame, flat, in teams-js 2.58's field names. */
export interface HostContext {
  readonly userObjectId: string;
  readonly tid: string;
  readonly loginHint: string;
  readonly userPrincipalName: string;
  readonly userDisplayName: string;
  readonly entityId: string;
  readonly subEntityId?: string;
  readonly meetingId?: string;
  readonly chatId?: string;
  readonly theme: Theme;
  readonly locale: string;
  readonly hostName: "Teams";
  readonly hostClientType: "web";
  readonly frameContext: "content" | "sidePanel" | "meetingStage";
}

export type FrameStatus = "initialized" | "loaded" | "ready" | "failed";

/** What a meeting offers a frame inside it. */
export interface MeetingSide {
  readonly details: () => unknown;
  /** Whether this person may put the app on the stage. */
  readonly mayShare: () => boolean;
  readonly isSharing: () => boolean;
  /** Puts a page of the app on the stage; false when it may not, or the page is not the app's. */
  readonly share: (url: string) => boolean;
  readonly stopSharing: () => void;
}

/** What a place in the window gives the frame it shows. The three `open` and `go` say whether they led anywhere. */
export interface HostSide {
  readonly appOrigin: string;
  readonly frame: () => MessageTarget | null;
  readonly context: () => HostContext;
  readonly authToken: () => Promise<string>;
  readonly openLink: (url: string) => boolean;
  readonly openPage: (pageId: string, subPageId: string | undefined) => boolean;
  readonly goBack: () => boolean;
  /** Opens a window of the app's for consent, and answers once it ended; without it, that isn't supported here. */
  readonly authenticate?: (url: string, width: number, height: number) => Promise<Reply>;
  readonly onStatus?: (status: FrameStatus) => void;
  readonly meeting?: MeetingSide;
}

/** What this host can do, as teams-js asks it on `initialize`. */
export const runtime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: { pages: { config: {}, backStack: {}, currentApp: {} }, meeting: {}, interactive: {} },
} as const;

/** teams-js' own error for what a platform lacks (`ErrorCode.NOT_SUPPORTED_ON_PLATFORM`). */
export const notSupported = { errorCode: 100, message: "This window doesn't support that." } as const;

/** Calls whose answer begins with whether they worked; the others begin with an error or null. */
export const statusFuncs: ReadonlySet<string> = new Set([
  "authentication.authenticate",
  "authentication.getUser",
  "navigateCrossDomain",
  "navigateToTab",
  "pages.navigateToApp",
  "executeDeepLink",
  "settings.setSettings",
]);
