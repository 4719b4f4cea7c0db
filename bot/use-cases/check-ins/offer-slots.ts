import { offerSlots as decide } from "../../../shared/domain/booking.ts";
import { type CheckIn, isInCalendars } from "../../../shared/domain/check-in.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { SlotAnswer } from "../../../shared/domain/slots/find-slots.ts";
import { CalendarAway, CalendarRefused, NotConnected } from "../../ports/calendar.ts";
import { MessengerAway, type Notice } from "../../ports/messenger.ts";
import { type Deps, job } from "../deps.ts";
import { type CheckInOwed, type Circumstances, circumstancesOf, partnerPeople } from "./circumstances.ts";
import { lookForSlots } from "./look-for-slots.ts";
import { bookerAfterThis } from "./with-people.ts";

export type JobOutcome = "done" | "try-again";

export interface SlotsOwed extends CheckInOwed {
  /** Who waits for an answer, or books next. */
  readonly personId: PersonId;
}

interface Wanted {
  readonly checkIn: CheckIn;
  readonly circumstances: Circumstances;
}

/** Finds the times for a check-in that is wanted, or is to move, and sends them to one of the pair. Before they are told they may be looked for twice. */
export const offerSlots =
  (deps: Pick<Deps, "store" | "calendar" | "clock" | "messenger">) =>
  async (owed: SlotsOwed): Promise<JobOutcome> => {
    const wanted = await readWanted(deps, owed);
    if (!wanted) return "done";
    try {
      const answer = await slotsOrUnreadable(deps, wanted, owed);
      const notice = answer.ok ? await saveOffer(deps, owed, wanted, answer.slots) : noSlots(owed, wanted, answer);
      if (notice) await tell(deps, owed, wanted.circumstances, notice);
      return "done";
    } catch (problem) {
      if (problem instanceof CalendarAway || problem instanceof MessengerAway) return "try-again";
      // Whoever connects the calendar asks again, or the bot does at the next occasion.
      if (problem instanceof NotConnected) return "done";
      throw problem;
    }
  };

const readWanted = ({ store }: Pick<Deps, "store">, owed: SlotsOwed): Promise<Wanted | null> =>
  store.transact(job(owed.tenantId, "offer-slots"), async (records) => {
    const checkIn = await records.checkIns.find(owed.checkInId);
    if (!checkIn || !takesSlots(checkIn)) return null;
    const circumstances = await circumstancesOf(records, checkIn.pairId);
    return circumstances && { checkIn, circumstances };
  });

const takesSlots = ({ status }: CheckIn) => status === "asked" || status === "needs-you" || status === "booked";

async function slotsOrUnreadable(
  deps: Pick<Deps, "calendar" | "clock">,
  { circumstances, checkIn }: Wanted,
  { personId }: SlotsOwed,
): Promise<SlotAnswer> {
  try {
    return await lookForSlots(deps, circumstances, checkIn, personId);
  } catch (problem) {
    if (!(problem instanceof CalendarRefused)) throw problem;
    return { ok: false, reason: "calendar-unreadable", unreadable: [], openings: [] };
  }
}

function saveOffer(
  { store }: Pick<Deps, "store">,
  owed: SlotsOwed,
  { checkIn, circumstances }: Wanted,
  slots: CheckIn["offered"],
): Promise<Notice | null> {
  return store.transact(job(owed.tenantId, "offer-slots"), async (records) => {
    const current = await records.checkIns.findForChange(owed.checkInId);
    const offered = current && isInCalendars(current) === isInCalendars(checkIn) ? decide(current, slots) : null;
    if (!offered?.ok) return null;
    await records.checkIns.save(offered.value);
    const partners = partnerPeople(circumstances, owed.personId);
    const bookerAfter = bookerAfterThis(offered.value, circumstances);
    return { kind: "slots-offered", checkIn: offered.value, partners, isDue: isUntouched(checkIn), bookerAfter };
  });
}

/** Whether the bot itself wished for it and nobody has asked since. */
const isUntouched = ({ status, version }: CheckIn) => status === "asked" && version === 1;

const noSlots = (owed: SlotsOwed, { checkIn, circumstances }: Wanted, answer: SlotAnswer & { ok: false }): Notice => ({
  kind: "no-slots",
  checkIn,
  partners: partnerPeople(circumstances, owed.personId),
  answer,
});

async function tell(
  { store, messenger }: Pick<Deps, "store" | "messenger">,
  owed: SlotsOwed,
  { people }: Circumstances,
  notice: Notice,
): Promise<void> {
  const acting = job(owed.tenantId, "offer-slots");
  const person = people.find((one) => one.id === owed.personId);
  if (!person) return;
  const where = await store.transact(acting, (records) => records.conversations.find(person.id));
  const activityId = await messenger.tell(person, where, notice);
  if (activityId)
    await store.transact(acting, (records) => records.conversations.saveCard(owed.checkInId, person.id, activityId));
}
