import type { ConnectionView } from "../../../shared/contract/calendar-connection.ts";
import { done, type Result } from "../../../shared/domain/result.ts";
import { CalendarAway, CalendarRefused, NotConnected } from "../../ports/calendar.ts";
import { type Deps, job, type PersonRef, participant } from "../deps.ts";
import { readConnection } from "./read-connection.ts";

/** Forgets the leave to the person's calendar, after the last use of it: to stop listening there. */
export const disconnectCalendar =
  (deps: Pick<Deps, "store" | "connections" | "mailboxes">) =>
  async ({ by }: { readonly by: PersonRef }): Promise<Result<ConnectionView, "not-in-programme">> => {
    const { store, connections } = deps;
    const before = await readConnection(deps)({ by });
    if (!before.ok || !connections.areNeeded) return before;
    await stopListening(deps, by);
    await store.transact(participant(by), (records) => records.grants.erase(by.personId));
    connections.renewed(by.personId);
    return done({ state: "missing" });
  };

async function stopListening(
  { store, mailboxes }: Pick<Deps, "store" | "mailboxes">,
  { tenantId, personId }: PersonRef,
): Promise<void> {
  const acting = job(tenantId, "watch-mailbox");
  const watch = await store.transact(acting, (records) => records.mailboxes.find(personId));
  if (!watch) return;
  try {
    if (watch.subscription) await mailboxes.unsubscribe(personId, watch.subscription.id);
  } catch (problem) {
    // It ends by itself within a week, and until then its notices are nobody's.
    if (![CalendarAway, CalendarRefused, NotConnected].some((known) => problem instanceof known)) throw problem;
  }
  await store.transact(acting, (records) => records.mailboxes.forget(personId));
}
