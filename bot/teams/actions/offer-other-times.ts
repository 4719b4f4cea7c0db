import { action } from "./action.ts";
import { timesFor } from "./times-for.ts";

/** "Other times": fresh ones for the same check-in, in place of those on the card. */
export const offerOtherTimesAction = action("offer-other-times", ({ checkInId }, turn) =>
  timesFor(checkInId, turn, { others: true }),
);
