import { checkInIds, type Job } from "./job.ts";

/** Puts a chosen time into both calendars. */
export const bookAfterChoice: Job = {
  name: "book-check-in",
  perform: async (data, { finishBooking }) => finishBooking(checkInIds.parse(data)),
};
