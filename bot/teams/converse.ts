import { randomUUID } from "node:crypto";
import type { TurnContext } from "botbuilder";
import { botMessages } from "../../shared/content/bot-messages.ts";
import { refusalSentence } from "../../shared/content/refusal-sentence.ts";
import { type Clock, StoreAway } from "../ports.ts";
import { open } from "./cards/card.ts";
import { noteCard } from "./cards/plain-card.ts";
import type { Inbound } from "./inbound.ts";
import type { Links } from "./links.ts";
import type { MeetingNews } from "./meeting-news.ts";
import { type Reply, say, show } from "./reply.ts";
import type { BotLog } from "./settings.ts";
import type { BotUseCases, Turn } from "./turn.ts";
import { keepMeetingNews, keepTurn } from "./turn-store.ts";
import { invokeResponseOf, messageOf } from "./wire/message.ts";

export interface Conversation {
  readonly tenantId: string;
  readonly useCases: BotUseCases;
  readonly links: Links;
  readonly clock: Clock;
  readonly log: BotLog;
  /** Goes on once it is known who speaks. */
  readonly goOn: (context: TurnContext) => Promise<unknown>;
}

/** One turn from beginning to end: who it is, what is wanted, and one kind sentence when something breaks. */
export async function converse(context: TurnContext, inbound: Inbound, parts: Conversation): Promise<void> {
  if (inbound.kind === "other") return;
  if (inbound.kind === "meeting") return hear(context, inbound, parts);
  try {
    const met = await meetPerson(inbound, parts);
    if ("turn" in met) {
      keepTurn(context, met.turn);
      await parts.goOn(context);
    } else if (met.reply) await answer(context, inbound, met.reply);
  } catch (problem) {
    await apologise(context, inbound, problem, parts);
  }
}

/** What fails here is thrown: nobody waits for an apology, and Teams may send the event again. */
async function hear(context: TurnContext, inbound: MeetingNews["inbound"], parts: Conversation): Promise<void> {
  keepMeetingNews(context, { tenantId: parts.tenantId, inbound, noteMeeting: parts.useCases.noteMeeting });
  await parts.goOn(context);
}

type Met = { readonly turn: Turn } | { readonly reply: Reply | null };

async function meetPerson(inbound: Inbound, parts: Conversation): Promise<Met> {
  const locale = inbound.locale ?? "en";
  const { troubles } = botMessages(locale);
  if (!inbound.isOneToOne) {
    if (inbound.kind === "installed" || (inbound.kind === "message" && !inbound.isMentioned)) return { reply: null };
    return { reply: show(noteCard([troubles.oneToOne], [open(parts.links.chat, troubles.openChat)], { locale })) };
  }
  if (inbound.personId === null) return { reply: say(troubles.whoAreYou) };
  const by = { tenantId: parts.tenantId, personId: inbound.personId };
  const met = await parts.useCases.meet({ by, conversation: inbound.conversation });
  if (!met.ok) return { reply: say(refusalSentence(met.refusal, locale)) };
  const { person, roles } = met.value;
  return {
    turn: {
      inbound,
      by,
      person,
      roles,
      reader: readerOf(inbound, person, parts.clock),
      links: parts.links,
      useCases: parts.useCases,
    },
  };
}

/** Teams' language and the device's clock win over the stored ones. */
function readerOf(inbound: Inbound, person: Turn["person"], clock: Clock): Turn["reader"] {
  const locale = inbound.locale ?? person.locale;
  return { locale, timeZone: inbound.timeZone ?? person.timeZone, now: clock.now(), words: botMessages(locale) };
}

async function answer(context: TurnContext, inbound: Inbound, reply: Reply): Promise<void> {
  const isInvoke = inbound.kind === "card" && inbound.way === "execute";
  // In an answer to a button there is no room for another button, so the sentence stands alone.
  await context.sendActivity(isInvoke ? invokeResponseOf(say(reply.text)) : messageOf(reply));
}

/** The one place where a turn's bugs end. The log carries ids; the person gets one of them to quote. */
async function apologise(
  context: TurnContext,
  inbound: Inbound,
  problem: unknown,
  { log, tenantId }: Conversation,
): Promise<void> {
  const errorId = randomUUID();
  const about = { errorId, tenantId, personId: inbound.personId, event: inbound.kind };
  log.error({ err: problem, ...about }, "A turn of the bot failed.");
  const { troubles } = botMessages(inbound.locale ?? "en");
  try {
    await answer(
      context,
      inbound,
      say(problem instanceof StoreAway ? troubles.unavailable(errorId) : troubles.wentWrong(errorId)),
    );
  } catch (err) {
    log.error({ err, ...about }, "Not even the apology reached the person.");
  }
}
