import { checkInAndPersonIds, type Job } from "./job.ts";

/** Tells one of the pair what became of a booking. */
export const tellAfterBooking: Job = {
  name: "tell-booking",
  perform: async (data, { tellBooking }) => tellBooking(checkInAndPersonIds.parse(data)),
};
