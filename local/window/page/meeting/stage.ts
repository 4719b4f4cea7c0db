import { appUrls } from "../app-urls.ts";
import type { MeetingSide } from "../host-protocol.ts";
import type { MeetingInfo } from "../world.ts";

/** What is shared on the meeting's stage, for everyone who has joined. */
export class Stage {
  readonly #appUrl: string;
  readonly #changed: () => void;
  #url: string | undefined;

  constructor(appUrl: string, changed: () => void) {
    this.#appUrl = appUrl;
    this.#changed = changed;
  }

  get url(): string | undefined {
    return this.#url;
  }

  stop(): void {
    if (this.#url === undefined) return;
    this.#url = undefined;
    this.#changed();
  }

  /** The meeting as a frame in it sees it. */
  side(info: MeetingInfo): MeetingSide {
    return {
      details: () => meetingDetails(info),
      isSharing: () => this.#url !== undefined,
      share: (url) => this.#share(url),
      stopSharing: () => this.stop(),
    };
  }

  #share(url: string) {
    const target = new URL(url, appUrls.stage(this.#appUrl));
    if (target.origin !== new URL(this.#appUrl).origin) return false;
    this.#url = target.href;
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
