import { type ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from "botbuilder";
import type { BotSettings } from "../settings.ts";

/** How the SDK asks who the bot is and how its calls are signed. */
export type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;
type Credentials = Awaited<ReturnType<CredentialsFactory["createCredentials"]>>;

const channelScope = "https://api.botframework.com/.default";
const renewBeforeMs = 5 * 60_000;
const tokenTimeoutMs = 5_000;

/** The token endpoint can't be reached or gave up; asking again may help. */
export class TokenAway extends Error {
  override readonly name = "TokenAway";
}

/** The bot's credentials for calls to the channel: the SDK's own in a tenant, plain client credentials where a token address is given. */
export function credentialsOf(settings: BotSettings): CredentialsFactory {
  if (settings.allowUnsigned) return new ConfigurationServiceClientCredentialFactory({});
  if (settings.tokenUrl !== undefined) return clientCredentials(settings, settings.tokenUrl);
  const app = { MicrosoftAppId: settings.appId, MicrosoftAppTenantId: settings.tenantId };
  return new ConfigurationServiceClientCredentialFactory(
    settings.appPassword === undefined
      ? { ...app, MicrosoftAppType: "UserAssignedMsi" }
      : { ...app, MicrosoftAppType: "SingleTenant", MicrosoftAppPassword: settings.appPassword },
  );
}

function clientCredentials({ appId, appPassword = "" }: BotSettings, tokenUrl: string): CredentialsFactory {
  const bearer = tokenSource(tokenUrl, appId, appPassword);
  const credentials: Credentials = {
    signRequest: async (request) => {
      request.headers.set("authorization", `Bearer ${await bearer()}`);
      return request;
    },
  };
  return {
    isValidAppId: (id) => Promise.resolve(id === appId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () => Promise.resolve(credentials),
  };
}

/** A token that is fetched once and again shortly before it ends; callers that ask at the same time share one fetch. */
function tokenSource(tokenUrl: string, appId: string, secret: string): () => Promise<string> {
  let held: { readonly token: string; readonly renewAt: number } | undefined;
  let fetching: Promise<string> | undefined;
  const renew = async () => {
    const { token, seconds } = await fetchToken(tokenUrl, appId, secret);
    held = { token, renewAt: Date.now() + seconds * 1000 - renewBeforeMs };
    return token;
  };
  return async () => {
    if (held && Date.now() < held.renewAt) return held.token;
    fetching ??= renew().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
}

async function fetchToken(
  tokenUrl: string,
  appId: string,
  secret: string,
): Promise<{ readonly token: string; readonly seconds: number }> {
  const form = { grant_type: "client_credentials", client_id: appId, client_secret: secret, scope: channelScope };
  const answer = await fetch(tokenUrl, {
    method: "POST",
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(tokenTimeoutMs),
  }).catch((cause: unknown) => {
    throw new TokenAway("The token endpoint can't be reached.", { cause });
  });
  if (answer.status >= 500 || answer.status === 429)
    throw new TokenAway(`The token endpoint answered ${answer.status}.`);
  if (!answer.ok) throw new Error(`The token endpoint refused the bot's own credentials: ${answer.status}.`);
  const body: unknown = await answer.json();
  if (!isToken(body)) throw new Error("The token endpoint's answer holds no token.");
  return { token: body.access_token, seconds: body.expires_in };
}

const isToken = (body: unknown): body is { readonly access_token: string; readonly expires_in: number } =>
  typeof body === "object" &&
  body !== null &&
  "access_token" in body &&
  typeof body.access_token === "string" &&
  "expires_in" in body &&
  typeof body.expires_in === "number";
