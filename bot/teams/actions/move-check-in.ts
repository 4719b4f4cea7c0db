import { action } from "./action.ts";
import { timesFor } from "./times-for.ts";

/** "Move": other times for what is booked, which stays where it is until one of them is chosen. */
export const moveCheckInAction = action("move-check-in", ({ checkInId }, turn) => timesFor(checkInId, turn));
