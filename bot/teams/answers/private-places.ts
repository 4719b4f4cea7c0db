import { open } from "../cards/card.ts";
import { noteCard, plainCard } from "../cards/plain-card.ts";
import { show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import type { Answer } from "./answer.ts";

/** "Show our goals": goals are private words, so the chat only leads to them. */
export const seeGoals: Answer = async (turn) => {
  const { answers } = turn.reader.words;
  return show(
    noteCard([answers.goals(await partnerNames(turn))], [open(turn.links.home, answers.openHome)], turn.reader),
  );
};

/** "Write in my journal": the same. */
export const writeJournal: Answer = ({ reader, links }) =>
  Promise.resolve(
    show(noteCard([reader.words.answers.journal], [open(links.journal, reader.words.answers.openJournal)], reader)),
  );

/** "Who can see what I write?" */
export const seePrivacy: Answer = async (turn) => {
  const { answers } = turn.reader.words;
  const actions = [open(turn.links.journal, answers.openJournal), open(turn.links.home, answers.openHome)];
  return show(plainCard(answers.privacyTitle, answers.privacy(await partnerNames(turn)), actions, turn.reader));
};

async function partnerNames({ useCases, by }: Turn): Promise<readonly string[]> {
  const next = await useCases.readNextCheckIn({ by });
  return next.ok ? next.value.partners.map(({ name }) => name) : [];
}
