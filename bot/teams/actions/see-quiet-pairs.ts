import { showQuietPairs } from "../answers/see-cohort.ts";
import { action } from "./action.ts";

/** "Which pairs?" on the overview. */
export const seeQuietPairsAction = action("see-quiet-pairs", ({ cohortId }, turn) => showQuietPairs(turn, cohortId));
