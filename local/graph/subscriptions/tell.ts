import { localTenant } from "../../identities.ts";
import type { Database } from "../store/database.ts";
import { forgetNotifications, type Notification, postpone, releaseHeld } from "../store/notifications.ts";

/** One attempt to tell a subscriber. `status` is 0 where nobody answered in time. */
export interface Attempt {
  readonly at: string;
  readonly subscription: string;
  readonly mailbox: string;
  readonly status: number;
  readonly items: readonly unknown[];
}

/** A subscriber has so long to answer. Then it is tried again, after double the wait each time up to the longest, so many times. */
const patience = { answerMs: 3_000, attempts: 1_440, firstWaitMs: 500, longestWaitMs: 10_000 };

/** How long after so many attempts that were not taken comes the next, in milliseconds; `null` once it is given up, after four hours. */
export const waitAfter = (attempts: number): number | null =>
  attempts >= patience.attempts ? null : Math.min(patience.longestWaitMs, patience.firstWaitMs * 2 ** (attempts - 1));

/** Posts notices of one subscription, together where they are of one kind; what isn't taken is put off, or given up in the end. */
export async function tell(db: Database, some: readonly Notification[]): Promise<Attempt[]> {
  const kindOf = (one: Notification) => `${one.isLifecycle} ${one.attempts} ${one.isDisturbed}`;
  const attempts: Attempt[] = [];
  for (const together of Map.groupBy(some, kindOf).values()) attempts.push(...(await tellTogether(db, together)));
  return attempts;
}

async function tellTogether(db: Database, some: readonly Notification[]): Promise<Attempt[]> {
  const [first, last] = [some[0], some.at(-1)];
  if (!first || !last) return [];
  const { subscription, mailbox, url } = first;
  const items = some.map((one) => ({ ...one.item, tenantId: localTenant.id }));
  const status = await post(url, { value: items });
  if (status < 200 || status > 299) await putOff(db, some);
  else {
    const ids = some.map((one) => one.id);
    await forgetNotifications(db, ids);
    await releaseHeld(db, subscription, last.id, new Date());
  }
  return [{ at: new Date().toISOString(), subscription, mailbox, status, items }];
}

async function putOff(db: Database, some: readonly Notification[]): Promise<void> {
  for (const one of some) {
    const attempts = one.attempts + 1;
    const wait = waitAfter(attempts);
    if (wait === null) await forgetNotifications(db, [one.id]);
    else await postpone(db, one.id, { dueAt: new Date(Date.now() + wait), attempts });
  }
}

async function post(url: string, body: unknown): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(patience.answerMs),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return 0;
  }
}
