import { localTenant } from "../identities.ts";
import { accessClaims, identityClaims } from "./claims.ts";
import { type AuthorizationCodes, type CodeGrant, isVerifierOf } from "./codes.ts";
import type { SignIn } from "./context.ts";
import { bearer, graphTokens, type TokenAnswer } from "./graph-tokens.ts";
import { mint } from "./mint.ts";
import { type Refusal, refusals } from "./refusals.ts";
import { type Asked, readScope } from "./scopes.ts";

type Form = Readonly<Record<string, string | undefined>>;
type Outcome = { readonly answer: TokenAnswer } | { readonly refusal: Refusal };

/**
 * Redeems an authorization code: for a token for Counterpoint, or for Graph when Graph's permissions were asked. Those are for the
 * server only, so they need the application's secret as well.
 */
export async function redeemCode(
  signIn: SignIn,
  codes: AuthorizationCodes,
  form: Form,
  hasSecret: boolean,
): Promise<Outcome> {
  const grant = codes.redeem(form.code ?? "");
  if (!grant || grant.redirectUri !== form.redirect_uri) return { refusal: refusals.badCode };
  if (!isVerifierOf(grant.challenge, form.code_verifier ?? "")) return { refusal: refusals.badVerifier };
  const asked = readScope(grant.scope, grant.clientId);
  if (!asked) return { refusal: refusals.wrongScope };
  const isForGraph = asked.graph.length > 0 || asked.isDefault;
  if (isForGraph && !hasSecret) return { refusal: refusals.noSecret };
  const given = isForGraph ? await graphTokens(signIn, grant.oid, asked) : await ownTokens(signIn, grant);
  return "refusal" in given ? given : { answer: { ...given.answer, ...(await idToken(signIn, grant, asked)) } };
}

async function ownTokens(signIn: SignIn, { oid, scope }: CodeGrant): Promise<{ answer: TokenAnswer }> {
  const seconds = signIn.settings.userTokenSeconds;
  const access = await mint(signIn.rings.directory, seconds, accessClaims(oid));
  return { answer: { ...bearer(access, seconds), scope } };
}

async function idToken(signIn: SignIn, grant: CodeGrant, asked: Asked): Promise<TokenAnswer> {
  if (!asked.openId.has("openid")) return {};
  const nonce = grant.nonce ? { nonce: grant.nonce } : {};
  const about = { ...identityClaims(grant.oid, localTenant.id), ...nonce };
  return { id_token: await mint(signIn.rings.directory, signIn.settings.userTokenSeconds, about) };
}
