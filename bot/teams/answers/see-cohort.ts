import type { CohortId } from "../../../shared/domain/cohort.ts";
import { recentWeeks } from "../../../shared/domain/cohort-overview.ts";
import { overviewCard, quietPairsCard } from "../cards/cohort-cards.ts";
import { type Reply, say, show } from "../reply.ts";
import type { Turn } from "../turn.ts";
import type { Answer } from "./answer.ts";
import { refused } from "./refused.ts";
import { withCohort } from "./which-cohort.ts";

/** "How is the spring cohort?": counts, for coordinators. */
export const cohortOverview: Answer = (turn, wish) =>
  withCohort(turn, wish, turn.reader.words.cohorts.askHow, async ({ id }) => {
    const overview = await turn.useCases.readCohort({ by: turn.by, cohortId: id });
    return overview.ok ? show(overviewCard(overview.value, turn.reader)) : refused(overview.refusal, turn);
  });

/** "Which pairs are quiet?": names and no cause, for coordinators. */
export const quietPairs: Answer = (turn, wish) =>
  withCohort(turn, wish, turn.reader.words.cohorts.askQuiet, ({ id }) => showQuietPairs(turn, id));

/** The pairs of the cohort that have not met lately. */
export async function showQuietPairs(turn: Turn, cohortId: CohortId): Promise<Reply> {
  const quiet = await turn.useCases.listQuietPairs({ by: turn.by, cohortId });
  if (!quiet.ok) return refused(quiet.refusal, turn);
  if (quiet.value.length === 0) return say(turn.reader.words.cohorts.nobodyIsQuiet(recentWeeks));
  return show(quietPairsCard(quiet.value, turn.reader));
}
