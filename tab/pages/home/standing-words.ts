import type { CheckInMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";

type StandingSay = Pick<CheckInMessages, "onTheSpot" | "noLink" | "guests" | "guestsSee">;

/** What a person should know of a check-in that stands: where it is held, where that isn't said by a link; and who else is invited. */
export const standingWords = (
  { isOnTheSpot, joinUrl, guests }: Pick<CheckInView, "isOnTheSpot" | "joinUrl" | "guests">,
  say: StandingSay,
): readonly string[] => [
  ...(isOnTheSpot ? [say.onTheSpot] : []),
  ...(joinUrl || isOnTheSpot ? [] : [say.noLink]),
  ...(guests > 0 ? [`${say.guests(guests)} ${say.guestsSee}`] : []),
];
