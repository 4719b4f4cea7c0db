import { answers, otherwise } from "../answers/answers.ts";
import { refused } from "../answers/refused.ts";
import { type Reply, say } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { understand } from "./understand.ts";
import type { Wish } from "./wish.ts";

/** Longest message that is read, in characters. */
const longest = 2000;

/** Answers words as if they had been typed. */
export async function answerText(text: string, turn: Turn): Promise<Reply> {
  return unreadable(text, turn) ?? answerWish(await understand(text, turn), turn);
}

/** What is answered to words that can't be read at all; `null` for those that can. */
export function unreadable(text: string, turn: Turn): Reply | null {
  if (text.trim() === "") return say(turn.reader.words.troubles.wordsOnly);
  return text.length > longest ? refused("too-long", turn) : null;
}

/** Answers a wish. */
export const answerWish = (wish: Wish, turn: Turn): Promise<Reply> =>
  wish.intent === null ? otherwise(turn, wish) : answers[wish.intent](turn, wish);
