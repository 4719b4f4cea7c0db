import { createLocalJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import { localApp, localTenant } from "../identities.ts";
import { issuerUrl, type SignIn } from "./context.ts";
import { mint } from "./mint.ts";
import { type Refusal, refusals } from "./refusals.ts";

/** Who a token that was handed in speaks for, or why it can't be used. */
export type Bearer = { readonly oid: string } | { readonly refusal: Refusal };

const refreshAudience = "refresh";

const assertionClaims = z.object({ oid: z.string(), tid: z.literal(localTenant.id), scp: z.string() });
const refreshClaims = z.object({ oid: z.string(), madeAt: z.number() });

const directoryKeys = (signIn: SignIn) =>
  createLocalJWKSet({
    keys: signIn.rings.directory.keys.toJSON().map((key) => ({ ...key, kty: String(key.kty), use: "sig" })),
  });

/** Reads the token that a tab sent to Counterpoint: good only when a person of ours holds it, for Counterpoint, now. */
export async function readAssertion(signIn: SignIn, token: string): Promise<Bearer> {
  try {
    const options = { issuer: issuerUrl(signIn.origin), audience: localApp.clientId };
    const claims = assertionClaims.safeParse((await jwtVerify(token, directoryKeys(signIn), options)).payload);
    return claims.success ? { oid: claims.data.oid } : { refusal: refusals.badAssertion };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { refusal: refusals.assertionExpired };
    const isForAnother = error instanceof errors.JWTClaimValidationFailed && error.claim === "aud";
    return { refusal: isForAnother ? refusals.assertionForAnother : refusals.badAssertion };
  }
}

/**
 * Makes a refresh token. It carries what it stands for, so nothing is kept of it and any number may be out at a time: a newer one
 * does not end an older one, as with Entra.
 */
export const makeRefreshToken = (signIn: SignIn, oid: string, now = Date.now()): Promise<string> =>
  mint(signIn.rings.directory, signIn.settings.refreshTokenSeconds, { aud: refreshAudience, oid, madeAt: now });

/** Reads a refresh token: ours, in time, and not revoked since it was made. */
export async function readRefreshToken(signIn: SignIn, token: string): Promise<Bearer> {
  try {
    const options = { issuer: issuerUrl(signIn.origin), audience: refreshAudience };
    const { oid, madeAt } = refreshClaims.parse((await jwtVerify(token, directoryKeys(signIn), options)).payload);
    return signIn.delegations.isRevoked(oid, madeAt) ? { refusal: refusals.refreshTokenRevoked } : { oid };
  } catch (error) {
    const isOld = error instanceof errors.JWTExpired;
    return { refusal: isOld ? refusals.refreshTokenExpired : refusals.badRefreshToken };
  }
}
