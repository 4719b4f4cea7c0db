import { checkInAndPersonIds, type Job } from "./job.ts";

/** Goes on with a wish for a check-in that was kept while Outlook was away. */
export const offerSlotsWhenOutlookAnswers: Job = {
  name: "offer-slots",
  perform: async (data, { offerSlots }) => offerSlots(checkInAndPersonIds.parse(data)),
};
