import type { FastifyInstance, FastifyReply } from "fastify";
import { type LocalPerson, localApp } from "../identities.ts";
import { personByMail } from "./claims.ts";
import type { AuthorizationCodes } from "./codes.ts";
import { consentPage } from "./consent-page.ts";
import type { SignIn } from "./context.ts";
import { isLoopbackUrl, onlyLoopback } from "./loopback.ts";
import { errorPage, whoPage } from "./pages.ts";
import { type Asked, type GraphScope, readScope } from "./scopes.ts";

type Query = Readonly<Record<string, string | undefined>>;
type Refusal = readonly [error: string, description: string];
interface Route {
  Querystring: Query;
  Params: { tenant: string };
  Body: Query;
}

/** A request that can be answered: who asks to be signed in, if that is known already, and what for. */
interface Understood {
  readonly person: LocalPerson | undefined;
  readonly asked: Asked;
}

/**
 * The step where a person says who they are, and what Counterpoint may do in their name.
 *
 * A page with five names is shown unless `login_hint` already says, and a page that asks for consent where Graph's permissions are
 * asked that don't hold yet, or with `prompt=consent`. That page posts its answer to the same address.
 */
export function authorizeRoute(app: FastifyInstance, signIn: SignIn, codes: AuthorizationCodes): void {
  app.get<Route>("/authorize", async ({ query, url }, reply) => {
    const understood = understand(query, reply);
    if (!("asked" in understood)) return understood;
    const { person, asked } = understood;
    if (!person) return page(reply, whoPage(url));
    const missing = asked.graph.filter((scope) => !signIn.delegations.consented(person.oid).has(scope.name));
    if (missing.length === 0 && !(query.prompt === "consent" && asked.graph.length > 0))
      return answer(reply, query, { code: codes.issue(grantFor(query, person.oid)) });
    return query.prompt === "none"
      ? answer(reply, query, told(refusals.consent))
      : page(reply, consentPage(person, asked.graph, missing.filter(isForAdministrators)));
  });
  app.post<Route>("/authorize", { onRequest: onlyLoopback }, async ({ query, body }, reply) => {
    const understood = understand(query, reply);
    if (!("asked" in understood)) return understood;
    const { person, asked } = understood;
    if (!person || body?.answer !== "accept")
      return answer(reply, query, { ...told(refusals.declined), error_subcode: "cancel" });
    const held = signIn.delegations.consented(person.oid);
    const given = asked.graph.filter((scope) => !held.has(scope.name));
    if (given.some(isForAdministrators)) return answer(reply, query, told(refusals.administrator));
    signIn.delegations.consent(
      person.oid,
      given.map((scope) => scope.name),
    );
    return answer(reply, query, { code: codes.issue(grantFor(query, person.oid)) });
  });
}

const isForAdministrators = (scope: GraphScope) => scope.isForAdministrators;

const refusals = {
  response: ["unsupported_response_type", "Only response_type=code is offered."],
  pkce: ["invalid_request", "PKCE with code_challenge_method=S256 is required."],
  login: ["login_required", "AADSTS50058: Nobody is signed in, and prompt=none forbids asking."],
  scope: ["invalid_scope", "AADSTS70011: The scope names something unknown, or two applications at once."],
  consent: ["consent_required", "AADSTS65001: The person has not consented, and prompt=none forbids asking."],
  declined: ["access_denied", "AADSTS65004: User declined to consent to access the app."],
  administrator: ["access_denied", "AADSTS90094: Only an administrator may consent to what was asked."],
} as const satisfies Readonly<Record<string, Refusal>>;

const told = ([error, description]: Refusal) => ({ error, error_description: description });

function understand(query: Query, reply: FastifyReply): Understood | FastifyReply {
  const mistake = unsafeToRedirect(query);
  if (mistake) return page(reply.code(400), errorPage(mistake));
  if (query.response_type !== "code") return answer(reply, query, told(refusals.response));
  if (!query.code_challenge || query.code_challenge_method !== "S256") return answer(reply, query, told(refusals.pkce));
  const person = query.login_hint === undefined ? undefined : personByMail(query.login_hint);
  if (query.prompt === "none" && !person) return answer(reply, query, told(refusals.login));
  const asked = readScope(query.scope ?? "", localApp.clientId);
  return asked ? { person, asked } : answer(reply, query, told(refusals.scope));
}

function unsafeToRedirect(query: Query): string | undefined {
  if (query.client_id !== localApp.clientId) return "No application with this client_id is registered here.";
  if (!isLoopbackUrl(query.redirect_uri ?? "")) return "redirect_uri must be an address on this machine.";
  return undefined;
}

const grantFor = (query: Query, oid: string) => ({
  oid,
  clientId: query.client_id ?? "",
  redirectUri: query.redirect_uri ?? "",
  challenge: query.code_challenge ?? "",
  scope: query.scope ?? "",
  nonce: query.nonce,
});

const page = (reply: FastifyReply, html: string) =>
  reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);

function answer(reply: FastifyReply, query: Query, fields: Readonly<Record<string, string>>) {
  const target = new URL(query.redirect_uri ?? "");
  const params = new URLSearchParams({ ...fields, ...(query.state === undefined ? {} : { state: query.state }) });
  if (query.response_mode === "fragment") target.hash = params.toString();
  else for (const [name, value] of params) target.searchParams.set(name, value);
  // 303, so that a browser which posted its consent goes on with a GET.
  return reply.header("cache-control", "no-store").redirect(target.href, 303);
}
