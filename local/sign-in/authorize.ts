import type { FastifyInstance, FastifyReply } from "fastify";
import { localApp } from "../identities.ts";
import { personByMail } from "./claims.ts";
import type { AuthorizationCodes } from "./codes.ts";
import { isLoopbackUrl } from "./loopback.ts";
import { errorPage, whoPage } from "./pages.ts";

type Query = Readonly<Record<string, string | undefined>>;
type Refusal = readonly [error: string, description: string];

/** The step where a person says who they are: a page with five names, or none when `login_hint` already says. */
export function authorizeRoute(app: FastifyInstance, codes: AuthorizationCodes): void {
  app.get<{ Querystring: Query; Params: { tenant: string } }>("/authorize", async ({ query, url }, reply) => {
    const mistake = unsafeToRedirect(query);
    if (mistake) return reply.code(400).type("text/html").send(errorPage(mistake));
    const refusal = refusalFor(query);
    if (refusal) return answer(reply, query, { error: refusal[0], error_description: refusal[1] });
    const person = query.login_hint === undefined ? undefined : personByMail(query.login_hint);
    if (!person) return reply.type("text/html").send(whoPage(url));
    return answer(reply, query, { code: codes.issue(grantFor(query, person.oid)) });
  });
}

function unsafeToRedirect(query: Query): string | undefined {
  if (query.client_id !== localApp.clientId) return "No application with this client_id is registered here.";
  if (!isLoopbackUrl(query.redirect_uri ?? "")) return "redirect_uri must be an address on this machine.";
  return undefined;
}

function refusalFor(query: Query): Refusal | undefined {
  if (query.response_type !== "code") return ["unsupported_response_type", "Only response_type=code is offered."];
  if (!query.code_challenge || query.code_challenge_method !== "S256")
    return ["invalid_request", "PKCE with code_challenge_method=S256 is required."];
  if (query.prompt === "none" && personByMail(query.login_hint ?? "") === undefined)
    return ["login_required", "Nobody is signed in, and prompt=none forbids asking."];
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

function answer(reply: FastifyReply, query: Query, fields: Readonly<Record<string, string>>) {
  const target = new URL(query.redirect_uri ?? "");
  const params = new URLSearchParams({ ...fields, ...(query.state === undefined ? {} : { state: query.state }) });
  if (query.response_mode === "fragment") target.hash = params.toString();
  else for (const [name, value] of params) target.searchParams.set(name, value);
  return reply.header("cache-control", "no-store").redirect(target.href);
}
