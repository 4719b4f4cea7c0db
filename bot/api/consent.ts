import { createHash, randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { type ConsentOutcome, consentPaths } from "../../shared/contract/consent.ts";
import { answerRefusal } from "./answer.ts";

/** How a person lets the app into that person's calendar. */
export interface ConsentParts {
  /** Entra's authorize endpoint, as the issuer's discovery document names it. @throws SignInAway */
  readonly authorizeUrl: () => Promise<string>;
  readonly clientId: string;
  /** Microsoft Graph's scopes in full, and offline_access. */
  readonly scopes: readonly string[];
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: string;
}

const cookieName = "counterpoint-consent";
const cookieSeconds = 15 * 60;

/** Sends the page that tells the tab how it went. */
export type SendOutcome = (reply: FastifyReply, outcome: ConsentOutcome) => Promise<FastifyReply>;

/**
 * The pop-up in which a person consents: to Entra, and back to a page that tells the tab how it went. Only the consent is wanted: the code
 * that comes with it is bound to a verifier which nobody keeps, so that it opens nothing.
 */
export function mountConsent(
  server: FastifyInstance,
  consent: ConsentParts | undefined,
  sendOutcome: SendOutcome,
): void {
  server.get(consentPaths.begin, async (request, reply) => {
    if (!consent) return answerRefusal(request, reply, "not-found");
    const state = randomBytes(24).toString("base64url");
    const { login_hint: hint } = request.query as Readonly<Record<string, unknown>>;
    const url = await authorizeAddress(consent, state, typeof hint === "string" ? hint.slice(0, 320) : null);
    return reply
      .header("set-cookie", cookie(consent, state, cookieSeconds))
      .headers({ "cache-control": "no-store", "referrer-policy": "no-referrer" })
      .redirect(url, 302);
  });
  server.get(consentPaths.done, async (request, reply) => {
    if (!consent) return answerRefusal(request, reply, "not-found");
    const query = request.query as Readonly<Record<string, unknown>>;
    const isOurs = query["state"] !== undefined && query["state"] === stateIn(request.headers.cookie);
    reply.header("set-cookie", cookie(consent, "", 0));
    return sendOutcome(reply, isOurs ? outcomeOf(query) : "failed");
  });
}

async function authorizeAddress(
  { authorizeUrl, clientId, scopes, publicUrl }: ConsentParts,
  state: string,
  hint: string | null,
): Promise<string> {
  const url = new URL(await authorizeUrl());
  const asked = {
    client_id: clientId,
    response_type: "code",
    response_mode: "query",
    redirect_uri: `${publicUrl}${consentPaths.done}`,
    scope: scopes.join(" "),
    prompt: "consent",
    state,
    code_challenge: createHash("sha256").update(randomBytes(32).toString("base64url")).digest("base64url"),
    code_challenge_method: "S256",
    ...(hint ? { login_hint: hint } : {}),
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

const cookie = ({ publicUrl }: ConsentParts, value: string, seconds: number): string =>
  `${cookieName}=${value}; Path=${consentPaths.begin}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${publicUrl.startsWith("https:") ? "; Secure" : ""}`;

const stateIn = (cookies: string | undefined): string | undefined =>
  cookies
    ?.split(";")
    .map((one) => one.trim().split("="))
    .find(([name]) => name === cookieName)?.[1];

/** Entra's codes for a person who said no, and for what only an administrator may allow. */
const declined = /AADSTS65004/;
const administratorOnly = /AADSTS(90094|90095|90093)/;

function outcomeOf({ code, error, error_description: why }: Readonly<Record<string, unknown>>): ConsentOutcome {
  if (typeof code === "string" && error === undefined) return "given";
  const words = typeof why === "string" ? why : "";
  if (administratorOnly.test(words)) return "administrator";
  return declined.test(words) || error === "access_denied" ? "declined" : "failed";
}
