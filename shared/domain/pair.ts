import type { CohortId } from "./cohort.ts";
import type { Id, TenantId } from "./id.ts";
import type { PersonId } from "./person.ts";

export type PairId = Id<"pair">;

/** Where a pair stands: writing its agreement, meeting, resting until a date, through its last session, or ended without fault. */
export const pairStatuses = ["agreeing", "meeting", "paused", "closed", "ended"] as const;
export type PairStatus = (typeof pairStatuses)[number];

/** Two equals, or three where the cohort was odd. The order of members is only the order of voices and never rank. */
export interface Pair {
  readonly tenantId: TenantId;
  readonly id: PairId;
  readonly cohortId: CohortId;
  readonly members: readonly PersonId[];
  readonly status: PairStatus;
  /** The agreement in up to three lines, as shown wherever a session starts; empty until it is signed. */
  readonly agreementLines: readonly string[];
}

/** Whether the pair may book and hold check-ins now. */
export const isMeeting = (pair: Pick<Pair, "status">): boolean =>
  pair.status === "agreeing" || pair.status === "meeting";

/** The others in the pair, in the order of voices: one for a pair, two for a trio. */
export const partnersOf = (pair: Pick<Pair, "members">, person: PersonId): readonly PersonId[] =>
  pair.members.filter((member) => member !== person);

/** Whether the person is one of the pair. */
export const isMember = (pair: Pick<Pair, "members">, person: PersonId): boolean => pair.members.includes(person);
