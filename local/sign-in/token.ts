import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { localApp, localTenant } from "../identities.ts";
import { accessClaims, appClaims, identityClaims } from "./claims.ts";
import { grantOf } from "./clients.ts";
import { type AuthorizationCodes, isVerifierOf } from "./codes.ts";
import type { SignIn } from "./context.ts";
import { mint } from "./mint.ts";

type Form = Readonly<Record<string, string | undefined>>;
type TokenRequest = FastifyRequest<{ Body: Form }>;

const appTokenSeconds = 3599;

/** The token endpoint: authorization codes for people, client credentials for applications. */
export function tokenRoute(app: FastifyInstance, signIn: SignIn, codes: AuthorizationCodes): void {
  app.post<{ Body: Form }>("/token", async (request, reply) => {
    reply.header("cache-control", "no-store");
    const form = request.body ?? {};
    if (form.grant_type === "client_credentials") return appToken(signIn, request, reply);
    if (form.grant_type === "authorization_code") return personToken(signIn, codes, request, reply);
    return refuse(reply, 400, "unsupported_grant_type", "Only authorization_code and client_credentials are offered.");
  });
}

async function appToken(signIn: SignIn, request: TokenRequest, reply: FastifyReply) {
  const { id, secret } = credentials(request);
  const grant = grantOf(id, secret);
  if (!grant) return refuse(reply, 401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
  if (request.body.scope !== grant.scope)
    return refuse(reply, 400, "invalid_scope", `This client may ask for ${grant.scope} and nothing else.`);
  const ring = grant.kind === "channel" ? signIn.rings.channel : signIn.rings.directory;
  const token = await mint(ring, appTokenSeconds, appClaims(grant.kind, request.body.serviceurl));
  return bearer(token, appTokenSeconds);
}

async function personToken(signIn: SignIn, codes: AuthorizationCodes, request: TokenRequest, reply: FastifyReply) {
  const { id, secret } = credentials(request);
  if (id !== localApp.clientId || (secret !== undefined && !grantOf(id, secret)))
    return refuse(reply, 401, "invalid_client", "No application with this client_id and secret is registered here.");
  const grant = codes.redeem(request.body.code ?? "");
  if (!grant || grant.redirectUri !== request.body.redirect_uri)
    return refuse(
      reply,
      400,
      "invalid_grant",
      "The code is unknown, spent, too old or meant for another redirect_uri.",
    );
  if (!isVerifierOf(grant.challenge, request.body.code_verifier ?? ""))
    return refuse(reply, 400, "invalid_grant", "The code_verifier doesn't match the code_challenge.");
  const seconds = signIn.userTokenSeconds;
  const access = await mint(signIn.rings.directory, seconds, accessClaims(grant.oid));
  const about = { ...identityClaims(grant.oid, localTenant.id), ...(grant.nonce ? { nonce: grant.nonce } : {}) };
  const idToken = grant.scope.split(" ").includes("openid")
    ? await mint(signIn.rings.directory, seconds, about)
    : undefined;
  return { ...bearer(access, seconds), scope: grant.scope, ...(idToken === undefined ? {} : { id_token: idToken }) };
}

const bearer = (token: string, seconds: number) => ({
  token_type: "Bearer",
  expires_in: seconds,
  ext_expires_in: seconds,
  access_token: token,
});

const refuse = (reply: FastifyReply, status: number, error: string, sentence: string) =>
  reply.code(status).send({ error, error_description: sentence });

/** The client's id and secret, from the form or from a Basic header. */
function credentials({ headers, body }: TokenRequest): { id: string | undefined; secret: string | undefined } {
  const basic = headers.authorization?.match(/^Basic (\S+)$/)?.[1];
  if (basic === undefined) return { id: body.client_id, secret: body.client_secret };
  const [id, secret] = Buffer.from(basic, "base64").toString("utf8").split(":").map(decodeURIComponent);
  return { id, secret };
}
