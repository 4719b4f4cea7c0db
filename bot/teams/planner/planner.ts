import type { Plan, Planner, PredictedDoCommand, PredictedSayCommand, TurnState } from "@microsoft/teams-ai";
import type { TurnContext } from "botbuilder";
import type { IntentId } from "../../../shared/content/intents.ts";
import { turnOf } from "../turn-store.ts";
import { unreadable } from "./answer-text.ts";
import { understand } from "./understand.ts";
import type { Wish } from "./wish.ts";

/** The name of the action for what is like nothing we know. */
export const suggestAction = "suggest";

/** What is done for an intent, by the name of its action. */
export const actionName = (intent: IntentId | null): string => intent ?? suggestAction;

/** Plans without a language model: the same words in the same surroundings always become the same plan of one step. */
export class WishPlanner implements Planner<TurnState> {
  async beginTask(context: TurnContext): Promise<Plan> {
    const turn = turnOf(context);
    const text = context.activity.text ?? "";
    const refusal = unreadable(text, turn);
    if (refusal) return saying(refusal.text);
    const wish = await understand(text, turn);
    return doing(actionName(wish.intent), { wish });
  }

  /** Every plan ends with its one step. */
  continueTask(): Promise<Plan> {
    return Promise.resolve({ type: "plan", commands: [] });
  }
}

const saying = (content: string): Plan => {
  const command: PredictedSayCommand = { type: "SAY", response: { role: "assistant", content } };
  return { type: "plan", commands: [command] };
};

const doing = (action: string, parameters: { readonly wish: Wish }): Plan => {
  const command: PredictedDoCommand = { type: "DO", action, parameters };
  return { type: "plan", commands: [command] };
};
