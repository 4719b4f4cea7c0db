import type { Database } from "../store/database.ts";
import { forgetNotifications, type Notification, postpone, queueNotification } from "../store/notifications.ts";
import type { Disturbance, Disturbances } from "./disturbances.ts";

const longestHoldMs = 60_000;

/** Lets each new notice of a change meet the disturbance that waits for it; returns what is to be posted now. */
export async function disturb(
  db: Database,
  disturbances: Disturbances,
  due: readonly Notification[],
): Promise<Notification[]> {
  const ready: Notification[] = [];
  for (const one of due) {
    const isNew = !one.isLifecycle && !one.isDisturbed && one.attempts === 0;
    const disturbance = isNew ? disturbances.take(one.mailbox) : undefined;
    ready.push(...(disturbance ? await meet(db, disturbance, one) : [one]));
  }
  return ready;
}

async function meet(db: Database, { kind, ms }: Disturbance, one: Notification): Promise<Notification[]> {
  switch (kind) {
    case "lose":
      await forgetNotifications(db, [one.id]);
      return [];
    case "duplicate":
      await queueNotification(db, { ...one, isDisturbed: true }, new Date());
      return [one];
    case "reorder":
      await postpone(db, one.id, { dueAt: new Date(Date.now() + longestHoldMs), isHeld: true });
      return [];
    case "delay":
      await postpone(db, one.id, { dueAt: new Date(Date.now() + ms) });
      return [];
    case "wrong-client-state":
      return [{ ...one, item: { ...one.item, clientState: "not-the-subscribers" } }];
  }
}
