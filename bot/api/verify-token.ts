import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { discoveryOf, SignInAway } from "./discovery.ts";

/** Whom a token speaks for, and until when (epoch milliseconds). */
export interface Caller {
  readonly tenantId: string;
  readonly personId: string;
  readonly expiresAt: number;
}

/** Why a token was turned away. */
export type TokenProblem =
  | "missing"
  | "malformed"
  | "expired"
  | "forged"
  | "wrong-issuer"
  | "wrong-audience"
  | "wrong-tenant"
  | "wrong-version"
  | "wrong-scope";

/** The token can't be accepted. */
export class BadToken extends Error {
  override readonly name = "BadToken";
  readonly problem: TokenProblem;
  constructor(problem: TokenProblem) {
    super(`The token was not accepted: ${problem}.`);
    this.problem = problem;
  }
}

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly tenantId: string;
}

const claims = z.object({ tid: z.guid(), oid: z.guid(), ver: z.literal("2.0"), scp: z.string(), exp: z.number() });

/**
 * Checks an Entra v2 access token: signature by the issuer's published keys, issuer, audience, expiry, tenant, version and the scope
 * `access_as_user`. The person is `tid` and `oid`, never an e-mail address.
 * @throws BadToken, SignInAway
 */
export function tokenVerifier(rules: TokenRules): (authorization: string | undefined) => Promise<Caller> {
  const keys = lazyKeys(rules.issuer);
  return async (authorization) => {
    const payload = await verify(bearerToken(authorization), await keys(), rules);
    return callerOf(payload, rules.tenantId);
  };
}

/** The token in an authorization header. @throws BadToken when there is none. */
export function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  if (!token) throw new BadToken("missing");
  return token;
}

async function verify(
  token: string,
  keys: ReturnType<typeof createRemoteJWKSet>,
  { issuer, audience }: TokenRules,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ["RS256"],
      clockTolerance: 60,
      requiredClaims: ["exp"],
    });
    return payload;
  } catch (problem) {
    throw explain(problem);
  }
}

function explain(problem: unknown): Error {
  if (problem instanceof errors.JWTExpired) return new BadToken("expired");
  if (problem instanceof errors.JWTClaimValidationFailed) {
    if (problem.claim === "iss") return new BadToken("wrong-issuer");
    if (problem.claim === "aud") return new BadToken("wrong-audience");
    return new BadToken("malformed");
  }
  if (problem instanceof errors.JWSSignatureVerificationFailed || problem instanceof errors.JWKSNoMatchingKey)
    return new BadToken("forged");
  if (problem instanceof errors.JWKSTimeout) return new SignInAway("The sign-in service did not answer in time.");
  if (problem instanceof errors.JOSEError) return new BadToken("malformed");
  return new SignInAway("The sign-in service can't be reached.", { cause: problem });
}

function callerOf(payload: JWTPayload, tenantId: string): Caller {
  if (payload["ver"] !== "2.0") throw new BadToken("wrong-version");
  const parsed = claims.safeParse(payload);
  if (!parsed.success) throw new BadToken("scp" in payload ? "malformed" : "wrong-scope");
  const { tid, oid, scp, exp } = parsed.data;
  if (tid.toLowerCase() !== tenantId) throw new BadToken("wrong-tenant");
  if (!scp.split(" ").includes("access_as_user")) throw new BadToken("wrong-scope");
  return { tenantId, personId: oid.toLowerCase(), expiresAt: exp * 1000 };
}

/** The issuer's key set, found at first use. */
function lazyKeys(issuer: string): () => Promise<ReturnType<typeof createRemoteJWKSet>> {
  const discovery = discoveryOf(issuer);
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async () => {
    keys ??= createRemoteJWKSet(new URL((await discovery()).jwks_uri), { timeoutDuration: 5_000 });
    return keys;
  };
}
