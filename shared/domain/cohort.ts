import type { Id, TenantId } from "./id.ts";
import type { ProgrammeId } from "./programme.ts";

export type CohortId = Id<"cohort">;

/** The six sessions of a year, in order. Stage n is session n. */
export const stages = ["agree", "story", "lens", "difference", "change", "close"] as const;
export type Stage = (typeof stages)[number];

/** One yearly round of a programme. */
export interface Cohort {
  readonly tenantId: TenantId;
  readonly id: CohortId;
  readonly programmeId: ProgrammeId;
  /** "Spring 2027". */
  readonly name: string;
  /** ISO date, "2027-03-01". */
  readonly startsOn: string;
  readonly endsOn: string;
  /** How long a check-in lasts, in minutes. */
  readonly minutes: number;
  /** How many days lie between two check-ins, as agreed for the cohort. */
  readonly cadenceDays: number;
}

/** How long a session is where the cohort says nothing else: minutes for a pair, and for a trio. */
export const usualMinutes = { pair: 60, trio: 75 } as const;

/** The stage of a pair's session number `number` (from 1); sessions past the sixth stay at the last stage. */
export function stageOf(number: number): Stage {
  return stages[Math.min(Math.max(number, 1), stages.length) - 1] ?? "close";
}
