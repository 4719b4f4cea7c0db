import { type CheckIn, type CheckInId, offerSlots as decide } from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { SlotAnswer } from "../../../shared/domain/slots.ts";
import { CalendarAway, MessengerAway, type Notice } from "../../ports.ts";
import { type Deps, job } from "../deps.ts";
import { type Circumstances, circumstancesOf, partnerPeople } from "./circumstances.ts";
import { lookForSlots } from "./look-for-slots.ts";

export type JobOutcome = "done" | "try-again";

export interface SlotsOwed {
  readonly tenantId: TenantId;
  readonly checkInId: CheckInId;
  /** Who asked and is waiting for an answer. */
  readonly personId: PersonId;
}

/** Goes on with a wish for a check-in that was kept while Outlook was away: finds the times and sends them to whoever asked. */
export const offerSlots =
  (deps: Pick<Deps, "store" | "calendar" | "clock" | "messenger">) =>
  async (owed: SlotsOwed): Promise<JobOutcome> => {
    const acting = job(owed.tenantId, "offer-slots");
    const found = await deps.store.transact(acting, async (records) => {
      const checkIn = await records.checkIns.find(owed.checkInId);
      const circumstances = checkIn && (await circumstancesOf(records, checkIn.pairId));
      return circumstances && { checkIn, circumstances };
    });
    if (!found || (found.checkIn.status !== "asked" && found.checkIn.status !== "needs-you")) return "done";
    try {
      const answer = await lookForSlots(deps, found.circumstances, found.checkIn);
      const notice = answer.ok
        ? await saveOffer(deps, owed, found.circumstances, answer)
        : noSlots(owed, found, answer.reason);
      if (notice) await tell(deps, owed, found.circumstances, notice);
      return "done";
    } catch (problem) {
      if (problem instanceof CalendarAway || problem instanceof MessengerAway) return "try-again";
      throw problem;
    }
  };

function saveOffer(
  { store }: Pick<Deps, "store">,
  owed: SlotsOwed,
  circumstances: Circumstances,
  answer: SlotAnswer & { ok: true },
): Promise<Notice | null> {
  return store.transact(job(owed.tenantId, "offer-slots"), async (records) => {
    const current = await records.checkIns.findForChange(owed.checkInId);
    const offered = current && decide(current, answer.slots);
    if (!offered?.ok) return null;
    await records.checkIns.save(offered.value);
    return { kind: "slots-offered", checkIn: offered.value, partners: partnerPeople(circumstances, owed.personId) };
  });
}

const noSlots = (
  owed: SlotsOwed,
  { checkIn, circumstances }: { checkIn: CheckIn; circumstances: Circumstances },
  reason: (SlotAnswer & { ok: false })["reason"],
): Notice => ({ kind: "no-slots", checkIn, partners: partnerPeople(circumstances, owed.personId), reason });

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
