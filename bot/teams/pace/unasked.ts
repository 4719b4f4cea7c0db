import { setTimeout as sleep } from "node:timers/promises";
import { MessengerAway } from "../../ports/messenger.ts";
import type { Pace } from "../../ports/pace.ts";
import { ChannelBusy } from "../wire/channel-problem.ts";
import type { ConversationLimits } from "./conversation-limits.ts";

/** How long one message waits for its turn before its job is asked to come back later, in milliseconds. */
const patienceMs = 20_000;

/** Waits for the turn to say something unasked in a conversation. @throws MessengerAway, always sure, where that would take too long. */
export type Await = (conversation: string) => Promise<void>;

/** The turn to say something unasked comes when the app's pace over all processes and the conversation's own limits both allow it. */
export function awaitTurn(
  pace: Pace,
  limits: ConversationLimits,
  pause: (ms: number) => Promise<unknown> = sleep,
): Await {
  return async (conversation) => {
    const crowded = limits.waitFor(conversation);
    if (crowded > patienceMs) throw tooLong(crowded);
    const wait = await nextTurn(pace);
    if (wait > patienceMs) throw tooLong(wait);
    if (wait > 0) await pause(wait);
    const own = limits.take(conversation);
    if (own > 0) await pause(own);
  };
}

async function nextTurn(pace: Pace): Promise<number> {
  try {
    return await pace.turn();
  } catch (cause) {
    throw new MessengerAway("The turn to speak can't be had just now.", { cause, isSure: true });
  }
}

const tooLong = (ms: number) => new ChannelBusy(Math.ceil(ms / 1_000));
