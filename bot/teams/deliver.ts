import type { TurnContext } from "botbuilder";
import { conversationIdOf } from "./pace/conversation-id.ts";
import type { ConversationLimits } from "./pace/conversation-limits.ts";
import type { Reply } from "./reply.ts";
import type { BotLog } from "./settings.ts";
import type { Turn } from "./turn.ts";
import { invokeResponseOf, messageOf } from "./wire/message.ts";
import type { Outbound } from "./wire/outbound.ts";
import { within } from "./within.ts";

/** How long the press of a button may take before it is answered with patience, and how long its card may take to be kept: Teams waits 5 s. */
const patience = { pressMs: 3_500, keepMs: 1_000 } as const;

/** Brings replies to the person who waits for them: at once, and counted in what the conversation's limits allow. */
export class Delivery {
  readonly #outbound: Outbound;
  readonly #log: BotLog;
  readonly #limits: Pick<ConversationLimits, "count">;
  readonly #late = new Set<Promise<void>>();

  constructor(outbound: Outbound, log: BotLog, limits: Pick<ConversationLimits, "count">) {
    this.#outbound = outbound;
    this.#log = log;
    this.#limits = limits;
  }

  /** Answers words with a message. */
  async bySaying(context: TurnContext, reply: Reply, turn: Turn): Promise<void> {
    this.#count(turn);
    const sent = await context.sendActivity(messageOf(reply.isPassing ? { text: reply.text, card: null } : reply));
    if (!reply.isPassing) await remember(turn, reply, sent?.id);
  }

  /** Answers the press of a button: the next card takes the place of the pressed one. What takes too long is sent when it is there. */
  async byReplacing(context: TurnContext, work: Promise<Reply>, turn: Turn): Promise<void> {
    const reply = await within(patience.pressMs, work);
    if (!reply) {
      this.#sendLater(work, turn);
      await context.sendActivity(invokeResponseOf({ text: turn.reader.words.troubles.stillLooking, card: null }));
      return;
    }
    await context.sendActivity(invokeResponseOf(reply));
    const { cardId } = turn.inbound;
    if (!reply.card || !cardId) return;
    await remember(turn, reply, cardId);
    if (!reply.isPassing) await within(patience.keepMs, this.#keep(turn, cardId, reply));
  }

  /** Waits for whatever is still on its way. */
  async settle(): Promise<void> {
    await Promise.all(this.#late);
  }

  /** Teams forgets the card in an answer when the chat is opened again, so the message itself is changed too. */
  async #keep(turn: Turn, cardId: string, reply: Reply): Promise<void> {
    this.#count(turn);
    try {
      await this.#outbound.update(turn.inbound.conversation, cardId, messageOf(reply));
    } catch (err) {
      this.#log.warn(
        { err, ...turn.by, event: "card-not-kept" },
        "A card was shown but its message couldn't be changed.",
      );
    }
  }

  #count({ inbound }: Turn): void {
    this.#limits.count(conversationIdOf(inbound.conversation));
  }

  #sendLater(work: Promise<Reply>, turn: Turn): void {
    const sending = this.#send(work, turn).finally(() => this.#late.delete(sending));
    this.#late.add(sending);
  }

  async #send(work: Promise<Reply>, turn: Turn): Promise<void> {
    try {
      const reply = await work;
      const words = reply.isPassing ? { text: reply.text, card: null } : reply;
      this.#count(turn);
      const id = await this.#outbound.send(turn.inbound.conversation, messageOf(words));
      if (!reply.isPassing) await remember(turn, reply, id);
    } catch (err) {
      this.#log.error({ err, ...turn.by, event: "late-answer-lost" }, "An answer that took long couldn't be given.");
    }
  }
}

/** Remembers the message that shows something, so that what comes of it takes its place. */
async function remember({ useCases, by }: Turn, { shows }: Reply, activityId: string | undefined): Promise<void> {
  if (shows === null || !activityId) return;
  if (shows.kind === "check-in") await useCases.rememberCard({ by, checkInId: shows.id, activityId });
  else await useCases.rememberCohortBookingCard({ by, cohortBookingId: shows.id, activityId });
}
