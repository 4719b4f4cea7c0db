import type { Activity } from "botbuilder";
import { botMessages } from "../../shared/content/bot-messages.ts";
import type { Person } from "../../shared/domain/person.ts";
import type { Clock, ConversationReference, Messenger, Notice } from "../ports.ts";
import { noSlotsCard, receiptCard, slotLostCard } from "./cards/booking-cards.ts";
import type { Card } from "./cards/card.ts";
import { slotsCard } from "./cards/slots-card.ts";
import { type Reply, show } from "./reply.ts";
import type { CardReader } from "./turn.ts";
import { channelProblem } from "./wire/channel-problem.ts";
import { messageOf } from "./wire/message.ts";
import type { Outbound } from "./wire/outbound.ts";

interface MessengerParts {
  readonly outbound: Pick<Outbound, "send" | "update" | "sendNew">;
  readonly clock: Clock;
  readonly serviceUrl?: string | undefined;
}

/** Tells people what they did not just ask for. It tries each way once; when to try again is the job's affair. */
export function createMessenger({ outbound, clock, serviceUrl }: MessengerParts): Messenger {
  return {
    tell: async (to, where, notice) => {
      const message = messageOf(noticeReply(notice, to, clock.now()));
      const cardId = "cardId" in notice ? notice.cardId : null;
      const inNewChat = () =>
        outbound.sendNew(
          { tenantId: to.tenantId, personId: to.id, serviceUrl: serviceUrlOf(where) ?? serviceUrl },
          message,
        );
      const ways = [...(where ? waysInto(outbound, where, cardId, message) : []), inNewChat];
      return firstThatIsThere(ways);
    },
  };
}

type Way = () => Promise<string>;

/** In place of the card, else as a new message. */
function waysInto(
  outbound: MessengerParts["outbound"],
  where: ConversationReference,
  cardId: string | null,
  message: Partial<Activity>,
): readonly Way[] {
  const anew: Way = () => outbound.send(where, message);
  return cardId === null ? [anew] : [() => outbound.update(where, cardId, message), anew];
}

/** Goes on to the next way only where a message or chat is gone. @throws MessengerAway; any other problem is a bug and thrown as it is. */
async function firstThatIsThere([way, ...others]: readonly Way[]): Promise<string | null> {
  if (!way) return null;
  try {
    return await way();
  } catch (problem) {
    const meaning = channelProblem(problem);
    if (meaning.kind === "away") throw meaning.error;
    if (meaning.kind === "unreachable-person") return null;
    if (meaning.kind === "gone") return firstThatIsThere(others);
    throw problem;
  }
}

const serviceUrlOf = (where: ConversationReference | null): string | undefined =>
  typeof where?.["serviceUrl"] === "string" ? where["serviceUrl"] : undefined;

function noticeReply(notice: Notice, to: Person, now: Temporal.Instant): Reply {
  const reader = { locale: to.locale, timeZone: to.timeZone, now, words: botMessages(to.locale) };
  return show(noticeCard(notice, to, reader));
}

function noticeCard(notice: Notice, me: Person, reader: CardReader): Card {
  const about = { checkIn: notice.checkIn, partners: notice.partners, me };
  switch (notice.kind) {
    case "slots-offered":
      return slotsCard(about, reader);
    case "no-slots":
      return noSlotsCard(notice.checkIn.id, notice.reason, reader);
    case "check-in-booked":
      return receiptCard(about, reader);
    case "slot-lost":
      return slotLostCard(notice.checkIn, reader);
  }
}
