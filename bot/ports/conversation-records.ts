import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { PersonId } from "../../shared/domain/person.ts";

/** Where the bot reaches a person. `reference` is the Bot Framework's conversation reference, kept as it came. */
export interface ConversationRecords {
  readonly find: (person: PersonId) => Promise<ConversationReference | null>;
  readonly save: (person: PersonId, reference: ConversationReference) => Promise<void>;
  /** The message that shows this check-in to this person, so that it can turn into a receipt. */
  readonly cardOf: (checkIn: CheckInId, person: PersonId) => Promise<string | null>;
  readonly saveCard: (checkIn: CheckInId, person: PersonId, activityId: string) => Promise<void>;
}

export type ConversationReference = Readonly<Record<string, unknown>>;
