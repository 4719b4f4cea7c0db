import type { CardButton } from "./action.ts";
import { answerCheckInAction } from "./answer-check-in.ts";
import { askForTimesAction } from "./ask-for-times.ts";
import { bookCheckInAction } from "./book-check-in.ts";
import { askToCancelAction, cancelCheckInAction } from "./cancel-check-in.ts";
import { beginCohortBookingAction, steerCohortBookingAction } from "./cohort-booking.ts";
import { keepCheckInAction } from "./keep-check-in.ts";
import { moveCheckInAction } from "./move-check-in.ts";
import { offerOtherTimesAction } from "./offer-other-times.ts";
import { reflectAction } from "./reflect.ts";
import { sayAction } from "./say.ts";
import { seeQuietPairsAction } from "./see-quiet-pairs.ts";

/** Every button there is. */
export const cardButtons: readonly CardButton[] = [
  bookCheckInAction,
  offerOtherTimesAction,
  askForTimesAction,
  moveCheckInAction,
  askToCancelAction,
  keepCheckInAction,
  cancelCheckInAction,
  answerCheckInAction,
  reflectAction,
  beginCohortBookingAction,
  steerCohortBookingAction,
  seeQuietPairsAction,
  sayAction,
];
