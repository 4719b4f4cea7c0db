import type { MeetingSide } from "../host-protocol.ts";
import type { MeetingInfo } from "../world.ts";

/** What is shared on the meeting's stage, for everyone who has joined. */
export class Stage {
  readonly #changed: () => void;
  #path: string | undefined;
  #isAllowed = true;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The page of the app that is on the stage; everyone loads it over a line of their own. */
  get path(): string | undefined {
    return this.#path;
  }

  /** Whether apps may be shared in this meeting. */
  allow(isAllowed: boolean): void {
    this.#isAllowed = isAllowed;
    if (!isAllowed) this.stop();
  }

  stop(): void {
    if (this.#path === undefined) return;
    this.#path = undefined;
    this.#changed();
  }

  /** The meeting as a frame in it sees it. */
  side(info: MeetingInfo, appUrl: string): MeetingSide {
    return {
      details: () => meetingDetails(info),
      mayShare: () => this.#isAllowed,
      isSharing: () => this.#path !== undefined,
      share: (url) => this.#share(url, appUrl),
      stopSharing: () => this.stop(),
    };
  }

  #share(text: string, appUrl: string) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!this.#isAllowed || url?.origin !== new URL(appUrl).origin) return false;
    this.#path = url.pathname + url.search + url.hash;
    this.#changed();
    return true;
  }
}

function meetingDetails({ meetingId, title, joinUrl, chatId }: MeetingInfo) {
  return {
    details: { id: meetingId, title, joinUrl, type: title === "Meeting" ? "MeetNow" : "Scheduled" },
    conversation: { id: chatId, isGroup: true, conversationType: "groupChat" },
    organizer: {},
  };
}
