import { accessDenied, GraphError } from "./errors.ts";
import type { Caller } from "./tokens.ts";

const directory = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const readCalendars = ["Calendars.Read", "Calendars.ReadWrite"];

/**
 * What each operation needs: any one of these application roles or delegated scopes, the least first.
 *
 * Source: the permission tables of Microsoft's reference for each operation.
 */
export const operations = {
  readUsers: { mailbox: false, grants: ["User.ReadBasic.All", ...directory] },
  readManager: { mailbox: false, grants: directory },
  readMailboxSettings: { mailbox: true, grants: ["MailboxSettings.Read", "MailboxSettings.ReadWrite"] },
  readCalendars: { mailbox: true, grants: ["Calendars.ReadBasic", "Calendars.ReadBasic.All", ...readCalendars] },
  writeCalendars: { mailbox: true, grants: ["Calendars.ReadWrite"] },
} as const satisfies Readonly<Record<string, { mailbox: boolean; grants: readonly string[] }>>;

export type Operation = keyof typeof operations;

const holdsAny = (caller: Caller, grants: readonly string[]) => grants.some((grant) => caller.grants.has(grant));

/** Refuses a caller without a grant for the operation: 403 in the words of the directory or of Exchange. */
export function requireGrant(caller: Caller, operation: Operation): void {
  const { mailbox, grants } = operations[operation];
  if (holdsAny(caller, grants)) return;
  if (mailbox) throw accessDenied();
  throw new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

/** True when the caller may read an event's words, not only the basics. */
export const readsBodies = (caller: Caller) => holdsAny(caller, readCalendars);

/** True when the caller may read what the directory holds beyond names and addresses. */
export const readsProfiles = (caller: Caller) => holdsAny(caller, directory);
