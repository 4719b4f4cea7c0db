import type { Stage } from "./cohort.ts";

/** What the database counts for a coordinator. It returns numbers and never rows. */
export interface CohortCounts {
  readonly people: number;
  readonly pairs: number;
  readonly sessionsHeld: number;
  /** Pairs that met in the last six weeks. */
  readonly metRecently: number;
  readonly paused: number;
  /** Pairs by the stage of their next session. */
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
}

/** What a coordinator is shown. `recent` is `null` where the cohort is too small for figures. */
export interface CohortOverview {
  readonly pairs: number;
  readonly sessionsHeld: number;
  readonly recent: {
    readonly met: number;
    readonly quiet: number;
    readonly paused: number;
    readonly stages: Readonly<Partial<Record<Stage, number>>>;
  } | null;
}

/** Fewest people and pairs for which any figure but pairs formed and sessions held is shown. */
export const smallestCohort = { people: 8, pairs: 5 } as const;

/** How many weeks back "met recently" looks. */
export const recentWeeks = 6;

/** The counts as a coordinator may see them: below eight people or five pairs, only pairs formed and sessions held. */
export function overviewOf(counts: CohortCounts): CohortOverview {
  const { people, pairs, sessionsHeld, metRecently, paused, stages } = counts;
  if (people < smallestCohort.people || pairs < smallestCohort.pairs) return { pairs, sessionsHeld, recent: null };
  return { pairs, sessionsHeld, recent: { met: metRecently, quiet: pairs - metRecently - paused, paused, stages } };
}
