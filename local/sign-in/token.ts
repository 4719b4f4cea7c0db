import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { localApp } from "../identities.ts";
import { appClaims } from "./claims.ts";
import { grantOf } from "./clients.ts";
import { redeemCode } from "./code-grant.ts";
import type { AuthorizationCodes } from "./codes.ts";
import type { SignIn } from "./context.ts";
import { bearer, graphTokens } from "./graph-tokens.ts";
import { mint } from "./mint.ts";
import { type Bearer, readAssertion, readRefreshToken } from "./person-tokens.ts";
import { refusals, refuse } from "./refusals.ts";
import { readScope } from "./scopes.ts";

type Form = Readonly<Record<string, string | undefined>>;
type TokenRequest = FastifyRequest<{ Body: Form }>;
type Grant = (signIn: SignIn, request: TokenRequest, reply: FastifyReply) => Promise<unknown>;

/** The token endpoint: codes and refresh tokens of people, people's tokens on whose behalf the server acts, client credentials. */
export function tokenRoute(app: FastifyInstance, signIn: SignIn, codes: AuthorizationCodes): void {
  const grants: Readonly<Record<string, Grant>> = {
    client_credentials: appToken,
    authorization_code: (...given) => codeToken(codes, ...given),
    refresh_token: refreshed,
    "urn:ietf:params:oauth:grant-type:jwt-bearer": onBehalfOf,
  };
  app.post<{ Body: Form }>("/token", async (request, reply) => {
    reply.header("cache-control", "no-store");
    const grant = Object.entries(grants).find(([type]) => type === request.body?.grant_type)?.[1];
    return grant ? grant(signIn, request, reply) : refuse(reply, refusals.unsupportedGrant);
  });
}

async function appToken(signIn: SignIn, request: TokenRequest, reply: FastifyReply) {
  const { id, secret } = credentials(request);
  const grant = grantOf(id, secret);
  if (!grant) return refuse(reply, refusals.wrongSecret);
  if (request.body.scope !== grant.scope) return refuse(reply, refusals.wrongScope);
  const ring = grant.kind === "channel" ? signIn.rings.channel : signIn.rings.directory;
  const { appTokenSeconds, withoutRoles } = signIn.settings;
  const claims = appClaims(grant.kind, { serviceUrl: request.body.serviceurl, withoutRoles });
  return bearer(await mint(ring, appTokenSeconds, claims), appTokenSeconds);
}

async function codeToken(codes: AuthorizationCodes, signIn: SignIn, request: TokenRequest, reply: FastifyReply) {
  const { id, secret } = credentials(request);
  if (id !== localApp.clientId || (secret !== undefined && !grantOf(id, secret)))
    return refuse(reply, refusals.wrongSecret);
  const outcome = await redeemCode(signIn, codes, request.body, secret !== undefined);
  return "refusal" in outcome ? refuse(reply, outcome.refusal) : outcome.answer;
}

async function onBehalfOf(signIn: SignIn, request: TokenRequest, reply: FastifyReply) {
  const { assertion, requested_token_use: use } = request.body;
  if (!assertion || use !== "on_behalf_of") return refuse(reply, refusals.missingField);
  return inTheNameOf(signIn, request, reply, (token) => readAssertion(signIn, token), assertion);
}

async function refreshed(signIn: SignIn, request: TokenRequest, reply: FastifyReply) {
  const token = request.body.refresh_token;
  if (!token) return refuse(reply, refusals.missingField);
  return inTheNameOf(signIn, request, reply, (given) => readRefreshToken(signIn, given), token);
}

async function inTheNameOf(
  signIn: SignIn,
  request: TokenRequest,
  reply: FastifyReply,
  read: (token: string) => Promise<Bearer>,
  token: string,
) {
  const { id, secret } = credentials(request);
  if (secret === undefined) return refuse(reply, refusals.noSecret);
  if (id !== localApp.clientId || !grantOf(id, secret)) return refuse(reply, refusals.wrongSecret);
  const asked = askedIn(request.body);
  if (!asked || asked.own) return refuse(reply, refusals.wrongScope);
  const who = await read(token);
  if ("refusal" in who) return refuse(reply, who.refusal);
  const given = await graphTokens(signIn, who.oid, asked);
  return "refusal" in given ? refuse(reply, given.refusal) : given.answer;
}

/** What is asked. A refresh needn't say: it then means everything again, and always leads to another refresh token. */
function askedIn({ scope, grant_type: type }: Form) {
  const isRefresh = type === "refresh_token";
  const text = scope ?? (isRefresh ? "https://graph.microsoft.com/.default" : "");
  return readScope(isRefresh ? `${text} offline_access` : text, localApp.clientId);
}

/** The client's id and secret, from the form or from a Basic header. */
function credentials({ headers, body }: TokenRequest): { id: string | undefined; secret: string | undefined } {
  const basic = headers.authorization?.match(/^Basic (\S+)$/)?.[1];
  if (basic === undefined) return { id: body.client_id, secret: body.client_secret };
  const [id, secret] = Buffer.from(basic, "base64").toString("utf8").split(":").map(decodeURIComponent);
  return { id, secret };
}
