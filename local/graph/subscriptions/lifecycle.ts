import type pg from "pg";
import { inTransaction } from "../store/database.ts";
import { queueNotification } from "../store/notifications.ts";
import { deleteSubscription, type Subscription, setReauthorizationDue } from "../store/subscriptions.ts";

/** What Graph tells a subscriber about the subscription itself. */
export const lifecycleEvents = ["reauthorizationRequired", "subscriptionRemoved", "missed"] as const;

export type LifecycleEvent = (typeof lifecycleEvents)[number];

/**
 * Makes one of them happen: a removed subscription is gone, one to be authorised again is marked so until it is.
 *
 * A subscriber without a lifecycle address isn't told.
 */
export async function happen(pool: pg.Pool, one: Subscription, lifecycleEvent: LifecycleEvent): Promise<void> {
  await inTransaction(pool, async (db) => {
    if (lifecycleEvent === "subscriptionRemoved") await deleteSubscription(db, one.id);
    if (lifecycleEvent === "reauthorizationRequired") await setReauthorizationDue(db, one.id, true);
    if (one.lifecycleUrl === null) return;
    const item = {
      subscriptionId: one.id,
      subscriptionExpirationDateTime: one.expiresAt.toISOString().replace("Z", "0000Z"),
      clientState: one.clientState,
      lifecycleEvent,
    };
    const { id: subscription, mailbox, lifecycleUrl: url } = one;
    await queueNotification(
      db,
      { subscription, mailbox, isLifecycle: true, url, item, isDisturbed: false },
      new Date(),
    );
  });
}
