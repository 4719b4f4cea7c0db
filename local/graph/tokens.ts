import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import { localTenant } from "../identities.ts";
import { GraphError } from "./errors.ts";

/** Who calls: an application by its own right, or one for a person; `grants` are its roles or the person's scopes. */
export interface Caller {
  readonly kind: "application" | "delegated";
  readonly appId: string;
  readonly oid: string | null;
  readonly grants: ReadonlySet<string>;
}

const claims = z.object({
  tid: z.literal(localTenant.id),
  appid: z.string().optional(),
  azp: z.string().optional(),
  oid: z.string().optional(),
  scp: z.string().optional(),
  roles: z.array(z.string()).optional(),
  idtyp: z.enum(["app", "user"]).optional(),
});

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });

const refuse = (message: string) =>
  new GraphError(401, "InvalidAuthenticationToken", message, {
    headers: { "WWW-Authenticate": 'Bearer realm="", client_id="00000003-0000-0000-c000-000000000000"' },
  });

const reasons: Readonly<Record<string, string>> = {
  aud: "Access token validation failure. Invalid audience.",
  iss: "Access token validation failure. Invalid issuer.",
  nbf: "Lifetime validation failed, the token is not yet valid.",
};

function refusalFor(error: unknown): GraphError {
  if (error instanceof errors.JWTExpired) return refuse("Lifetime validation failed, the token is expired.");
  if (error instanceof errors.JWTClaimValidationFailed) {
    return refuse(reasons[error.claim] ?? "Access token validation failure.");
  }
  if (error instanceof errors.JOSEError) return refuse("Access token validation failure. Invalid signature or form.");
  return new GraphError(503, "ServiceNotAvailable", "The sign-in service can't be reached to check the token.");
}

const keysOf = async (issuer: string) => {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5000) });
  const found = discovery.parse(await answer.json());
  return { issuer: found.issuer, keys: createRemoteJWKSet(new URL(found.jwks_uri)) };
};

function callerFrom(payload: unknown): Caller {
  const read = claims.safeParse(payload);
  if (!read.success) return fail("Access token validation failure. Invalid tenant or claims.");
  const { scp, roles, appid, azp, oid, idtyp } = read.data;
  if (idtyp !== undefined && (idtyp === "user") !== (scp !== undefined)) {
    return fail("Access token validation failure. Its claims contradict each other.");
  }
  return {
    kind: scp === undefined ? "application" : "delegated",
    appId: appid ?? azp ?? "",
    oid: oid ?? null,
    grants: new Set(scp === undefined ? roles : scp.split(" ").filter(Boolean)),
  };
}

function fail(message: string): never {
  throw refuse(message);
}

/**
 * Checks access tokens for Graph: signature by the issuer's published keys, issuer, audience, lifetime and tenant.
 *
 * The keys are looked up at the first use, so that sign-in may start later.
 */
export function createTokenCheck(issuer: string): (authorization: string | undefined) => Promise<Caller> {
  let source: ReturnType<typeof keysOf> | undefined;
  return async (authorization) => {
    const token = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1];
    if (!token) return fail("Access token is empty.");
    try {
      source ??= keysOf(issuer);
      const from = await source;
      const options = { issuer: from.issuer, audience: "https://graph.microsoft.com", requiredClaims: ["exp"] };
      return callerFrom((await jwtVerify(token, from.keys, options)).payload);
    } catch (error) {
      if (error instanceof GraphError) throw error;
      if (!(error instanceof errors.JOSEError)) source = undefined;
      throw refusalFor(error);
    }
  };
}
