import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json, text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** A call that the bot made to the channel. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface TokenOptions {
  readonly audience?: string;
  readonly issuer?: string;
  readonly serviceUrl?: string;
  readonly expiresIn?: string;
  /** Signed with a key that nobody publishes. */
  readonly isForged?: boolean;
}

/** What the channel answers next instead of what was asked; "hang up" cuts the line. */
export type Fault = { readonly status: number; readonly headers?: Record<string, string> } | "hang up";

/** A Bot Framework channel on loopback: publishes its keys, signs tokens, gives the bot its own, and keeps what the bot says. */
export interface FakeChannel {
  readonly serviceUrl: string;
  readonly metadataUrl: string;
  readonly tokenUrl: string;
  readonly calls: Call[];
  /** Faults for the next calls to the connector, first come first served. */
  readonly faults: Fault[];
  readonly token: (options?: TokenOptions) => Promise<string>;
  readonly close: () => Promise<void>;
}

const channelIssuer = "https://api.botframework.com";

let made: ReturnType<typeof makeKeys> | undefined;
const makeKeys = () => Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);

/** The channel's pair of keys and a stranger's; made once, as that is slow. */
const keys = () => {
  made ??= makeKeys();
  return made;
};

/** Starts a channel for the bot with this app id. */
export async function startFakeChannel(appId: string): Promise<FakeChannel> {
  const [own, strange] = await keys();
  const jwk = { ...(await exportJWK(own.publicKey)), kid: "own", use: "sig", endorsements: ["msteams"] };
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, { jwk, calls, faults });
  });
  const url = await listen(server);
  const serviceUrl = `${url}/connector/`;
  const token = ({
    audience = appId,
    issuer = channelIssuer,
    expiresIn = "1h",
    isForged = false,
    serviceUrl: claimed = serviceUrl,
  }: TokenOptions = {}) =>
    new SignJWT({ serviceurl: claimed })
      .setProtectedHeader({ alg: "RS256", kid: "own" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expiresIn)
      .sign(isForged ? strange.privateKey : own.privateKey);
  return {
    serviceUrl,
    metadataUrl: `${url}/openid`,
    tokenUrl: `${url}/token`,
    calls,
    faults,
    token,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`http://localhost:${(server.address() as AddressInfo).port}`));
  });
}

interface World {
  readonly jwk: object;
  readonly calls: Call[];
  readonly faults: Fault[];
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { jwk, calls, faults }: World,
): Promise<void> {
  const { url: path = "", method = "", headers } = request;
  const send = (status: number, body: unknown, more: Record<string, string> = {}) =>
    response.writeHead(status, { "content-type": "application/json", ...more }).end(JSON.stringify(body));
  if (path === "/openid") return void send(200, { issuer: channelIssuer, jwks_uri: `http://${headers.host}/keys` });
  if (path === "/keys") return void send(200, { keys: [jwk] });
  if (path === "/token") {
    await text(request);
    return void send(200, { token_type: "Bearer", access_token: "the-bots-token", expires_in: 3600 });
  }
  calls.push({ method, path, authorization: headers.authorization, body: (await json(request)) as Call["body"] });
  const fault = faults.shift();
  if (fault === "hang up") return void request.socket.destroy();
  if (fault) return void send(fault.status, { error: { code: "Fault", message: "As asked." } }, fault.headers);
  return void send(method === "PUT" ? 200 : 201, {
    id: path === "/connector/v3/conversations" ? "a:new" : `message-${calls.length}`,
  });
}
