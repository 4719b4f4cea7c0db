import type { Database } from "./database.ts";

/** Somebody who is told of changes in one mailbox. `creator` is a person's object id, null for an application. */
export interface Subscription {
  readonly id: string;
  readonly appId: string;
  readonly creator: string | null;
  readonly mailbox: string;
  readonly resource: string;
  readonly changeTypes: readonly string[];
  readonly notificationUrl: string;
  readonly lifecycleUrl: string | null;
  readonly clientState: string | null;
  readonly expiresAt: Date;
  readonly immutableIds: boolean;
  /** Asked to authorise again, and not done yet. */
  readonly reauthorizationDue: boolean;
  readonly createdAt: Date;
}

const columns = `id, app_id as "appId", creator, mailbox, resource, change_types as "changeTypes",
  notification_url as "notificationUrl", lifecycle_url as "lifecycleUrl", client_state as "clientState",
  expires_at as "expiresAt", immutable_ids as "immutableIds", reauthorization_due as "reauthorizationDue",
  created_at as "createdAt"`;

/** Keeps a new subscription. */
export async function insertSubscription(db: Database, one: Subscription): Promise<void> {
  await db.query(
    `insert into subscription (id, app_id, creator, mailbox, resource, change_types, notification_url, lifecycle_url,
       client_state, expires_at, immutable_ids, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[one.id, one.appId, one.creator, one.mailbox, one.resource, one.changeTypes, one.notificationUrl],
      ...[one.lifecycleUrl, one.clientState, one.expiresAt, one.immutableIds, one.createdAt],
    ],
  );
}

/** The subscriptions that haven't expired, oldest first; of one mailbox, or the one with an id, where that is given. */
export async function liveSubscriptions(
  db: Database,
  now: Date,
  { mailbox, id }: { readonly mailbox?: string; readonly id?: string } = {},
): Promise<Subscription[]> {
  const found = await db.query<Subscription>(
    `select ${columns} from subscription where expires_at > $1 and ($2::uuid is null or mailbox = $2)
       and ($3::uuid is null or id = $3) order by created_at, id`,
    [now, mailbox ?? null, id ?? null],
  );
  return found.rows;
}

/** Sets until when a subscription stands; whoever renews is authorised anew. */
export async function renewSubscription(db: Database, id: string, expiresAt: Date): Promise<void> {
  await db.query("update subscription set expires_at = $2, reauthorization_due = false where id = $1", [id, expiresAt]);
}

/** Marks whether a subscription waits to be authorised again. */
export async function setReauthorizationDue(db: Database, id: string, isDue: boolean): Promise<void> {
  await db.query("update subscription set reauthorization_due = $2 where id = $1", [id, isDue]);
}

/** Removes a subscription and what it was still to be told of changes. */
export async function deleteSubscription(db: Database, id: string): Promise<void> {
  await db.query("delete from subscription where id = $1", [id]);
  await db.query("delete from notification where subscription = $1 and not is_lifecycle", [id]);
}
