import type { Activity } from "botbuilder";
import { botMessages } from "../../shared/content/bot-messages.ts";
import type { ConversationReference } from "../ports/conversation-records.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { Clock } from "../ports.ts";
import { greetingCard } from "./cards/greeting-card.ts";
import type { Links } from "./links.ts";
import { noticeReply } from "./notice.ts";
import { conversationIdOf } from "./pace/conversation-id.ts";
import type { Await } from "./pace/unasked.ts";
import { show } from "./reply.ts";
import { channelProblem } from "./wire/channel-problem.ts";
import { messageOf } from "./wire/message.ts";
import type { Outbound } from "./wire/outbound.ts";

interface MessengerParts {
  readonly outbound: Pick<Outbound, "send" | "update" | "sendNew">;
  readonly clock: Clock;
  readonly links: Links;
  /** Each call waits for its turn. */
  readonly awaitTurn: Await;
  readonly serviceUrl?: string | undefined;
}

/** Tells people what they did not just ask for. It tries each way once; when to try again is the job's affair. */
export function createMessenger({ outbound, clock, links, awaitTurn, serviceUrl }: MessengerParts): Messenger {
  return {
    tell: async (to, where, notice) => {
      const message = messageOf(noticeReply(notice, to, clock.now(), links));
      const cardId = "cardId" in notice ? notice.cardId : null;
      const inNewChat = async () => {
        // Two calls: one makes the chat, the other speaks in it.
        await awaitTurn(to.id);
        await awaitTurn(to.id);
        return outbound.sendNew(
          { tenantId: to.tenantId, personId: to.id, serviceUrl: serviceUrlOf(where) ?? serviceUrl },
          message,
        );
      };
      const ways = where ? waysInto(outbound, where, cardId, message, () => awaitTurn(conversationIdOf(where))) : [];
      return firstThatIsThere([...ways, inNewChat]);
    },
    greet: async (where, locale) => {
      const message = messageOf(show(greetingCard({ locale, words: botMessages(locale) })));
      await firstThatIsThere(waysInto(outbound, where, null, message, () => awaitTurn(conversationIdOf(where))));
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
  turn: () => Promise<void>,
): readonly Way[] {
  const anew: Way = async () => {
    await turn();
    return outbound.send(where, message);
  };
  if (cardId === null) return [anew];
  const inPlace: Way = async () => {
    await turn();
    return outbound.update(where, cardId, message);
  };
  return [inPlace, anew];
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
