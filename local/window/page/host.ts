import { type HostContext, type HostSide, notSupported, type Reply, runtime, statusFuncs } from "./host-protocol.ts";

interface AppMessage {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

/** A window as the host needs it: somewhere to post to. */
export type MessageTarget = Pick<Window, "postMessage">;

/** Somewhere messages arrive: the page's own window. */
export type MessageSource = Pick<Window, "addEventListener" | "removeEventListener">;

/**
 * The host's half of the teams-js protocol, for one framed app.
 *
 * It listens only to that frame and its origin, answers each request by the ids it came with, and says "not supported"
 * to what it doesn't know, so that the app never waits for nothing.
 */
export class TeamsHost {
  readonly #side: HostSide;
  #isTalking = false;
  readonly #handlers: Readonly<Record<string, (args: readonly unknown[]) => Reply | Promise<Reply>>>;

  constructor(side: HostSide) {
    this.#side = side;
    this.#handlers = { ...this.#appHandlers(), ...this.#pageHandlers(), ...this.#meetingHandlers() };
  }

  /** Starts to listen; the returned function stops. */
  attach(source: MessageSource): () => void {
    const listen = (event: MessageEvent) => void this.#receive(event);
    source.addEventListener("message", listen);
    return () => source.removeEventListener("message", listen);
  }

  /** Pushes something the app didn't ask for, such as `themeChange`; before the app has begun to talk there is nobody to hear it. */
  push(func: string, args: readonly unknown[]): void {
    if (!this.#isTalking) return;
    this.#side.frame()?.postMessage({ func, args }, this.#side.appOrigin);
  }

  async #receive({ data, origin, source }: MessageEvent) {
    const frame = this.#side.frame();
    if (frame === null || source !== frame || origin !== this.#side.appOrigin || !isAppMessage(data)) return;
    const args = await this.#answer(data);
    if (args === undefined || data.id === undefined) return;
    frame.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
  }

  async #answer({ func, args = [] }: AppMessage): Promise<Reply> {
    const handler = this.#handlers[func];
    if (handler) return handler(args);
    return statusFuncs.has(func) ? [false, notSupported.message] : [notSupported];
  }

  #appHandlers() {
    const side = this.#side;
    const context = (): HostContext => side.context();
    return {
      initialize: () => {
        this.#isTalking = true;
        side.onStatus?.("initialized");
        return [context().frameContext, "web", JSON.stringify(runtime), "2.0.1"];
      },
      getContext: () => [context()],
      "authentication.getAuthToken": async () => {
        try {
          return [true, await side.authToken()];
        } catch (error) {
          return [false, error instanceof Error ? error.message : "CancelledByUser"];
        }
      },
      "authentication.authenticate": ([url, width, height]: readonly unknown[]) =>
        this.#authenticate(String(url), pixels(width, 480), pixels(height, 640)),
      registerHandler: () => undefined,
      "appInitialization.appLoaded": () => side.onStatus?.("loaded"),
      "appInitialization.success": () => side.onStatus?.("ready"),
      "appInitialization.failure": () => side.onStatus?.("failed"),
      "appInitialization.expectedFailure": () => side.onStatus?.("failed"),
      readyToUnload: () => undefined,
    };
  }

  async #authenticate(url: string, width: number, height: number): Promise<Reply> {
    const { appOrigin, authenticate } = this.#side;
    if (!authenticate) return [false, notSupported.message];
    const app = new URL(appOrigin);
    const page = URL.canParse(url) ? new URL(url) : undefined;
    if (page?.host !== app.host) return [false, "Only the app's own pages may begin this."];
    // teams-js takes https addresses alone, and this machine's server speaks plain http.
    page.protocol = app.protocol;
    return authenticate(page.href, width, height);
  }

  #pageHandlers() {
    const side = this.#side;
    const done = (isDone: boolean): Reply => (isDone ? [true] : [false, "This link leads nowhere in this window."]);
    return {
      executeDeepLink: ([url]: readonly unknown[]) => done(side.openLink(String(url))),
      "pages.navigateToApp": ([target]: readonly unknown[]) => {
        const { pageId, subPageId } = target as { pageId: string; subPageId?: string };
        return done(side.openPage(pageId, subPageId));
      },
      "pages.currentApp.navigateTo": ([target]: readonly unknown[]) => {
        const { pageId, subPageId } = target as { pageId: string; subPageId?: string };
        return side.openPage(pageId, subPageId) ? [null] : [noSuchPage];
      },
      "pages.currentApp.navigateToDefaultPage": () => (side.openPage("home", undefined) ? [null] : [noSuchPage]),
      navigateBack: () => done(side.goBack()),
      returnFocus: () => undefined,
      setFrameContext: () => undefined,
      shareDeepLink: () => undefined,
      "settings.getSettings": () => [{}],
      "settings.setSettings": () => [true],
      "settings.setValidityState": () => undefined,
      "settings.save.success": () => undefined,
      "settings.save.failure": () => undefined,
      "settings.remove.success": () => undefined,
    };
  }

  #meetingHandlers() {
    const { meeting } = this.#side;
    if (!meeting) return {};
    return {
      "meeting.getMeetingDetails": () => [null, meeting.details()],
      "meeting.getAppContentStageSharingCapabilities": () => [null, { doesAppHaveSharePermission: meeting.mayShare() }],
      "meeting.getAppContentStageSharingState": () => [null, { isAppSharing: meeting.isSharing() }],
      "meeting.shareAppContentToStage": ([url]: readonly unknown[]) =>
        meeting.share(String(url)) ? [null, true] : [{ errorCode: 500, message: "This can't be shared here." }],
      "meeting.stopSharingAppContentToStage": () => {
        meeting.stopSharing();
        return [null, true];
      },
    };
  }
}

const pixels = (given: unknown, usual: number) => (typeof given === "number" && given > 0 ? given : usual);

const noSuchPage = { errorCode: 4000, message: "The app has no such page." };

const isAppMessage = (data: unknown): data is AppMessage =>
  typeof data === "object" && data !== null && typeof (data as { func?: unknown }).func === "string";
