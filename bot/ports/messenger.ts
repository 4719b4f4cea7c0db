import type { CheckIn } from "../../shared/domain/check-in.ts";
import type { Cohort } from "../../shared/domain/cohort.ts";
import type { CohortBooking, CohortBookingCounts } from "../../shared/domain/cohort-booking.ts";
import type { News } from "../../shared/domain/news.ts";
import type { Person, PersonId } from "../../shared/domain/person.ts";
import type { RhythmKind } from "../../shared/domain/rhythm.ts";
import type { SlotAnswer } from "../../shared/domain/slots/find-slots.ts";
import type { ConversationReference } from "./conversation-records.ts";

/** What the bot tells a person unasked. Wording and cards are the messenger's business. `cardId`: the message that it takes the place of. */
export type Notice =
  | (AboutCheckIn & { readonly kind: "slots-offered"; readonly isDue: boolean; readonly bookerAfter: PersonId })
  | (AboutCheckIn & { readonly kind: "no-slots"; readonly answer: NoSlots })
  | (AboutCheckIn & { readonly kind: "news"; readonly news: News; readonly cardId: string | null })
  | (AboutCheckIn & { readonly kind: "reminder"; readonly reminder: Exclude<RhythmKind, "how-it-went"> })
  | (AboutCheckIn & { readonly kind: "how-it-went" })
  | { readonly kind: "connection-broken" }
  | {
      readonly kind: "cohort-booking";
      readonly booking: CohortBooking;
      readonly cohort: Cohort;
      readonly counts: CohortBookingCounts;
      readonly cardId: string | null;
    };

interface AboutCheckIn {
  readonly checkIn: CheckIn;
  readonly partners: readonly Person[];
}

export type NoSlots = Extract<SlotAnswer, { readonly ok: false }>;

/** The bot's way to a person. */
export interface Messenger {
  /**
   * Tells the person, in the one-to-one chat; turns the message `cardId` into the new one where that is given.
   * @returns the message's id, or `null` when the person can't be reached (the app is not installed).
   * @throws MessengerAway when it should be tried again; its `isSure` says that nothing was delivered.
   */
  readonly tell: (to: Person, where: ConversationReference | null, notice: Notice) => Promise<string | null>;
  /**
   * Posts in a meeting's chat that the session can be opened; nothing of the pair stands in it.
   * @throws MessengerAway as `tell` does.
   */
  readonly greet: (where: ConversationReference, locale: string) => Promise<void>;
}

export class MessengerAway extends Error {
  override readonly name = "MessengerAway";
  /** Whether it is sure that nothing was delivered: then even what may be said only once may be said again. */
  readonly isSure: boolean;
  constructor(message: string, options: ErrorOptions & { readonly isSure?: boolean } = {}) {
    super(message, options);
    this.isSure = options.isSure ?? false;
  }
}
