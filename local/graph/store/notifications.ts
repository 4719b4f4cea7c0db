import type { Database } from "./database.ts";

/** One notice that waits to be posted to `url`. `dueAt` is by the machine's own clock. */
export interface Notification {
  readonly id: string;
  readonly subscription: string;
  readonly mailbox: string;
  readonly isLifecycle: boolean;
  readonly url: string;
  readonly item: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly isDisturbed: boolean;
}

const columns = `id::text, subscription, mailbox, is_lifecycle as "isLifecycle", url, item, attempts,
  is_disturbed as "isDisturbed"`;

/** What is due by now, oldest first, but for the subscriptions that are being told something already. */
export async function dueNotifications(
  db: Database,
  now: Date,
  busy: readonly string[],
  most: number,
): Promise<Notification[]> {
  const found = await db.query<Notification>(
    `select ${columns} from notification where due_at <= $1 and subscription <> all ($2::uuid[]) order by id limit $3`,
    [now, busy, most],
  );
  return found.rows;
}

/** When the next one is due, but for those subscriptions; undefined when none waits. */
export async function nextDueAt(db: Database, busy: readonly string[]): Promise<Date | undefined> {
  const found = await db.query<{ at: Date | null }>(
    "select min(due_at) as at from notification where subscription <> all ($1::uuid[])",
    [busy],
  );
  return found.rows[0]?.at ?? undefined;
}

/** Puts one off: for another attempt, or, without a number of attempts, as a disturbance. */
export async function postpone(
  db: Database,
  id: string,
  change: { readonly dueAt: Date; readonly attempts?: number; readonly isHeld?: boolean },
): Promise<void> {
  await db.query(
    `update notification set due_at = $2, attempts = coalesce($3, attempts), is_held = coalesce($4, is_held),
       is_disturbed = is_disturbed or $3::int is null where id = $1`,
    [id, change.dueAt, change.attempts ?? null, change.isHeld ?? null],
  );
}

/** Lets the notices go that were held until a later one of their subscription had gone. */
export async function releaseHeld(db: Database, subscription: string, before: string, now: Date): Promise<void> {
  await db.query(
    "update notification set due_at = $3, is_held = false where subscription = $1 and id < $2 and is_held",
    [subscription, before, now],
  );
}

/** Queues a notice, disturbed already where it is a copy of another. */
export async function queueNotification(
  db: Database,
  one: Omit<Notification, "id" | "attempts">,
  dueAt: Date,
): Promise<void> {
  await db.query(
    `insert into notification (subscription, mailbox, is_lifecycle, url, item, due_at, is_disturbed)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [one.subscription, one.mailbox, one.isLifecycle, one.url, JSON.stringify(one.item), dueAt, one.isDisturbed],
  );
}

/** Forgets notices: they were taken, or given up. */
export async function forgetNotifications(db: Database, ids: readonly string[]): Promise<void> {
  await db.query("delete from notification where id = any($1::bigint[])", [ids]);
}

/** How many wait. */
export async function countWaiting(db: Database): Promise<number> {
  const found = await db.query<{ count: number }>("select count(*)::int as count from notification");
  return found.rows[0]?.count ?? 0;
}
