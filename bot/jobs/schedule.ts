import type { Queue } from "pg-boss";
import { bookCohortWhenConfirmed } from "./book-cohort-when-confirmed.ts";
import { followAfterNotice } from "./follow-after-notice.ts";
import { forgetMeetingsEveryHour } from "./forget-meetings-every-hour.ts";
import { furnishAfterBooking } from "./furnish-after-booking.ts";
import { greetWhenBegun } from "./greet-when-begun.ts";
import type { Job, QueuedJob } from "./job.ts";
import { keepRhythmEveryMinute } from "./keep-rhythm-every-minute.ts";
import { offerSlotsWhenOutlookAnswers } from "./offer-slots-when-outlook-answers.ts";
import { previewWhenAsked } from "./preview-when-asked.ts";
import { sweepEveryQuarter } from "./sweep-every-quarter.ts";
import { sweepOneMailbox } from "./sweep-one-mailbox.ts";
import { tellAfterNews } from "./tell-after-news.ts";
import { tellAsCohortIsBooked } from "./tell-as-cohort-is-booked.ts";
import { tellWhenConnectionBroke } from "./tell-when-connection-broke.ts";
import { tellWhenDue } from "./tell-when-due.ts";
import { watchWhenBooked } from "./watch-when-booked.ts";
import { writeToCalendarAfterDecision } from "./write-to-calendar-after-decision.ts";

/** A job with how many of its kind one process performs at once, each of which holds a database connection while it runs. */
export interface Scheduled {
  readonly job: Job;
  readonly workers: number;
  /** Where time alone sets it off: how many seconds lie between two of its runs. */
  readonly everySeconds?: number;
}

/** Every job, and when it acts. Those that wait for Outlook or Teams, and come in crowds, have more workers. */
export const schedule: readonly Scheduled[] = [
  { job: offerSlotsWhenOutlookAnswers, workers: 2 },
  { job: writeToCalendarAfterDecision, workers: 3 },
  { job: furnishAfterBooking, workers: 2 },
  { job: followAfterNotice, workers: 2 },
  { job: tellAfterNews, workers: 3 },
  { job: tellWhenDue, workers: 2 },
  { job: greetWhenBegun, workers: 1 },
  { job: forgetMeetingsEveryHour, workers: 1, everySeconds: 60 * 60 },
  { job: watchWhenBooked, workers: 2 },
  { job: sweepOneMailbox, workers: 2 },
  { job: sweepEveryQuarter, workers: 1, everySeconds: 15 * 60 },
  { job: keepRhythmEveryMinute, workers: 1, everySeconds: 60 },
  { job: tellWhenConnectionBroke, workers: 1 },
  { job: previewWhenAsked, workers: 1 },
  { job: bookCohortWhenConfirmed, workers: 1 },
  { job: tellAsCohortIsBooked, workers: 1 },
];

/** How many jobs one process performs at once, at most. */
export const mostAtOnce = schedule.reduce((sum, { workers }) => sum + workers, 0);

/**
 * How a queue treats its jobs; times in seconds.
 *
 * - Tried again after about 1, 2, 4, … seconds, then once a minute for more than a day: a request is kept while Outlook is down.
 * - A process that dies stops its heartbeat, and the job goes back to the queue. A handler that hangs is given up after two minutes.
 * - "short": of jobs with one key that wait for their first attempt, there is one.
 * - What is over is kept for a day.
 */
const patience = {
  policy: "short",
  notify: true,
  retryLimit: 2_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  deleteAfterSeconds: 86_400,
} as const satisfies Omit<Queue, "name">;

/** What time sets off comes again by itself. */
const littlePatience = { ...patience, retryLimit: 2 } as const;

/** The queues as the database is to keep them, one a job. */
export const queues: readonly (Omit<typeof patience, "retryLimit"> & {
  readonly name: QueuedJob;
  readonly retryLimit: number;
})[] = schedule.map(({ job, everySeconds }) => ({
  name: job.name,
  ...(everySeconds === undefined ? patience : littlePatience),
}));
