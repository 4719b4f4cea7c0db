import { accessDenied, GraphError } from "./errors.ts";
import type { Caller } from "./tokens.ts";

/** What one operation needs: any one of these scopes of a person's token, or of these roles of an application's, the least first. */
interface Need {
  /** Whose words a refusal has: Exchange's, the directory's, or Teams'. */
  readonly area: "mailbox" | "directory" | "teams";
  readonly delegated: readonly string[];
  readonly application: readonly string[];
  /**
   * What a person's token may do in someone else's mailbox: nothing, this operation, or this operation where it carries
   * Calendars.Read.Shared and the mailbox shares its details.
   */
  readonly others?: "never" | "always" | "shared";
}

const directory = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const readCalendars = ["Calendars.Read", "Calendars.ReadWrite"];
const readBasics = ["Calendars.ReadBasic", ...readCalendars];
const readShared = ["Calendars.Read.Shared", "Calendars.ReadWrite.Shared"];
const settings = ["MailboxSettings.Read", "MailboxSettings.ReadWrite"];
const all = (grants: readonly string[]) => grants.map((grant) => `${grant}.All`);
const consentForChat = [
  "TeamsAppInstallation.ReadWriteAndConsentSelfForChat",
  "TeamsAppInstallation.ReadWriteAndConsentForChat",
];
const installForUser = [
  "TeamsAppInstallation.ReadWriteSelfForUser",
  "TeamsAppInstallation.ReadWriteForUser",
  "TeamsAppInstallation.ReadWriteAndConsentSelfForUser",
  "TeamsAppInstallation.ReadWriteAndConsentForUser",
];
const seeChatApps = [
  "TeamsAppInstallation.ReadForChat",
  "TeamsAppInstallation.ReadWriteSelfForChat",
  "TeamsAppInstallation.ReadWriteForChat",
  ...consentForChat,
];
const writeMeetings = ["OnlineMeetings.ReadWrite"];
const readMeetings = ["OnlineMeetings.Read", ...writeMeetings];

/**
 * What each operation needs.
 *
 * Source: the permission tables of Microsoft's reference for each operation.
 */
export const operations = {
  readUsers: {
    area: "directory",
    delegated: ["User.ReadBasic.All", ...directory],
    application: ["User.ReadBasic.All", ...directory],
  },
  readMe: {
    area: "directory",
    delegated: ["User.Read", "User.ReadWrite", "User.ReadBasic.All", ...directory],
    application: [],
  },
  readManager: { area: "directory", delegated: directory, application: directory },
  readMailboxSettings: { area: "mailbox", delegated: settings, application: settings },
  readCalendars: {
    area: "mailbox",
    delegated: readBasics,
    application: ["Calendars.ReadBasic", "Calendars.ReadBasic.All", ...readCalendars],
    others: "shared",
  },
  readSchedules: {
    area: "mailbox",
    delegated: [...readBasics, ...readShared],
    application: ["Calendars.ReadBasic", "Calendars.ReadBasic.All", ...readCalendars],
    others: "always",
  },
  writeCalendars: { area: "mailbox", delegated: ["Calendars.ReadWrite"], application: ["Calendars.ReadWrite"] },
  findMeetingTimes: { area: "mailbox", delegated: readShared, application: [] },
  watchEvents: { area: "directory", delegated: readCalendars, application: readCalendars },
  addAppToChat: { area: "teams", delegated: consentForChat, application: all(consentForChat) },
  readAppsOfChat: { area: "teams", delegated: seeChatApps, application: all(seeChatApps) },
  addAppForPerson: { area: "teams", delegated: installForUser, application: all(installForUser) },
  readMeetings: { area: "teams", delegated: readMeetings, application: all(readMeetings) },
  writeMeetings: { area: "teams", delegated: writeMeetings, application: all(writeMeetings) },
} as const satisfies Readonly<Record<string, Need>>;

export type Operation = keyof typeof operations;

/** What an operation needs, in one form for all. */
export const needOf = (operation: Operation): Need => operations[operation];

const holdsAny = (caller: Caller, grants: readonly string[]) => grants.some((grant) => caller.grants.has(grant));

/** Refuses a caller without a grant for the operation: 403 in the words of the directory, of Exchange or of Teams. */
export function requireGrant(caller: Caller, operation: Operation): void {
  const need = needOf(operation);
  if (holdsAny(caller, need[caller.kind])) return;
  if (need.others === "shared" && caller.kind === "delegated" && holdsAny(caller, readShared)) return;
  if (need.area === "mailbox") throw accessDenied();
  if (need.area === "teams") throw missingForTeams(need[caller.kind], caller);
  throw new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

function missingForTeams(grants: readonly string[], caller: Caller): GraphError {
  const kind = caller.kind === "application" ? "roles" : "scopes";
  const has = [...caller.grants].join(",");
  const wants = grants.join(",");
  const sentence = `Missing ${kind} permissions on the request. API requires one of '${wants}'. ${kind} on the request '${has}'.`;
  return new GraphError(403, "Forbidden", sentence);
}

/** True when a person's token may do this in a mailbox that is not that person's. */
export function reachesOthers(caller: Caller, operation: Operation, sharing: "times" | "details"): boolean {
  const { others } = needOf(operation);
  return others === "always" || (others === "shared" && sharing === "details" && holdsAny(caller, readShared));
}

/** True when the caller may read an event's words, not only the basics. */
export const readsBodies = (caller: Caller) => holdsAny(caller, [...readCalendars, ...readShared]);

/** True when the caller may read what the directory holds beyond names and addresses. */
export const readsProfiles = (caller: Caller) => holdsAny(caller, directory);
