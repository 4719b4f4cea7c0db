import { type LocalPerson, localApp, localPeople, localTenant } from "../identities.ts";
import type { AppGrant } from "./clients.ts";

export type Claims = Readonly<Record<string, unknown>>;

/** What the application may do in Microsoft Graph with its own credentials. */
export const graphRoles: readonly string[] = [
  "Calendars.ReadWrite",
  "Calendars.Read",
  "MailboxSettings.Read",
  "User.ReadBasic.All",
  "TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All",
  "OnlineMeetings.ReadWrite.All",
];

const graphAudience = "https://graph.microsoft.com";

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

/** The claims of a token for Graph in a person's name. `scopes` are short names. */
export const delegatedClaims = (oid: string, scopes: readonly string[]): Claims => {
  const { name, preferred_username: upn } = identityClaims(oid, localTenant.id);
  const app = { appid: localApp.clientId, app_displayname: "Counterpoint" };
  const person = { oid, tid: localTenant.id, sub: `${oid}.graph`, name, upn, idtyp: "user" };
  return { ver: "1.0", aud: graphAudience, ...app, ...person, scp: scopes.join(" ") };
};

/** `serviceUrl` matters to the channel only, `withoutRoles` to Graph. */
interface AppTokenOptions {
  readonly serviceUrl: string | undefined;
  readonly withoutRoles: readonly string[];
}

/** The claims of a token that an application gets with its own credentials. */
export function appClaims(kind: AppGrant["kind"], { serviceUrl, withoutRoles }: AppTokenOptions): Claims {
  if (kind === "channel") {
    return {
      iss: channelIssuer,
      aud: localApp.botAppId,
      ...(serviceUrl === undefined ? {} : { serviceurl: serviceUrl }),
    };
  }
  const appid = kind === "graph" ? localApp.clientId : localApp.botAppId;
  const shared = { ver: "1.0", idtyp: "app", tid: localTenant.id, appid, sub: appid };
  const roles = graphRoles.filter((role) => !withoutRoles.includes(role));
  return kind === "graph" ? { ...shared, aud: graphAudience, roles } : { ...shared, aud: channelIssuer };
}
