import type { FastifyInstance } from "fastify";
import { channelIssuer } from "./claims.ts";
import { issuerUrl, type SignIn } from "./context.ts";

interface TenantParams {
  readonly tenant: string;
}

/** Publishes who signs here and with which keys: for people and apps of any tenant, and for the Bot Framework channel. */
export function discoveryRoutes(app: FastifyInstance, signIn: SignIn): void {
  app.get<{ Params: TenantParams }>("/:tenant/v2.0/.well-known/openid-configuration", ({ params }) =>
    tenantDocument(signIn.origin, params.tenant),
  );
  app.get("/:tenant/discovery/v2.0/keys", () => ({ keys: published(signIn, "directory") }));
  app.get("/botframework/.well-known/openidconfiguration", () => ({
    issuer: channelIssuer,
    jwks_uri: `${signIn.origin}/botframework/.well-known/keys`,
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
  }));
  app.get("/botframework/.well-known/keys", () => ({
    keys: published(signIn, "channel").map((key) => ({ ...key, endorsements: ["msteams"] })),
  }));
}

const published = (signIn: SignIn, ring: "directory" | "channel") =>
  signIn.rings[ring].keys.toJSON().map((key) => ({ ...key, use: "sig" }));

function tenantDocument(origin: string, tenant: string) {
  const issuer = issuerUrl(origin, tenant);
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment"],
    grant_types_supported: [
      "authorization_code",
      "client_credentials",
      "refresh_token",
      "urn:ietf:params:oauth:grant-type:jwt-bearer",
    ],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic", "none"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
  };
}
