import type { CheckIn, CheckInId } from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { Records } from "../../ports.ts";
import { spreadNews } from "./spread-news.ts";

/** How long after an event was written its copies are read: invitations take a moment, in seconds. */
const deliverySeconds = 5;

/**
 * What belongs to a check-in that has just come into the calendars, in the transaction that records it: everyone is told, every mailbox is
 * listened to, the meeting gets its favours, and the copies are read as soon as they are there.
 */
export async function queueAfterBooking(
  records: Records,
  tenantId: TenantId,
  booked: CheckIn,
  members: readonly PersonId[],
  now: Temporal.Instant,
): Promise<void> {
  const { id: checkInId, event } = booked;
  if (event) await records.mailboxes.saveCopy(checkInId, event.organiser, event.eventId);
  await spreadNews(records, { tenantId, members }, checkInId, [{ kind: "booked", by: booked.booker, was: null }]);
  if (event?.joinUrl) await records.queue({ name: "furnish-meeting", tenantId, checkInId }, { once: checkInId });
  await listenAndLook(records, tenantId, checkInId, members, now);
}

/** Queues that every mailbox is listened to, and a look at every copy once Outlook has brought them round. */
export async function listenAndLook(
  records: Records,
  tenantId: TenantId,
  checkInId: CheckInId,
  members: readonly PersonId[],
  now: Temporal.Instant,
): Promise<void> {
  for (const personId of members)
    await records.queue({ name: "watch-mailbox", tenantId, personId }, { once: personId });
  await records.queue(
    { name: "follow-check-in", tenantId, checkInId },
    { once: `soon:${checkInId}`, at: now.add({ seconds: deliverySeconds }) },
  );
}
