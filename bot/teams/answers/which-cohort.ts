import type { Cohort } from "../../../shared/domain/cohort.ts";
import { whichCohortCard } from "../cards/cohort-cards.ts";
import type { Wish } from "../planner/wish.ts";
import { type Reply, say, show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { refused } from "./refused.ts";

/** Finds the cohort that is meant and goes on with it; asks where several could be, and says so where none is. */
export async function withCohort(
  turn: Turn,
  wish: Wish,
  ask: (name: string) => string,
  answer: (cohort: Pick<Cohort, "id" | "name">) => Promise<Reply>,
): Promise<Reply> {
  const listed = await turn.useCases.listCohorts({ by: turn.by });
  if (!listed.ok) return refused(listed.refusal, turn);
  const all = listed.value;
  const { cohorts } = turn.reader.words;
  const [only] = all;
  if (!only) return say(cohorts.noCohorts);
  const named = all.find((one) => one.id === wish.cohortId);
  if (named) return answer(named);
  if (all.length === 1 && !wish.namesUnknownCohort) return answer(only);
  const question = wish.namesUnknownCohort ? cohorts.unknownCohort : cohorts.whichCohort;
  return show(
    whichCohortCard(
      question,
      all.map(({ name }) => name),
      ask,
      turn.reader,
    ),
  );
}
