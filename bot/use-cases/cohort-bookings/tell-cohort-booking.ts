import type { CohortBookingId } from "../../../shared/domain/cohort-booking.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import { MessengerAway, type Notice } from "../../ports/messenger.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";

/** Shows whoever began a booking for a cohort how far it is, in the one message about it. */
export const tellCohortBooking =
  ({ store, messenger }: Pick<Deps, "store" | "messenger">) =>
  async ({
    tenantId,
    cohortBookingId,
  }: {
    readonly tenantId: TenantId;
    readonly cohortBookingId: CohortBookingId;
  }): Promise<JobOutcome> => {
    const acting = job(tenantId, "tell-cohort-booking");
    const told = await store.transact(acting, async (records) => {
      const booking = await records.cohortBookings.find(cohortBookingId);
      const cohort = booking && (await records.programmes.findCohort(booking.cohortId));
      const person = booking && (await records.people.find(booking.by));
      const cardId = booking && (await records.cohortBookings.cardOf(booking.id));
      // Begun on the page and never shown in the chat: only how it ended is worth a message.
      const isWorthIt = cardId !== null || booking?.status === "done" || booking?.status === "undone";
      if (!booking || !cohort || !person || !isWorthIt) return null;
      const counts = await records.cohortBookings.counts(booking.id);
      const notice: Notice = { kind: "cohort-booking", booking, cohort, counts, cardId };
      return { person, where: await records.conversations.find(person.id), notice };
    });
    if (!told) return "done";
    try {
      const activityId = await messenger.tell(told.person, told.where, told.notice);
      if (activityId)
        await store.transact(acting, (records) => records.cohortBookings.saveCard(cohortBookingId, activityId));
      return "done";
    } catch (problem) {
      if (problem instanceof MessengerAway) return "try-again";
      throw problem;
    }
  };
