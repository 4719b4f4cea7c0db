/** What the manifest's placeholders stand for, by the placeholder's name. */
export interface PackageSettings {
  readonly TEAMS_APP_ID: string;
  readonly CLIENT_ID: string;
  readonly BOT_ID: string;
  readonly PUBLIC_HOST: string;
  readonly APP_VERSION: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Reading = { ok: true; settings: PackageSettings } | { ok: false; refusals: readonly string[] };

const meanings = {
  TEAMS_APP_ID: "the id of the app in Teams, a GUID of your own making that never changes",
  CLIENT_ID: "the Entra application that people's tokens are issued for",
  BOT_ID: "the bot's Entra application; the server's BOT_APP_ID is taken where it is not set",
  PUBLIC_HOST: "the host name the app is served at; the server's PUBLIC_URL is taken where it is not set",
};

/**
 * Reads what a package needs from environment variables.
 *
 * @param appVersion - used unless APP_VERSION is set.
 * @returns the settings, or a sentence for each one that is missing or can't be.
 */
export function readPackageSettings(environment: Environment, appVersion: string): Reading {
  const settings = {
    TEAMS_APP_ID: environment["TEAMS_APP_ID"] || "",
    CLIENT_ID: environment["CLIENT_ID"] || "",
    BOT_ID: environment["BOT_ID"] || environment["BOT_APP_ID"] || "",
    PUBLIC_HOST: environment["PUBLIC_HOST"] || hostOf(environment["PUBLIC_URL"]),
    APP_VERSION: environment["APP_VERSION"] || appVersion,
  };
  const missing = Object.entries(meanings).filter(([name]) => settings[name as keyof PackageSettings] === "");
  const refusals = [
    ...missing.map(([name, meaning]) => `${name} is not set: ${meaning}.`),
    ...(settings.PUBLIC_HOST === "" ? [] : checkHost(settings.PUBLIC_HOST)),
  ];
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, settings };
}

function hostOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).host : "";
}

function checkHost(host: string): string[] {
  const named = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/.test(host);
  const reachable = named && !/^[\d.]+$/.test(host) && !host.endsWith(".localhost");
  return reachable
    ? []
    : [`PUBLIC_HOST must be a host name that Teams can reach over https, without scheme, port or path: it is ${host}.`];
}

/** Puts settings in the places that name them. A placeholder that is no setting stays, to be refused by the manifest's checks. */
export function fillPlaceholders(text: string, settings: PackageSettings): string {
  return text.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = (settings as unknown as Record<string, string | undefined>)[name];
    return value === undefined ? placeholder : JSON.stringify(value).slice(1, -1);
  });
}
