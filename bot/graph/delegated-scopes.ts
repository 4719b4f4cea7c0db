/** What a person allows when connecting a calendar: Graph's permissions, by their short names. */
export const delegatedPermissions = [
  "Calendars.ReadWrite",
  "MailboxSettings.Read",
  "User.ReadBasic.All",
  "OnlineMeetings.ReadWrite",
  "TeamsAppInstallation.ReadWriteAndConsentSelfForChat",
] as const;

/** The same as a scope parameter, with the leave to come back without the person. */
export const delegatedScope = [
  ...delegatedPermissions.map((name) => `https://graph.microsoft.com/${name}`),
  "offline_access",
].join(" ");
