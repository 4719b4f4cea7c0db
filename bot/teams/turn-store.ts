import type { TurnContext } from "botbuilder";
import type { MeetingNews } from "./meeting-news.ts";
import type { Turn } from "./turn.ts";

const key = Symbol("turn");
const meetingKey = Symbol("meeting");

/** Lays the turn into the SDK's context, so that planner and buttons find it there. */
export const keepTurn = (context: TurnContext, turn: Turn): void => {
  context.turnState.set(key, turn);
};

/** The turn that the context belongs to. */
export function turnOf(context: TurnContext): Turn {
  const turn: Turn | undefined = context.turnState.get(key);
  if (!turn) throw new Error("Nobody met the person before this turn began.");
  return turn;
}

/** Lays what Teams says of a meeting into the SDK's context: nobody speaks in such a turn. */
export const keepMeetingNews = (context: TurnContext, news: MeetingNews): void => {
  context.turnState.set(meetingKey, news);
};

/** What the context says of a meeting; `undefined` for every other turn. */
export const meetingNewsOf = (context: TurnContext): MeetingNews | undefined => context.turnState.get(meetingKey);
