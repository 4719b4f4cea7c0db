import { delegatedClaims } from "./claims.ts";
import type { SignIn } from "./context.ts";
import { mint } from "./mint.ts";
import { makeRefreshToken } from "./person-tokens.ts";
import { type Refusal, refusals } from "./refusals.ts";
import { type Asked, fullNames } from "./scopes.ts";

/** The token endpoint's answer. */
export type TokenAnswer = Readonly<Record<string, string | number>>;

/**
 * Tokens for Graph in a person's name: an access token with what was asked, and a refresh token when `offline_access` was asked.
 *
 * Only what the person consented to, or an administrator for everyone, is given; `.default` is all of that.
 */
export async function graphTokens(
  signIn: SignIn,
  oid: string,
  asked: Asked,
): Promise<{ readonly answer: TokenAnswer } | { readonly refusal: Refusal }> {
  const consented = signIn.delegations.consented(oid);
  const named = asked.graph.map((scope) => scope.name);
  const scopes = asked.isDefault ? [...new Set([...named, ...consented])] : named;
  if (scopes.length === 0) return { refusal: asked.isDefault ? refusals.consentRequired : refusals.wrongScope };
  if (scopes.some((scope) => !consented.has(scope))) return { refusal: refusals.consentRequired };
  const seconds = signIn.settings.delegatedTokenSeconds;
  const access = await mint(signIn.rings.directory, seconds, delegatedClaims(oid, scopes));
  const refresh = asked.openId.has("offline_access") ? await makeRefreshToken(signIn, oid) : undefined;
  return {
    answer: {
      ...bearer(access, seconds),
      scope: fullNames(scopes),
      ...(refresh === undefined ? {} : { refresh_token: refresh }),
    },
  };
}

/** What every token answer has in common. */
export const bearer = (token: string, seconds: number) => ({
  token_type: "Bearer",
  expires_in: seconds,
  ext_expires_in: seconds,
  access_token: token,
});
