import { action } from "./action.ts";
import { timesFor } from "./times-for.ts";

/** One tap on what would open a time: a shorter check-in, a later day, or the same person's day again. */
export const askForTimesAction = action("ask-for-times", ({ checkInId, ...wanted }, turn) =>
  timesFor(checkInId, turn, wanted),
);
