import type { FastifyInstance } from "fastify";
import { localApp, localPerson, localTenant, signInChoices } from "../identities.ts";
import type { WindowContext } from "./context.ts";
import { fullName, personBySlug, slugOf } from "./people.ts";

const answerTimeoutMs = 5_000;

/** What the page asks about itself: who can be chosen, where the other processes are, and a token for a frame's person. */
export function personRoutes(app: FastifyInstance, { settings }: WindowContext): void {
  app.get<{ Querystring: { people?: string } }>("/calendars", ({ query }, reply) =>
    reply.redirect(`${calendarsUrl(settings.graphUrl)}?people=${encodeURIComponent(query.people ?? "Ana,Ben")}`),
  );
  app.get("/api/world", () => ({
    appUrl: settings.appUrl,
    calendarsUrl: calendarsUrl(settings.graphUrl),
    controlUrl: new URL("/_local/control", settings.graphUrl).href,
    tenantId: localTenant.id,
    botAppId: localApp.botAppId,
    people: signInChoices.map(localPerson).map((person) => ({
      slug: slugOf(person),
      oid: person.oid,
      givenName: person.givenName,
      name: fullName(person),
      mail: person.mail,
      locale: person.locale,
    })),
  }));
  app.post<{ Params: { person: string } }>("/api/people/:person/token", async ({ params }, reply) => {
    const person = personBySlug(params.person);
    if (!person) return reply.code(404).send({ error: "Nobody on the first page has that name." });
    try {
      return reply.header("cache-control", "no-store").send({ token: await tokenFor(settings.issuer, person.oid) });
    } catch (error) {
      return reply.code(502).send({ error: `The sign-in can't be reached: ${(error as Error).message}` });
    }
  });
}

const calendarsUrl = (graphUrl: string) => new URL("/_local/calendars", graphUrl).href;

async function tokenFor(issuer: string, oid: string) {
  const answer = await fetch(new URL("/_local/tokens", issuer), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ oid }),
    signal: AbortSignal.timeout(answerTimeoutMs),
  });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
