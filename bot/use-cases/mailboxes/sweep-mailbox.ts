import { CalendarAway, CalendarRefused, NotConnected } from "../../ports/calendar.ts";
import type { Watch } from "../../ports/mailbox-records.ts";
import type { MailboxChanges } from "../../ports/mailboxes.ts";
import type { Records } from "../../ports.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";
import { type MailboxOwed, needsWatching, unwatched } from "./watch-mailbox.ts";

/** What a sweep looks at, in days: from before now to after now; and how much of that may be left before the window is laid anew. */
export const sweepRules = { daysBack: 1, daysAhead: 21, leastDaysAhead: 14 } as const;

/** How long after Outlook was away it looks again, in seconds. */
const laterSeconds = 60;

type SweepDeps = Pick<Deps, "store" | "mailboxes" | "clock">;

/** Looks for what changed in a mailbox since the last look, so that a lost notice is made good, and has every check-in among it followed. */
export const sweepMailbox =
  (deps: SweepDeps) =>
  async (owed: MailboxOwed): Promise<JobOutcome> => {
    const watch = await readWatch(deps, owed);
    try {
      const { changes, until, isFirst } = await changesSince(deps, watch);
      await deps.store.transact(job(owed.tenantId, "sweep-mailbox"), async (records) => {
        for (const changed of changes.changed) await followChanged(records, owed, changed);
        if (isFirst) await followAll(records, owed, deps.clock.now());
        const current = (await records.mailboxes.find(owed.personId)) ?? watch;
        await records.mailboxes.save({ ...current, deltaLink: changes.deltaLink, deltaUntil: until });
      });
      return "done";
    } catch (problem) {
      if (problem instanceof CalendarAway) return sweepLater(deps, owed);
      if (problem instanceof CalendarRefused || problem instanceof NotConnected) return "done";
      throw problem;
    }
  };

/** Comes back once, however many rounds begin meanwhile: while Outlook is away they would pile up. */
async function sweepLater({ store, clock }: SweepDeps, { tenantId, personId }: MailboxOwed): Promise<JobOutcome> {
  await store.transact(job(tenantId, "sweep-mailbox"), (records) =>
    records.queue(
      { name: "sweep-mailbox", tenantId, personId },
      { once: `later:${personId}`, at: clock.now().add({ seconds: laterSeconds }) },
    ),
  );
  return "done";
}

/** What is known of the mailbox; where Microsoft's notices are about to end, more of them are asked for. */
const readWatch = ({ store, clock }: SweepDeps, { tenantId, personId }: MailboxOwed): Promise<Watch> =>
  store.transact(job(tenantId, "sweep-mailbox"), async (records) => {
    const watch = (await records.mailboxes.find(personId)) ?? unwatched(personId);
    if (needsWatching(watch, clock.now()))
      await records.queue({ name: "watch-mailbox", tenantId, personId }, { once: personId });
    return watch;
  });

async function changesSince(
  { mailboxes, clock }: SweepDeps,
  { personId, deltaLink, deltaUntil }: Watch,
): Promise<{ readonly changes: MailboxChanges; readonly until: string; readonly isFirst: boolean }> {
  const now = clock.now();
  const start = now.subtract({ hours: 24 * sweepRules.daysBack }).epochMilliseconds;
  if (deltaLink && deltaUntil && reachesFarEnough(deltaUntil, now)) {
    const end = Temporal.Instant.from(deltaUntil).epochMilliseconds;
    const changes = await mailboxes.changes(personId, { start, end }, deltaLink);
    if (changes !== "lost") return { changes, until: deltaUntil, isFirst: false };
  }
  const until = now.add({ hours: 24 * sweepRules.daysAhead });
  const changes = await mailboxes.changes(personId, { start, end: until.epochMilliseconds }, null);
  if (changes === "lost") throw new CalendarAway("Outlook lost a look for changes that had not begun.");
  return { changes, until: until.toString({ smallestUnit: "second" }), isFirst: true };
}

const reachesFarEnough = (until: string, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(until), now.add({ hours: 24 * sweepRules.leastDaysAhead })) >= 0;

/** A first look doesn't tell what was gone before it: every check-in of the mailbox is read itself. */
async function followAll(records: Records, { tenantId, personId }: MailboxOwed, now: Temporal.Instant): Promise<void> {
  const start = now.subtract({ hours: 24 * sweepRules.daysBack }).epochMilliseconds;
  const end = now.add({ hours: 24 * sweepRules.daysAhead }).epochMilliseconds;
  for (const checkInId of await records.mailboxes.checkInsOf(personId, { start, end }))
    await records.queue({ name: "follow-check-in", tenantId, checkInId }, { once: `soon:${checkInId}` });
}

/** Has a check-in followed whose event changed here, and learns the event's id in this mailbox. */
async function followChanged(
  records: Records,
  { tenantId, personId }: MailboxOwed,
  { eventId, iCalUId }: MailboxChanges["changed"][number],
): Promise<void> {
  const known = await records.mailboxes.checkInOf(personId, eventId);
  const checkInId = known ?? (iCalUId && (await records.mailboxes.checkInByICalUId(iCalUId)));
  if (!checkInId) return;
  if (!known) await records.mailboxes.saveCopy(checkInId, personId, eventId);
  await records.queue({ name: "follow-check-in", tenantId, checkInId }, { once: checkInId });
}
