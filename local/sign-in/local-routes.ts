import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { localTenant } from "../identities.ts";
import { accessClaims } from "./claims.ts";
import { issuerUrl, type SignIn } from "./context.ts";
import { onlyLoopback } from "./loopback.ts";
import { mint } from "./mint.ts";

const tokenInput = z.strictObject({
  oid: z.string().min(1),
  /** Seconds; zero or less makes an expired token. */
  expiresIn: z.number().int().optional(),
  tid: z.string().optional(),
  aud: z.string().optional(),
  /** Laid over the usual claims; null takes a claim away. */
  claims: z.record(z.string(), z.unknown()).optional(),
  /** Signs with a key that nobody publishes; "same-kid" also lies about which key it was. */
  foreignKey: z.union([z.boolean(), z.literal("same-kid")]).optional(),
});

const settingsInput = z.strictObject({ userTokenSeconds: z.number().int().min(1).max(86_400) });

/** What only this machine may ask: a token without a sign-in page (good or deliberately bad), and shorter lifetimes. */
export function localRoutes(app: FastifyInstance, signIn: SignIn): void {
  app.addHook("onRequest", onlyLoopback);
  app.get("/_local/settings", () => ({ userTokenSeconds: signIn.userTokenSeconds }));
  app.post("/_local/settings", async ({ body }, reply) => {
    const input = settingsInput.safeParse(body);
    if (!input.success)
      return reply.code(400).send({ error: "invalid_request", error_description: input.error.message });
    signIn.userTokenSeconds = input.data.userTokenSeconds;
    return { userTokenSeconds: signIn.userTokenSeconds };
  });
  app.post("/_local/tokens", async ({ body }, reply) => {
    const input = tokenInput.safeParse(body);
    if (!input.success)
      return reply.code(400).send({ error: "invalid_request", error_description: input.error.message });
    const seconds = input.data.expiresIn ?? signIn.userTokenSeconds;
    return { access_token: await bentToken(signIn, input.data, seconds), expires_in: seconds };
  });
}

function bentToken(signIn: SignIn, input: z.infer<typeof tokenInput>, seconds: number) {
  const tenantId = input.tid ?? localTenant.id;
  const overrides = Object.entries(input.claims ?? {}).map(([name, value]) => [name, value ?? undefined]);
  const claims = {
    ...accessClaims(input.oid, tenantId),
    iss: issuerUrl(signIn.origin, tenantId),
    ...(input.aud === undefined ? {} : { aud: input.aud }),
    ...Object.fromEntries(overrides),
  };
  const { directory, stranger } = signIn.rings;
  const kid = input.foreignKey === "same-kid" ? directory.keys.toJSON()[0]?.kid : undefined;
  return mint(input.foreignKey ? stranger : directory, seconds, claims, kid);
}
