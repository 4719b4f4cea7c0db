import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { localPeople, localTenant } from "../identities.ts";
import { accessClaims } from "./claims.ts";
import { issuerUrl, type SignIn } from "./context.ts";
import { everyone } from "./delegations.ts";
import { onlyLoopback } from "./loopback.ts";
import { mint } from "./mint.ts";
import { peoplePage } from "./people-page.ts";
import { graphScope } from "./scopes.ts";
import { settingsSchema } from "./settings.ts";

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

const consentInput = z.strictObject({
  /** An object id, a given name of the five and their colleagues, or "everyone" for an administrator's consent. */
  personId: z.string().min(1),
  scopes: z.array(z.string().refine((name) => graphScope(name) !== undefined, "not a permission known here")).min(1),
});

/** What only this machine may ask: tokens without a page (good or deliberately bad), other lifetimes, consent given and taken back. */
export function localRoutes(app: FastifyInstance, signIn: SignIn): void {
  app.addHook("onRequest", onlyLoopback);
  app.get("/_local/settings", () => signIn.settings);
  app.post("/_local/settings", async ({ body }, reply) => {
    const input = settingsSchema.partial().safeParse(body);
    if (!input.success) return invalid(reply, input.error);
    signIn.settings = { ...signIn.settings, ...withoutGaps(input.data) };
    return signIn.settings;
  });
  app.post("/_local/tokens", async ({ body }, reply) => {
    const input = tokenInput.safeParse(body);
    if (!input.success) return invalid(reply, input.error);
    const seconds = input.data.expiresIn ?? signIn.settings.userTokenSeconds;
    return { access_token: await bentToken(signIn, input.data, seconds), expires_in: seconds };
  });
  consentRoutes(app, signIn);
  peoplePage(app, signIn);
}

function consentRoutes(app: FastifyInstance, { delegations }: SignIn) {
  app.get("/_local/consents", () => ({ consents: delegations.all() }));
  app.post("/_local/consents", async ({ body }, reply) => {
    const input = consentInput.safeParse(body);
    if (!input.success) return invalid(reply, input.error);
    const oid = oidOf(input.data.personId);
    delegations.consent(
      oid,
      input.data.scopes.map((name) => graphScope(name)?.name ?? name),
    );
    return { personId: oid, scopes: [...delegations.consented(oid)] };
  });
  app.delete<{ Params: { personId: string } }>("/_local/consents/:personId", async ({ params }, reply) => {
    delegations.withdraw(oidOf(params.personId));
    return reply.code(204).send();
  });
  app.post<{ Params: { personId: string } }>("/_local/revoke/:personId", async ({ params }, reply) => {
    delegations.revoke(oidOf(params.personId));
    return reply.code(204).send();
  });
}

function oidOf(personId: string): string {
  const wanted = personId.toLowerCase();
  if (wanted === everyone) return everyone;
  return localPeople.find((one) => one.givenName.toLowerCase() === wanted)?.oid ?? wanted;
}

const invalid = (reply: FastifyReply, error: z.ZodError) =>
  reply.code(400).send({ error: "invalid_request", error_description: error.message });

/** Without the settings that weren't given, which must not replace what stands. */
function withoutGaps<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const filled = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as { [Key in keyof T]: Exclude<T[Key], undefined> };
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
