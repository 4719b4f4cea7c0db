import { localApp } from "../identities.ts";

/** The Bot Framework channel's own credentials: only the window process, which plays the channel, uses them. */
export const channelClient = {
  id: "5c9d2f10-7b3e-4d6a-8f21-0e4c6a8b1d37",
  secret: "local-only-channel-secret",
};

/** What a client may ask for with its own credentials, and the token kind it then gets. */
export interface AppGrant {
  readonly scope: string;
  readonly kind: "graph" | "connector" | "channel";
}

interface Client {
  readonly secret: string;
  readonly grant: AppGrant;
}

const clients: ReadonlyMap<string, Client> = new Map([
  [
    localApp.clientId,
    { secret: localApp.clientSecret, grant: { scope: "https://graph.microsoft.com/.default", kind: "graph" } },
  ],
  [
    localApp.botAppId,
    { secret: localApp.botAppPassword, grant: { scope: "https://api.botframework.com/.default", kind: "connector" } },
  ],
  [
    channelClient.id,
    { secret: channelClient.secret, grant: { scope: `${localApp.botAppId}/.default`, kind: "channel" } },
  ],
]);

/** The one grant of this client, or undefined when the id is unknown or the secret is wrong. */
export function grantOf(id: string | undefined, secret: string | undefined): AppGrant | undefined {
  const client = id === undefined ? undefined : clients.get(id);
  return client?.secret === secret ? client?.grant : undefined;
}
