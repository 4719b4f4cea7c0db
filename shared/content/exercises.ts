import type { Exercise } from "../domain/exercise.ts";
import { differenceExercises } from "./en/exercises/difference.ts";
import { growthExercises } from "./en/exercises/growth.ts";
import { partnershipExercises } from "./en/exercises/partnership.ts";
import { selfExercises } from "./en/exercises/self.ts";
import { workAndPowerExercises } from "./en/exercises/work-and-power.ts";

/** Every exercise, theme by theme. */
export const exercises: readonly Exercise[] = [
  ...selfExercises,
  ...partnershipExercises,
  ...workAndPowerExercises,
  ...differenceExercises,
  ...growthExercises,
];
