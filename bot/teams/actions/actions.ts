import type { CardButton } from "./action.ts";
import { bookCheckInAction } from "./book-check-in.ts";
import { offerOtherTimesAction } from "./offer-other-times.ts";
import { sayAction } from "./say.ts";
import { seeQuietPairsAction } from "./see-quiet-pairs.ts";

/** Every button there is. */
export const cardButtons: readonly CardButton[] = [
  bookCheckInAction,
  offerOtherTimesAction,
  seeQuietPairsAction,
  sayAction,
];
