import { aboutCheckIn, checkInAndPersonIds, job } from "./job.ts";

/** Goes on with a wish for a check-in that was kept while Outlook was away, or that nobody had to utter. */
export const offerSlotsWhenOutlookAnswers = job({
  name: "offer-slots",
  ids: checkInAndPersonIds,
  subject: aboutCheckIn,
  perform: (ids, { offerSlots }) => offerSlots(ids),
});
