import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Person } from "../../../shared/domain/person.ts";
import { type ConversationReference, MessengerAway, type Notice } from "../../ports.ts";
import { type Deps, job } from "../deps.ts";
import { circumstancesOf, partnerPeople } from "./circumstances.ts";
import type { JobOutcome, SlotsOwed } from "./offer-slots.ts";

interface Told {
  readonly person: Person;
  readonly where: ConversationReference | null;
  readonly notice: Notice;
}

/** Tells one of the pair what became of a booking: their card turns into the receipt, or into the news that the hour was taken. */
export const tellBooking =
  ({ store, messenger, onStep }: Pick<Deps, "store" | "messenger" | "onStep">) =>
  async (owed: SlotsOwed): Promise<JobOutcome> => {
    const acting = job(owed.tenantId, "tell-booking");
    const told = await store.transact<Told | null>(acting, async (records) => {
      const checkIn = await records.checkIns.find(owed.checkInId);
      const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
      const person = circumstances?.people.find((one) => one.id === owed.personId);
      if (!circumstances || !person) return null;
      const cardId = await records.conversations.cardOf(checkIn.id, person.id);
      const notice = noticeOf(checkIn, partnerPeople(circumstances, person.id), cardId);
      return notice && { person, where: await records.conversations.find(person.id), notice };
    });
    if (!told) return "done";
    try {
      const activityId = await messenger.tell(told.person, told.where, told.notice);
      if (activityId)
        await store.transact(acting, (records) =>
          records.conversations.saveCard(owed.checkInId, owed.personId, activityId),
        );
    } catch (problem) {
      if (problem instanceof MessengerAway) return "try-again";
      throw problem;
    }
    await onStep("partners-told", owed.checkInId);
    return "done";
  };

function noticeOf(checkIn: CheckIn, partners: readonly Person[], cardId: string | null): Notice | null {
  if (checkIn.status === "booked") return { kind: "check-in-booked", checkIn, partners, cardId };
  if (checkIn.status === "needs-you") return { kind: "slot-lost", checkIn, partners, cardId };
  return null;
}
