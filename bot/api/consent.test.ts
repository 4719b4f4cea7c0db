import Fastify from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerProblem } from "./answer.ts";
import { type ConsentParts, mountConsent, type SendOutcome } from "./consent.ts";
import { SignInAway } from "./discovery.ts";

const parts: ConsentParts = {
  authorizeUrl: async () => "https://login.example/tenant/oauth2/v2.0/authorize",
  clientId: "our-client",
  scopes: ["https://graph.microsoft.com/Calendars.ReadWrite", "offline_access"],
  publicUrl: "https://counterpoint.example",
};

const sendOutcome: SendOutcome = async (reply, outcome) => reply.send(`outcome: ${outcome}`);

let server: ReturnType<typeof Fastify>;
beforeEach(() => {
  server = Fastify();
  server.setErrorHandler(answerProblem);
});
afterEach(() => server.close());

async function begin(given: Partial<ConsentParts> = {}, url = "/consent") {
  mountConsent(server, { ...parts, ...given }, sendOutcome);
  const answer = await server.inject({ method: "GET", url });
  return {
    answer,
    asked: new URL(String(answer.headers.location)),
    cookie: String(answer.headers["set-cookie"]),
  };
}

describe("the way to Entra's consent", () => {
  it("[CONNECT-13] asks for our scopes, and comes back to us alone", async () => {
    const { answer, asked } = await begin({}, "/consent?login_hint=ana%40northlight.example");
    expect(answer.statusCode).toBe(302);
    expect(asked.origin + asked.pathname).toBe("https://login.example/tenant/oauth2/v2.0/authorize");
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      client_id: "our-client",
      response_type: "code",
      redirect_uri: "https://counterpoint.example/consent/done",
      scope: "https://graph.microsoft.com/Calendars.ReadWrite offline_access",
      prompt: "consent",
      login_hint: "ana@northlight.example",
      code_challenge_method: "S256",
    });
  });

  it("[CONNECT-13] is bound to the browser that began it", async () => {
    const { asked, cookie } = await begin();
    const state = asked.searchParams.get("state") ?? "";
    expect(state.length).toBeGreaterThanOrEqual(32);
    expect(cookie).toMatch(new RegExp(`=${state}; Path=/consent; .*HttpOnly; SameSite=Lax; Secure$`));
  });

  it("[CONNECT-13] is closed where nobody has to consent", async () => {
    mountConsent(server, undefined, sendOutcome);
    for (const url of ["/consent", "/consent/done?code=c&state=s"])
      expect((await server.inject({ method: "GET", url })).statusCode).toBe(404);
  });

  it("[CONNECT-13] says so when the sign-in can't be reached", async () => {
    const authorizeUrl = () => Promise.reject(new SignInAway("gone"));
    mountConsent(server, { ...parts, authorizeUrl }, sendOutcome);
    expect((await server.inject({ method: "GET", url: "/consent" })).statusCode).toBe(503);
  });
});

describe("the way back", () => {
  const declined = "error=access_denied&error_description=AADSTS65004%3A+declined";
  it.each([
    ["given", "code=c"],
    ["declined", declined],
    ["administrator", "error=access_denied&error_description=AADSTS90094%3A+admin"],
    ["failed", "error=server_error&error_description=%22%3E%3Cscript%3E"],
    ["failed", "code=c&forged"],
  ])("[CONNECT-14] tells the tab: %s, for %s", async (outcome, query) => {
    const { asked, cookie } = await begin();
    const state = query.endsWith("forged") ? "forged" : asked.searchParams.get("state");
    const url = `/consent/done?${query}&state=${state}`;
    const answer = await server.inject({ method: "GET", url, headers: { cookie: cookie.split(";")[0] ?? "" } });
    expect([answer.statusCode, answer.body]).toEqual([200, `outcome: ${outcome}`]);
    expect(answer.headers["set-cookie"]).toContain("Max-Age=0");
  });
});
