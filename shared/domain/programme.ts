import type { Id, TenantId } from "./id.ts";

export type ProgrammeId = Id<"programme">;

/** What a programme may be for. One or two are chosen, and they visibly steer prompts, matching and pulse items. */
export const purposes = [
  "inclusion",
  "connecting-generations",
  "leadership-at-all-levels",
  "collaboration-across-silos",
] as const;
export type Purpose = (typeof purposes)[number];

/** A programme renews itself every year as a new cohort. */
export interface Programme {
  readonly tenantId: TenantId;
  readonly id: ProgrammeId;
  readonly name: string;
  readonly purposes: readonly Purpose[];
  /** Why, in the organisation's own words. */
  readonly statement: string;
  readonly sponsorName: string;
}

/** Whether the purpose is whole, so that people may be invited: one or two purposes, a statement and a named sponsor. */
export function hasPurpose(programme: Pick<Programme, "purposes" | "statement" | "sponsorName">): boolean {
  const { purposes: chosen, statement, sponsorName } = programme;
  return chosen.length >= 1 && chosen.length <= 2 && statement.trim() !== "" && sponsorName.trim() !== "";
}
