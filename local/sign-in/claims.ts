import { type LocalPerson, localApp, localPeople, localTenant } from "../identities.ts";
import type { AppGrant } from "./clients.ts";

export type Claims = Readonly<Record<string, unknown>>;

/** What the application may do in Microsoft Graph with its own credentials. */
export const graphRoles = ["Calendars.ReadWrite", "MailboxSettings.Read", "User.ReadBasic.All"] as const;

/** The issuer of Bot Framework channel tokens, in the real world and here. */
export const channelIssuer = "https://api.botframework.com";

/** The person with this directory id, or undefined. */
export const personByOid = (oid: string): LocalPerson | undefined => localPeople.find((one) => one.oid === oid);

/** The person with this sign-in name, whatever its case, or undefined. */
export const personByMail = (mail: string): LocalPerson | undefined =>
  localPeople.find((one) => one.mail === mail.toLowerCase());

/** Who the token is about, as Entra's v2 tokens say it. An oid that nobody has still gets a token: tests need strangers. */
export function identityClaims(oid: string, tenantId: string): Claims {
  const person = personByOid(oid);
  return {
    ver: "2.0",
    aud: localApp.clientId,
    tid: tenantId,
    oid,
    sub: `${oid}.${localApp.clientId}`,
    name: person ? `${person.givenName} ${person.surname}` : "Somebody",
    preferred_username: person?.mail ?? `somebody@${localTenant.domain}`,
  };
}

/** The claims of a person's access token for Counterpoint. */
export const accessClaims = (oid: string, tenantId: string = localTenant.id): Claims => ({
  ...identityClaims(oid, tenantId),
  azp: localApp.clientId,
  scp: "access_as_user",
});

/** The claims of a token that an application gets with its own credentials. `serviceUrl` matters to the channel only. */
export function appClaims(kind: AppGrant["kind"], serviceUrl: string | undefined): Claims {
  if (kind === "channel") {
    return {
      iss: channelIssuer,
      aud: localApp.botAppId,
      ...(serviceUrl === undefined ? {} : { serviceurl: serviceUrl }),
    };
  }
  const appid = kind === "graph" ? localApp.clientId : localApp.botAppId;
  const shared = { ver: "1.0", idtyp: "app", tid: localTenant.id, appid, sub: appid };
  return kind === "graph"
    ? { ...shared, aud: "https://graph.microsoft.com", roles: [...graphRoles] }
    : { ...shared, aud: channelIssuer };
}
