import type { TenantId } from "../../../shared/domain/id.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { CalendarAway, CalendarRefused, NotConnected } from "../../ports/calendar.ts";
import type { Watch } from "../../ports/mailbox-records.ts";
import type { JobOutcome } from "../check-ins/offer-slots.ts";
import { type Deps, job } from "../deps.ts";

export interface MailboxOwed {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
}

/** For how long Microsoft is asked for notices, and how much of that may be left when it is asked anew. The most is 10,080 minutes. */
const watchRules = { lastsMinutes: 10_000, renewHours: 48 } as const;

/** Nothing known of a mailbox yet. */
export const unwatched = (personId: PersonId): Watch => ({
  personId,
  subscription: null,
  deltaLink: null,
  deltaUntil: null,
});

/** Whether Microsoft's notices about a mailbox have ended or are about to. */
export const needsWatching = ({ subscription }: Watch, now: Temporal.Instant): boolean =>
  subscription === null ||
  Temporal.Instant.compare(Temporal.Instant.from(subscription.expiresAt), now.add({ hours: watchRules.renewHours })) <
    0;

/**
 * Asks Microsoft for notices about a mailbox, or for more time of them; without them the sweep sees everything, only later.
 *
 * It is asked for whenever a check-in comes into the mailbox, so the next look for changes begins anew: one that went on from the last would
 * say nothing of an event that was made since and is gone again.
 */
export const watchMailbox =
  (deps: Pick<Deps, "store" | "mailboxes" | "clock" | "newSecret">) =>
  async (owed: MailboxOwed): Promise<JobOutcome> => {
    const acting = job(owed.tenantId, "watch-mailbox");
    const { store, clock } = deps;
    const watch = await store.transact(acting, (records) => records.mailboxes.find(owed.personId));
    const known = watch ?? unwatched(owed.personId);
    try {
      const mended = needsWatching(known, clock.now()) ? { subscription: await subscribed(deps, known) } : {};
      await store.transact(acting, async (records) => {
        const current = (await records.mailboxes.find(owed.personId)) ?? known;
        await records.mailboxes.save({ ...current, ...mended, deltaLink: null, deltaUntil: null });
      });
      return "done";
    } catch (problem) {
      if (problem instanceof CalendarAway) return "try-again";
      if (problem instanceof CalendarRefused || problem instanceof NotConnected) return "done";
      throw problem;
    }
  };

async function subscribed(
  { mailboxes, clock, newSecret }: Pick<Deps, "mailboxes" | "clock" | "newSecret">,
  { personId, subscription }: Watch,
): Promise<NonNullable<Watch["subscription"]>> {
  const until = clock.now().add({ minutes: watchRules.lastsMinutes });
  const renewed = subscription && (await mailboxes.renew(personId, subscription.id, until));
  if (renewed) return { ...renewed, clientState: subscription.clientState };
  const clientState = newSecret();
  return { ...(await mailboxes.subscribe(personId, clientState, until)), clientState };
}
