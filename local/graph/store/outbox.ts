import type { Database } from "./database.ts";

/** A message Exchange would have sent. `sender` and `recipient` are addresses. */
export interface Message {
  readonly sentAt: Date;
  readonly kind: "invitation" | "update" | "cancellation" | "response";
  readonly sender: string;
  readonly recipient: string;
  readonly iCalUId: string;
  readonly subject: string;
  readonly comment: string | null;
}

/** Records messages, in the transaction that caused them. */
export async function recordMessages(db: Database, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await db.query(
    `insert into outbox (sent_at, kind, sender, recipient, ical_uid, subject, comment)
     select "sentAt", kind, sender, recipient, "iCalUId", subject, comment from jsonb_to_recordset($1::jsonb)
       as row ("sentAt" timestamptz, kind text, sender text, recipient text, "iCalUId" text, subject text, comment text)`,
    [JSON.stringify(messages)],
  );
}

/** Everything sent, oldest first. */
export async function everyMessage(db: Database): Promise<Message[]> {
  const found = await db.query<Message>(
    `select sent_at as "sentAt", kind, sender, recipient, ical_uid as "iCalUId", subject, comment from outbox order by id`,
  );
  return found.rows;
}
