import * as oidc from "openid-client";

/** Who we are to the organisation's token service. */
export interface TokenServiceOptions {
  /** "https://login.microsoftonline.com/<tenant>/v2.0"; plain http for loopback only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The service once its addresses are known; they are looked up at the first use, and again after a failure. */
export interface TokenService {
  readonly configuration: () => Promise<oidc.Configuration>;
}

const waitSeconds = 10;

/** @throws RangeError for an issuer that would be spoken to in the clear over a network. */
export function openTokenService(options: TokenServiceOptions): TokenService {
  const issuer = new URL(options.issuer);
  requireSafe(issuer);
  let discovered: Promise<oidc.Configuration> | null = null;
  return {
    async configuration() {
      discovered ??= discover(issuer, options);
      try {
        return await discovered;
      } catch (error) {
        discovered = null;
        throw error;
      }
    },
  };
}

async function discover(issuer: URL, { clientId, clientSecret }: TokenServiceOptions): Promise<oidc.Configuration> {
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
export function codeOf(error: unknown): string {
  if (error instanceof oidc.ResponseBodyError) return error.error;
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unreachable";
}

/** An access token and until when it is handed out, in epoch milliseconds. */
export interface HeldToken {
  readonly value: string;
  readonly freshUntil: number;
}

/** A token is replaced this long before it ends, so that none dies on its way. */
const marginMs = 300_000;

/** What is kept of an answer that came at `now`, in epoch milliseconds. */
export function heldFrom(
  answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  now: number,
): HeldToken {
  const lifeMs = (answer.expiresIn() ?? 0) * 1000;
  return { value: answer.access_token, freshUntil: now + lifeMs - Math.min(marginMs, lifeMs / 2) };
}
