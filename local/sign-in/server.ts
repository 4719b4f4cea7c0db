import Fastify, { type FastifyInstance } from "fastify";
import { localTenant } from "../identities.ts";
import { authorizeRoute } from "./authorize.ts";
import { AuthorizationCodes } from "./codes.ts";
import { issuerUrl, type SignIn } from "./context.ts";
import { Delegations } from "./delegations.ts";
import { discoveryRoutes } from "./discovery.ts";
import { openKeyRings } from "./keys.ts";
import { localRoutes } from "./local-routes.ts";
import { usualSettings } from "./settings.ts";
import { tokenRoute } from "./token.ts";

/** `port` names the issuer, so it is fixed before the first token. `stateDir` keeps keys, consents and revocations over a restart. */
export interface SignInOptions {
  readonly port: number;
  readonly stateDir?: string | undefined;
}

/** The organisation's sign-in: an OIDC issuer with real keys, for people and for applications. It doesn't listen yet. */
export async function buildSignIn({ port, stateDir }: SignInOptions): Promise<FastifyInstance> {
  const origin = `http://localhost:${port}`;
  const signIn: SignIn = {
    origin,
    rings: await openKeyRings(issuerUrl(origin), stateDir),
    delegations: new Delegations(stateDir),
    settings: usualSettings,
  };
  const codes = new AuthorizationCodes();
  const app = Fastify({ forceCloseConnections: true });
  acceptForms(app);
  discoveryRoutes(app, signIn);
  for (const prefix of [`/${localTenant.id}/v2.0`, `/${localTenant.id}/oauth2/v2.0`]) {
    app.register(
      async (tenant) => {
        authorizeRoute(tenant, signIn, codes);
        tokenRoute(tenant, signIn, codes);
      },
      { prefix },
    );
  }
  app.register(async (local) => localRoutes(local, signIn));
  app.addHook("onClose", () => signIn.delegations.flush());
  return app;
}

function acceptForms(app: FastifyInstance) {
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  );
}
