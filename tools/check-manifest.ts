import type { TeamsManifestV1D30 } from "@microsoft/app-manifest";
import { chatPermissions, chatPermissionsOfPeople } from "../shared/contract/chat-permissions.ts";

export type Manifest = TeamsManifestV1D30.TeamsManifestV1D30;

/** What the filled manifest has to agree with. */
interface Deployment {
  /** Where the app is served: a host name, without a scheme. */
  readonly host: string;
  readonly clientId: string;
  readonly botId: string;
}

type Check = (manifest: Manifest, deployment: Deployment) => string[];

/** Teams draws these two tabs itself, and ignores an address given for them. */
const teamsOwnTabs = new Set(["conversations", "about"]);

/** Hosting domains that anyone may take a name under: a wildcard there would trust strangers. */
const sharedDomains = [
  "azurewebsites.net",
  "azurestaticapps.net",
  "cloudapp.azure.com",
  "devtunnels.ms",
  "github.io",
  "ngrok.io",
  "ngrok-free.app",
];

const commandLimits = { lists: 3, commands: 12 };

/** How many characters each string may have, as it is named in a manifest's language files, in UTF-16 units as Teams' upload counts them. */
const textLimits: readonly (readonly [name: RegExp, limit: number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^developer\.name$/, 32],
  [/^staticTabs\[\d+\]\.name$/, 128],
  [/\.commands\[\d+\]\.title$/, 32],
  [/\.commands\[\d+\]\.description$/, 128],
];

/** Says what a manifest that fits Microsoft's schema still gets wrong, one sentence each; nothing when it may be published. */
export function checkManifest(manifest: Manifest, deployment: Deployment): string[] {
  return checks.flatMap((check) => check(manifest, deployment));
}

const placeholders: Check = (manifest) =>
  [...new Set(JSON.stringify(manifest).match(/\$\{\{[^}]*\}\}/g) ?? [])].map((left) => `${left} was not filled in.`);

const secureAddresses: Check = (manifest) =>
  strings(manifest).flatMap(({ path, text }) =>
    /^(http|ws|ftp):/i.test(text) ? [`${path} must begin with https: it is ${text}.`] : [],
  );

const domains: Check = ({ validDomains = [] }, { host }) => [
  ...(validDomains.includes(host) ? [] : [`validDomains must include ${host}, where the app is served.`]),
  ...validDomains.flatMap((domain) => {
    if (/[/:\s]/.test(domain)) return [`validDomains takes host names alone: "${domain}" has more.`];
    return domain.includes("*") && tooWide(domain)
      ? [`validDomains may not trust "${domain}": strangers can have names there.`]
      : [];
  }),
];

function tooWide(domain: string): boolean {
  const [star, ...labels] = domain.split(".");
  const base = labels.join(".");
  const countryShop = labels.length === 2 && /^(ac|co|com|edu|gov|net|org)$/.test(labels[0] ?? "");
  return star !== "*" || base.includes("*") || labels.length < 2 || countryShop || sharedDomains.includes(base);
}

const signIn: Check = ({ webApplicationInfo, bots }, { host, clientId, botId }) => [
  ...(webApplicationInfo?.id === clientId
    ? []
    : ["webApplicationInfo.id must be the client id that tokens are issued for."]),
  ...(webApplicationInfo?.resource === `api://${host}/botid-${botId}`
    ? []
    : [`webApplicationInfo.resource must be api://${host}/botid-${botId}: single sign-on fails on any other.`]),
  ...(bots?.every((bot) => bot.botId === botId) ? [] : ["bots[0].botId must be the bot's id."]),
];

const ids: Check = ({ id, webApplicationInfo, bots = [] }) =>
  Object.entries({ id, "webApplicationInfo.id": webApplicationInfo?.id, "bots[0].botId": bots[0]?.botId }).flatMap(
    ([name, value]) =>
      value && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value) && !/^[0-]+$/.test(value)
        ? []
        : [`${name} must be a GUID other than zero: it is ${value ?? "missing"}.`],
  );

const version: Check = ({ version: given }) =>
  /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(given)
    ? []
    : [`version must be three numbers such as 1.4.0: it is ${given}.`];

const tabs: Check = ({ staticTabs = [] }, { host }) => [
  ...repeated(staticTabs.map(({ entityId }) => entityId)).map((id) => `Two tabs have the entityId "${id}".`),
  ...staticTabs.flatMap(({ entityId, contentUrl, name }) => {
    if (teamsOwnTabs.has(entityId)) {
      return contentUrl ? [`"${entityId}" is Teams' own tab and takes no contentUrl: choose another entityId.`] : [];
    }
    const underHost = contentUrl?.startsWith(`https://${host}/`);
    return [
      ...(name ? [] : [`The tab "${entityId}" needs a name.`]),
      ...(underHost
        ? []
        : [`The tab "${entityId}" must be served from https://${host}/: it is ${contentUrl ?? "missing"}.`]),
    ];
  }),
];

const commands: Check = ({ bots = [] }) => {
  const lists = bots.flatMap(({ commandLists = [] }) => commandLists);
  const scopes = bots.flatMap((bot) => bot.scopes as string[]);
  const foreign = lists.flatMap((list) => list.scopes as string[]).filter((scope) => !scopes.includes(scope));
  return [
    ...(lists.length > commandLimits.lists
      ? [`A bot has at most ${commandLimits.lists} command lists: here are ${lists.length}.`]
      : []),
    ...foreign.map((scope) => `A command list is for "${scope}", where the bot is not.`),
    ...repeated(lists.flatMap((list) => list.scopes)).map((scope) => `Two command lists are for "${scope}".`),
    ...lists.flatMap(({ commands: entries }) => [
      ...(entries.length > commandLimits.commands
        ? [`A command list has at most ${commandLimits.commands} commands: here are ${entries.length}.`]
        : []),
      ...repeated(entries.map(({ title }) => title)).map((title) => `The command "${title}" is listed twice.`),
    ]),
  ];
};

const lengths: Check = (manifest) => strings(manifest).flatMap(({ path, text }) => tooLong(path, text));

/** Refuses a string that is longer than its place in Teams holds. */
export function tooLong(name: string, text: string): string[] {
  const limit = textLimits.find(([pattern]) => pattern.test(name))?.[1] ?? Number.POSITIVE_INFINITY;
  return text.length > limit ? [`${name} may have ${limit} characters: it has ${text.length}.`] : [];
}

/**
 * What the app asks in a chat is what the server consents to when it adds the app to one: Teams refuses to add it with anything more or less.
 * The schema accepts any name.
 */
const permissions: Check = ({ authorization }) => {
  const asked = authorization?.permissions?.resourceSpecific ?? [];
  const names = asked.map(({ name }) => name);
  return [
    ...consented
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => `The manifest must ask for ${name}: shared/contract/chat-permissions.ts consents to it.`),
    ...asked
      .filter(({ name, type }) => !consented.some((one) => one.name === name && one.type === type))
      .map(({ name, type }) => `The app has no use for the permission ${name} (${type}): leave it out.`),
    ...repeated(names).map((name) => `The permission ${name} is asked for twice.`),
  ];
};

const consented: readonly { readonly name: string; readonly type: string }[] = [
  ...chatPermissions.map((name) => ({ name, type: "Application" })),
  ...chatPermissionsOfPeople.map((name) => ({ name, type: "Delegated" })),
];

/** The side panel offers the stage: Teams lets it only where the manifest says so and the tab may stand there. */
const stage: Check = ({ meetingExtensionDefinition, staticTabs = [] }) => {
  const mayShare = meetingExtensionDefinition?.supportsCustomShareToStage === true;
  const mayStand = staticTabs.some(({ context = [] }) => context.includes("meetingStage"));
  return [
    ...(mayShare
      ? []
      : ["meetingExtensionDefinition.supportsCustomShareToStage must be true: the panel offers the stage."]),
    ...(mayStand ? [] : ['A tab must have the context "meetingStage": the panel puts the prompt there.']),
  ];
};

const checks: readonly Check[] = [
  ...[placeholders, secureAddresses, domains, signIn, ids],
  ...[version, tabs, commands, lengths, permissions, stage],
];

function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function strings(value: unknown, path = ""): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    strings(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
  );
}
