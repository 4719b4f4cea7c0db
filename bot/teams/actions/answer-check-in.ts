import { aboutCheckIn } from "../answers/about-check-in.ts";
import { settle } from "../answers/answer-check-in.ts";
import { answeredCard } from "../cards/answered-card.ts";
import { show } from "../reply.ts";
import { action } from "./action.ts";

/** "We met", "We didn't": the first answer stands, and whoever comes later is shown it. */
export const answerCheckInAction = action("answer-check-in", async (input, turn) => {
  const about = await aboutCheckIn(turn, input.checkInId);
  const isAnswered = about?.checkIn.status === "held" || (about?.checkIn.status === "missed" && !input.met);
  return about && isAnswered ? show(answeredCard(about, turn.links, turn.reader)) : settle(turn, input);
});
