import { z } from "zod";
import { rhythmKinds } from "../../shared/domain/rhythm.ts";
import type { JobRequest } from "../ports/job-request.ts";

/** The jobs that wait in a queue. The others are only names to act under. */
export type QueuedJob = JobRequest["name"];

/** "try-again" when something outside was away; whoever throws has a bug, and is tried again as well. */
export type JobOutcome = "done" | "try-again";

/** Ids only: a queue has no walls around it. */
export const tenantIds = z.object({ tenantId: z.guid() });
export const checkInIds = tenantIds.extend({ checkInId: z.guid() });
export const personIds = tenantIds.extend({ personId: z.guid() });
export const checkInAndPersonIds = checkInIds.extend({ personId: z.guid() });
export const newsIds = checkInAndPersonIds.extend({ number: z.int().min(1) });
export const rhythmIds = checkInAndPersonIds.extend({
  kind: z.enum(rhythmKinds),
  startsAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
});
export const meetingIds = tenantIds.extend({ chatId: z.string().min(1).max(1000), startedAt: z.iso.datetime() });
export const cohortBookingIds = tenantIds.extend({ cohortBookingId: z.guid() });

type Handler<Ids> = (ids: Ids) => Promise<JobOutcome>;

/** What the jobs ask of the rest of the house. */
export interface JobUseCases {
  readonly offerSlots: Handler<z.infer<typeof checkInAndPersonIds>>;
  readonly writeToCalendar: Handler<z.infer<typeof checkInIds>>;
  /** What `writeToCalendar` couldn't do in a day is said to need a person. */
  readonly giveUpWriting: Handler<z.infer<typeof checkInIds>>;
  readonly furnishMeeting: Handler<z.infer<typeof checkInIds>>;
  readonly followCheckIn: Handler<z.infer<typeof checkInIds>>;
  readonly tellNews: Handler<z.infer<typeof newsIds>>;
  readonly tellRhythm: Handler<z.infer<typeof rhythmIds>>;
  readonly greetMeeting: Handler<z.infer<typeof meetingIds>>;
  readonly forgetMeetings: Handler<z.infer<typeof tenantIds>>;
  readonly watchMailbox: Handler<z.infer<typeof personIds>>;
  readonly sweepMailbox: Handler<z.infer<typeof personIds>>;
  readonly sweepMailboxes: Handler<z.infer<typeof tenantIds>>;
  readonly keepRhythm: Handler<z.infer<typeof tenantIds>>;
  readonly tellConnection: Handler<z.infer<typeof personIds>>;
  readonly previewCohortBooking: Handler<z.infer<typeof cohortBookingIds>>;
  readonly bookCohort: Handler<z.infer<typeof cohortBookingIds>>;
  readonly tellCohortBooking: Handler<z.infer<typeof cohortBookingIds>>;
}

/** A job from its queue to its use case. Its data is whatever stood in the queue, and is read before it is believed. */
export interface Job {
  readonly name: QueuedJob;
  readonly perform: (data: unknown, useCases: JobUseCases) => Promise<JobOutcome>;
  /** What it is about: of the jobs about one subject, over all processes and queues, one acts at a time. */
  readonly subjectOf: (data: unknown) => string;
  /** Called when the last attempt failed. */
  readonly giveUp: ((data: unknown, useCases: JobUseCases) => Promise<JobOutcome>) | null;
}

/** Declares a job whose data has the shape `ids`. */
export const job = <Ids>(declared: {
  readonly name: QueuedJob;
  readonly ids: z.ZodType<Ids>;
  readonly subject: (ids: Ids) => string;
  readonly perform: (ids: Ids, useCases: JobUseCases) => Promise<JobOutcome>;
  readonly giveUp?: (ids: Ids, useCases: JobUseCases) => Promise<JobOutcome>;
}): Job => {
  const { name, ids, subject, perform, giveUp } = declared;
  return {
    name,
    subjectOf: (data) => subject(ids.parse(data)),
    perform: async (data, useCases) => perform(ids.parse(data), useCases),
    giveUp: giveUp ? async (data, useCases) => giveUp(ids.parse(data), useCases) : null,
  };
};

type InTenant = z.infer<typeof tenantIds>;

/** Whatever changes one check-in. */
export const aboutCheckIn = ({ tenantId, checkInId }: InTenant & { readonly checkInId: string }): string =>
  `${tenantId} check-in ${checkInId}`;

/** What is said to one person about one check-in: it keeps its order. */
export const toPerson = (ids: z.infer<typeof checkInAndPersonIds>): string => `${aboutCheckIn(ids)} to ${ids.personId}`;

export const aboutMeeting = ({ tenantId, chatId }: z.infer<typeof meetingIds>): string =>
  `${tenantId} meeting ${chatId}`;

export const aboutMailbox = ({ tenantId, personId }: z.infer<typeof personIds>): string =>
  `${tenantId} mailbox ${personId}`;

export const aboutCohortBooking = ({ tenantId, cohortBookingId }: z.infer<typeof cohortBookingIds>): string =>
  `${tenantId} cohort booking ${cohortBookingId}`;
