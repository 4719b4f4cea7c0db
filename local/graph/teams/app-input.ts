import { z } from "zod";
import { localApp } from "../../identities.ts";
import { badRequest, GraphError } from "../errors.ts";

const permission = z.strictObject({
  "@odata.type": z.string().optional(),
  permissionValue: z.string(),
  permissionType: z.string(),
});

const installation = z.strictObject({
  "teamsApp@odata.bind": z.string(),
  consentedPermissionSet: z
    .strictObject({ "@odata.type": z.string().optional(), resourceSpecificPermissions: z.array(permission) })
    .nullish(),
});

/** What the app asks of a chat: consent to anything more or less doesn't match its manifest. */
const declared = [
  "OnlineMeeting.ReadBasic.Chat Application",
  "OnlineMeetingParticipant.Read.Chat Application",
  "MeetingStage.Write.Chat Delegated",
];

export type Consent = readonly { readonly permissionValue: string; readonly permissionType: string }[];

const bound = /\/appCatalogs\/teamsApps(?:\/|\(')([0-9a-f-]{36})(?:'\))?$/i;

/** Reads which app is to be added and what it is granted. @throws GraphError as Teams words it. */
export function readInstallation(body: unknown): { readonly appId: string; readonly consent: Consent } {
  const read = installation.safeParse(body ?? {});
  const appId = bound.exec(read.data?.["teamsApp@odata.bind"] ?? "")?.[1]?.toLowerCase();
  if (!read.success || appId === undefined)
    throw badRequest("Invalid bind request body: teamsApp@odata.bind is expected.");
  if (appId !== localApp.teamsAppId) {
    throw new GraphError(404, "NotFound", `The definition for the Teams app with id '${appId}' was not found.`);
  }
  const set = read.data.consentedPermissionSet?.resourceSpecificPermissions ?? [];
  return { appId, consent: set.map(({ permissionValue, permissionType }) => ({ permissionValue, permissionType })) };
}

/** Refuses consent that is not exactly to what the app's manifest asks. */
export function requireMatchingConsent(consent: Consent): void {
  const given = consent.map((one) => `${one.permissionValue} ${one.permissionType}`.toLowerCase());
  const asked = declared.map((one) => one.toLowerCase());
  const odd = [...given.filter((one) => !asked.includes(one)), ...asked.filter((one) => !given.includes(one))];
  if (odd.length === 0) return;
  throw badRequest(
    `The consented permission set does not match the permissions in the app's manifest: ${odd.join(", ")}.`,
  );
}
