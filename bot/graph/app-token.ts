import * as oidc from "openid-client";
import type { Log } from "../log.ts";
import type { TokenSource } from "./middleware/authentication.ts";
import { TokenAway } from "./middleware/call.ts";

/** Who we are to the token service, and for what the token is. */
export interface AppTokenOptions {
  /** "https://login.microsoftonline.com/<tenant>/v2.0"; plain http for loopback only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** "https://graph.microsoft.com/.default" unless given. */
  readonly scope?: string;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

interface Held {
  readonly value: string;
  readonly freshUntil: number;
}

const graphScope = "https://graph.microsoft.com/.default";

/** A token is replaced this long before it ends, so that none dies on its way. */
const marginMs = 300_000;

const waitSeconds = 10;

/** The application's own token by client credentials: kept until shortly before its end, fetched once however many ask at the time. */
export function openAppToken(options: AppTokenOptions): TokenSource {
  const issuer = new URL(options.issuer);
  requireSafe(issuer);
  let discovered: Promise<oidc.Configuration> | null = null;
  let held: Held | null = null;
  let fetching: Promise<Held> | null = null;

  async function fetchToken(): Promise<Held> {
    try {
      discovered ??= discover(issuer, options);
      const answer = await oidc.clientCredentialsGrant(await discovered, { scope: options.scope ?? graphScope });
      const lifeMs = (answer.expiresIn() ?? 0) * 1000;
      return { value: answer.access_token, freshUntil: options.now() + lifeMs - Math.min(marginMs, lifeMs / 2) };
    } catch (cause) {
      discovered = null;
      options.log.error(
        { room: "graph", operation: "app-token", code: codeOf(cause), err: cause },
        "The token service gave no token.",
      );
      throw new TokenAway("The token service gave no token.", { cause });
    }
  }

  return {
    async token(refused) {
      if (held && held.value !== refused && options.now() < held.freshUntil) return held.value;
      fetching ??= fetchToken().finally(() => {
        fetching = null;
      });
      held = await fetching;
      return held.value;
    },
  };
}

async function discover(issuer: URL, { clientId, clientSecret }: AppTokenOptions): Promise<oidc.Configuration> {
  const execute = issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(issuer, clientId, undefined, oidc.ClientSecretPost(clientSecret), {
    execute,
    timeout: waitSeconds,
  });
}

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

function requireSafe(issuer: URL): void {
  if (issuer.protocol === "https:" || (issuer.protocol === "http:" && loopback.has(issuer.hostname))) return;
  throw new RangeError("A token issuer must be https, or http on this machine.");
}

/** The OAuth code ("invalid_client") or the library's own: never a description, which may quote what was sent. */
function codeOf(error: unknown): string {
  if (error instanceof oidc.ResponseBodyError) return error.error;
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unreachable";
}
