import type { TurnContext } from "botbuilder";
import type { Turn } from "./turn.ts";

const key = Symbol("turn");

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
