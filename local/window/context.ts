import type { Channel } from "./channel.ts";
import type { Chats } from "./chats.ts";
import type { Faults } from "./connector/faults.ts";
import type { EventLine } from "./event-line.ts";
import type { NetworkLines } from "./network-lines.ts";

/** Where the window stands among the other processes. URLs have no slash at the end. */
export interface WindowSettings {
  readonly port: number;
  /** The sign-in's issuer, `http://localhost:<port>/<tenant>/v2.0`. */
  readonly issuer: string;
  /** The Graph stand-in's base, `http://localhost:<port>/v1.0`. */
  readonly graphUrl: string;
  /** The server, `http://localhost:<port>`. */
  readonly appUrl: string;
  /** Where the chats are kept; without it they end with the process. */
  readonly stateDir?: string | undefined;
  /** The built page; `dist/window` of the repository unless a test says otherwise. */
  readonly pageDir?: string | undefined;
}

/** What the routes of the window process share. */
export interface WindowContext {
  readonly settings: WindowSettings;
  readonly chats: Chats;
  readonly channel: Channel;
  readonly faults: Faults;
  readonly events: EventLine;
  readonly lines: NetworkLines;
}

/** The address the bot answers to: it travels in every activity and in the channel's token. */
export const serviceUrl = (port: number): string => `http://localhost:${port}/connector/`;
