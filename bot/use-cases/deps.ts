import type { Actor, JobName } from "../../shared/domain/access.ts";
import type { SagaStep } from "../../shared/domain/booking.ts";
import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { Exercise } from "../../shared/domain/exercise.ts";
import type { TenantId } from "../../shared/domain/id.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Prompt } from "../../shared/domain/prompt.ts";
import type { Calendar } from "../ports/calendar.ts";
import type { Connections } from "../ports/connections.ts";
import type { Directory } from "../ports/directory.ts";
import type { Mailboxes } from "../ports/mailboxes.ts";
import type { Meetings } from "../ports/meetings.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { Clock, Store } from "../ports.ts";

/** All that a use case reaches the world through. */
export interface Deps {
  readonly store: Store;
  readonly calendar: Calendar;
  readonly meetings: Meetings;
  readonly mailboxes: Mailboxes;
  readonly connections: Connections;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** A new random GUID. */
  readonly newId: () => string;
  /** The built-in ones. */
  readonly prompts: readonly Prompt[];
  readonly exercises: readonly Exercise[];
  /** Random text that nobody can guess, at most 100 characters. */
  readonly newSecret: () => string;
  /** Told after each step of what happens to an event has taken effect, before the next begins. */
  readonly onStep: (step: SagaStep, checkInId: CheckInId) => Promise<void>;
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
