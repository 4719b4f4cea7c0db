import { answerText } from "../planner/answer-text.ts";
import { action } from "./action.ts";

/** A button that says something: the answer is the one to the same words typed. */
export const sayAction = action("say", ({ text }, turn) => answerText(text, turn));
