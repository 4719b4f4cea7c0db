import type { ReflectionAnswer } from "../../../shared/domain/reflection.ts";
import { aboutCheckIn } from "../answers/about-check-in.ts";
import { refused } from "../answers/refused.ts";
import { reflectedCard } from "../cards/reflect-card.ts";
import { say, show } from "../reply.ts";
import { action } from "./action.ts";

/** "Keep for me", "Share once Ben does too": keeps the two taps, and says who can read them without repeating them. */
export const reflectAction = action("reflect", async ({ checkInId, share, ...answers }, turn) => {
  const about = await aboutCheckIn(turn, checkInId);
  if (!about) return refused("not-found", turn);
  const [feltHeard, roomToSpeak] = [chosen(answers.feltHeard), chosen(answers.roomToSpeak)];
  if (feltHeard === null && roomToSpeak === null) return say(turn.reader.words.reflecting.nothingChosen);
  const saved = await turn.useCases.saveReflection({ by: turn.by, checkInId, feltHeard, roomToSpeak, isShared: share });
  if (!saved.ok) return refused(saved.refusal, turn);
  const standing = saved.value.revealed.length > 0 ? "revealed" : share ? "shared" : "kept";
  return show(reflectedCard(about, standing, turn.links, turn.reader));
});

/** Teams sends empty words for a question that was left open. */
const chosen = (answer: ReflectionAnswer | "" | undefined): ReflectionAnswer | null => (answer ? answer : null);
