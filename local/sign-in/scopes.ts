/** A delegated permission of Microsoft Graph: what the consent page calls it, and whether only an administrator may give it. */
export interface GraphScope {
  readonly name: string;
  readonly words: string;
  readonly isForAdministrators: boolean;
}

type Row = readonly [name: string, words: string, admin?: "administrator"];

/** Source: Microsoft Graph's permissions reference. */
const rows: readonly Row[] = [
  ["Calendars.ReadBasic", "Read when you are busy, without the words"],
  ["Calendars.Read", "Read your calendars"],
  ["Calendars.ReadWrite", "Read and change your calendars"],
  ["Calendars.Read.Shared", "Read calendars that others share with you"],
  ["MailboxSettings.Read", "Read your mailbox settings, such as your working hours"],
  ["OnlineMeetings.Read", "Read your online meetings"],
  ["OnlineMeetings.ReadWrite", "Read, create and change your online meetings"],
  ["User.Read", "Sign you in and read your profile"],
  ["User.ReadBasic.All", "Read the names and addresses of everyone in your organisation"],
  ["User.Read.All", "Read the full profiles of everyone in your organisation", "administrator"],
  ["TeamsAppInstallation.ReadWriteSelfForUser", "Add itself to your Teams", "administrator"],
  ["TeamsAppInstallation.ReadWriteSelfForChat", "Add itself to chats you are in", "administrator"],
  [
    "TeamsAppInstallation.ReadWriteAndConsentSelfForChat",
    "Add itself to chats you are in, with the permissions it needs there",
    "administrator",
  ],
];

const graph = "https://graph.microsoft.com/";
const openIdScopes: ReadonlySet<string> = new Set(["openid", "profile", "email", "offline_access"]);

const known: ReadonlyMap<string, GraphScope> = new Map(
  rows.map(([name, words, admin]) => [
    name.toLowerCase(),
    { name, words, isForAdministrators: admin === "administrator" },
  ]),
);

/** What a scope parameter asks for. `own` is Counterpoint's own scope; `isDefault` is Graph's `.default`. */
export interface Asked {
  readonly graph: readonly GraphScope[];
  readonly isDefault: boolean;
  readonly own: boolean;
  readonly openId: ReadonlySet<string>;
}

/** Reads a scope parameter: undefined when it names something unknown, or asks two applications for one token. */
export function readScope(text: string, clientId: string): Asked | undefined {
  const names = text.split(/\s+/).filter(Boolean);
  const openId = new Set(names.filter((name) => openIdScopes.has(name)));
  const rest = names.filter((name) => !openIdScopes.has(name));
  const own = rest.filter((name) => isOwn(name, clientId));
  const others = rest.filter((name) => !isOwn(name, clientId));
  const isDefault = others.includes(`${graph}.default`);
  const found = others.filter((name) => name !== `${graph}.default`).map(graphScope);
  if (found.includes(undefined) || (own.length > 0 && others.length > 0)) return undefined;
  const scopes = [...new Set(found.filter((scope) => scope !== undefined))];
  return { graph: scopes, isDefault, own: own.length > 0, openId };
}

const isOwn = (name: string, clientId: string) =>
  name === "access_as_user" || name === `${clientId}/.default` || /^api:\/\/.+\/access_as_user$/.test(name);

/** The Graph permission with this name, short or with Graph's address before it, in any case of letters. */
export const graphScope = (name: string): GraphScope | undefined =>
  known.get((name.startsWith(graph) ? name.slice(graph.length) : name).toLowerCase());

/** How Entra names Graph permissions in the `scope` of a token answer. */
export const fullNames = (scopes: readonly string[]): string => scopes.map((name) => `${graph}${name}`).join(" ");
