import type { Actor, JobName } from "../../shared/domain/access.ts";
import type { BookingStep, CheckInId } from "../../shared/domain/check-in.ts";
import type { TenantId } from "../../shared/domain/id.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Prompt } from "../../shared/domain/prompt.ts";
import type { Calendar, Clock, Directory, Messenger, Store } from "../ports.ts";

/** All that a use case reaches the world through. */
export interface Deps {
  readonly store: Store;
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** A new random GUID. */
  readonly newId: () => string;
  readonly prompts: readonly Prompt[];
  /** Told after each step of a booking has taken effect, before the next begins. */
  readonly onStep: (step: BookingStep, checkInId: CheckInId) => Promise<void>;
}

/** Who asks: always from a verified token or from Teams, never from what was sent. */
export interface PersonRef {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
}

export const participant = ({ tenantId, personId }: PersonRef): Actor => ({
  kind: "person",
  tenantId,
  personId,
  role: "participant",
});

export const coordinator = ({ tenantId, personId }: PersonRef): Actor => ({
  kind: "person",
  tenantId,
  personId,
  role: "coordinator",
});

export const job = (tenantId: TenantId, name: JobName): Actor => ({ kind: "job", tenantId, job: name });
