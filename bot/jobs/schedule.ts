import type { Queue } from "pg-boss";
import { bookAfterChoice } from "./book-after-choice.ts";
import type { Job, QueuedJob } from "./job.ts";
import { offerSlotsWhenOutlookAnswers } from "./offer-slots-when-outlook-answers.ts";
import { tellAfterBooking } from "./tell-after-booking.ts";

/** Every job, and when it acts. */
export const jobs: readonly Job[] = [offerSlotsWhenOutlookAnswers, bookAfterChoice, tellAfterBooking];

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

/** The queues as the database is to keep them, one a job. */
export const queues: readonly ({ readonly name: QueuedJob } & typeof patience)[] = jobs.map(({ name }) => ({
  name,
  ...patience,
}));
