import { answerCheckIn as decide } from "../../../shared/domain/booking.ts";
import { hasGoneOn } from "../../../shared/domain/check-in.ts";
import { type Result, refuse } from "../../../shared/domain/result.ts";
import type { Deps } from "../deps.ts";
import { renumberAhead } from "../rooms/renumber-ahead.ts";
import { type CheckInAsked, changeCheckIn } from "./change-check-in.ts";
import { spreadNews } from "./spread-news.ts";
import type { CheckInWithPeople } from "./with-people.ts";

export type AnswerRefusal = "not-found" | "not-booked" | "check-in-is-over";

/** Says whether the pair met. Everyone in the pair learns who said what; once the pair has gone on to the next check-in it is too late. */
export const answerCheckIn =
  ({ store, clock }: Pick<Deps, "store" | "clock">) =>
  (input: CheckInAsked & { readonly met: boolean }): Promise<Result<CheckInWithPeople, AnswerRefusal>> =>
    changeCheckIn(
      store,
      input,
      (checkIn, { history }) => {
        const decided = decide(checkIn, input.met, input.by.personId, clock.now().epochMilliseconds);
        if (!decided.ok) return refuse(decided.refusal === "not-booked" ? "not-booked" : "check-in-is-over");
        const isTooLate = checkIn.status === "missed" && hasGoneOn(checkIn, history);
        return decided.value !== checkIn && isTooLate ? refuse("check-in-is-over") : decided;
      },
      async (records, _, { pair }) => {
        await renumberAhead(records, pair, clock.now());
        await spreadNews(records, pair, input.checkInId, [{ kind: "answered", by: input.by.personId, was: null }]);
      },
    );
