import type { BotMessages } from "../../shared/content/bot-messages.ts";
import type { Reader } from "../../shared/content/when.ts";
import type { Role } from "../../shared/domain/access.ts";
import type { Person } from "../../shared/domain/person.ts";
import type { PersonRef } from "../use-cases/deps.ts";
import type { UseCases } from "../use-cases/use-cases.ts";
import type { Inbound } from "./inbound.ts";
import type { Links } from "./links.ts";

/** The use cases that the chat opens onto. */
export type BotUseCases = Pick<
  UseCases,
  | "meet"
  | "askForCheckIn"
  | "bookCheckIn"
  | "cancelCheckIn"
  | "changeLength"
  | "answerCheckIn"
  | "saveReflection"
  | "noteMeeting"
  | "readCheckIn"
  | "readNextCheckIn"
  | "listPartners"
  | "rememberCard"
  | "listCohorts"
  | "readCohort"
  | "listQuietPairs"
  | "beginCohortBooking"
  | "readLatestCohortBooking"
  | "readCohortBooking"
  | "steerCohortBooking"
  | "rememberCohortBookingCard"
>;

/** On whose clock and in whose language a card is written. */
export interface CardReader extends Reader {
  readonly now: Temporal.Instant;
  readonly words: BotMessages;
}

/** One thing that somebody wants of the bot. Who acts comes from Teams and never from a card. */
export interface Turn {
  readonly inbound: Inbound;
  readonly by: PersonRef;
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly reader: CardReader;
  readonly links: Links;
  readonly useCases: BotUseCases;
}
