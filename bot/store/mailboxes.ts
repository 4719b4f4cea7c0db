import { and, asc, desc, eq } from "drizzle-orm";
import type { MailboxRecords, Watch } from "../ports/mailbox-records.ts";
import { checkIn, eventCopy, mailboxWatch, pairMember } from "./schema.ts";
import { standingIn } from "./standing.ts";
import type { Transaction } from "./transaction.ts";

type Row = typeof mailboxWatch.$inferSelect;

/** How we listen to mailboxes, and which id a check-in's event has in each. */
export function mailboxRecords(transaction: Transaction): MailboxRecords {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  const ofPerson = (id: string) => and(eq(mailboxWatch.tenantId, tenantId), eq(mailboxWatch.personId, id));
  return {
    ...copies(transaction),
    find: async (person) => readFirst(await db.select().from(mailboxWatch).where(ofPerson(person))),
    bySubscription: async (id) => {
      const named = and(eq(mailboxWatch.tenantId, tenantId), eq(mailboxWatch.subscriptionId, id));
      return readFirst(await db.select().from(mailboxWatch).where(named));
    },
    save: async ({ personId, subscription, deltaLink, deltaUntil }) => {
      const { id = null, clientState = null, expiresAt = null } = subscription ?? {};
      const set = { subscriptionId: id, clientState, expiresAt, deltaLink, deltaUntil };
      const target = [mailboxWatch.tenantId, mailboxWatch.personId];
      await db
        .insert(mailboxWatch)
        .values({ tenantId, personId, ...set })
        .onConflictDoUpdate({ target, set });
    },
    forget: async (person) => {
      await db.delete(mailboxWatch).where(ofPerson(person));
    },
    withCheckIns: async (interval) => {
      const theirs = and(eq(pairMember.tenantId, checkIn.tenantId), eq(pairMember.pairId, checkIn.pairId));
      const rows = db
        .selectDistinct({ id: pairMember.personId })
        .from(checkIn)
        .innerJoin(pairMember, theirs)
        .where(and(eq(checkIn.tenantId, tenantId), standingIn(interval)))
        .orderBy(asc(pairMember.personId));
      return (await rows).map((row) => row.id);
    },
    checkInsOf: async (person, interval) => {
      const theirs = and(eq(pairMember.tenantId, checkIn.tenantId), eq(pairMember.pairId, checkIn.pairId));
      const own = and(eq(checkIn.tenantId, tenantId), eq(pairMember.personId, person), standingIn(interval));
      const rows = db.select({ id: checkIn.id }).from(checkIn).innerJoin(pairMember, theirs).where(own);
      return (await rows).map((row) => row.id);
    },
  };
}

function copies({
  db,
  actor: { tenantId },
}: Transaction): Pick<MailboxRecords, "saveCopy" | "copiesOf" | "checkInOf" | "checkInByICalUId"> {
  return {
    saveCopy: async (checkInId, personId, eventId) => {
      const target = [eventCopy.tenantId, eventCopy.checkInId, eventCopy.personId];
      const copy = { tenantId, checkInId, personId, eventId };
      await db.insert(eventCopy).values(copy).onConflictDoUpdate({ target, set: { eventId } });
    },
    copiesOf: async (checkInId) => {
      const same = and(eq(eventCopy.tenantId, tenantId), eq(eventCopy.checkInId, checkInId));
      return (await db.select({ id: eventCopy.personId }).from(eventCopy).where(same)).map((row) => row.id);
    },
    checkInOf: async (personId, eventId) => {
      const { tenantId: tenant, personId: owner, eventId: event } = eventCopy;
      const same = and(eq(tenant, tenantId), eq(owner, personId), eq(event, eventId));
      const [row] = await db.select({ id: eventCopy.checkInId }).from(eventCopy).where(same).limit(1);
      return row?.id ?? null;
    },
    checkInByICalUId: async (iCalUId) => {
      const same = and(eq(checkIn.tenantId, tenantId), eq(checkIn.eventICalUId, iCalUId));
      const newest = db.select({ id: checkIn.id }).from(checkIn).where(same).orderBy(desc(checkIn.wishedAt)).limit(1);
      return (await newest)[0]?.id ?? null;
    },
  };
}

function readFirst([row]: readonly Row[]): Watch | null {
  if (!row) return null;
  const { personId, subscriptionId, clientState, expiresAt, deltaLink, deltaUntil } = row;
  const subscription =
    subscriptionId === null || clientState === null || expiresAt === null
      ? null
      : { id: subscriptionId, clientState, expiresAt };
  return { personId, subscription, deltaLink, deltaUntil };
}
