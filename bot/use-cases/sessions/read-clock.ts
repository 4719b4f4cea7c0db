import { done } from "../../../shared/domain/result.ts";
import type { Deps } from "../deps.ts";

/** The time by which turns are told, to the millisecond. */
export const readClock =
  ({ clock }: Pick<Deps, "clock">) =>
  async () =>
    done({ now: clock.now().toString({ smallestUnit: "millisecond" }) });
