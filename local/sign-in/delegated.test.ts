import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import * as oidc from "openid-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localApp, localPerson, localTenant } from "../identities.ts";
import { freePorts } from "../ports.ts";
import { issuerUrl } from "./context.ts";
import { buildSignIn } from "./server.ts";

const ana = localPerson("Ana");
const ben = localPerson("Ben");
const calendars = ["Calendars.ReadWrite", "MailboxSettings.Read"];
const graphScopes = calendars.map((name) => `https://graph.microsoft.com/${name}`).join(" ");
const scope = `${graphScopes} offline_access`;
const redirectUri = "http://localhost:3978/consented";
const onBehalfOf = "urn:ietf:params:oauth:grant-type:jwt-bearer";

let port = 0;
let app: Awaited<ReturnType<typeof buildSignIn>>;
let client: oidc.Configuration;

beforeEach(async () => {
  port = (await freePorts()).signIn;
  await open();
});
afterEach(() => app.close());

async function open(stateDir?: string) {
  app = await buildSignIn({ port, stateDir });
  await app.listen({ port, host: "127.0.0.1" });
  client = await configured(localApp.clientSecret);
}

const configured = (secret: string) =>
  oidc.discovery(
    new URL(issuerUrl(`http://localhost:${port}`)),
    localApp.clientId,
    undefined,
    oidc.ClientSecretPost(secret),
    { execute: [oidc.allowInsecureRequests] },
  );

const local = (path: string, payload?: object, method: "POST" | "DELETE" = "POST") =>
  app.inject({ method, url: `/_local/${path}`, ...(payload ? { payload } : {}) });

const consent = (personId: string, scopes: readonly string[] = calendars) => local("consents", { personId, scopes });

const tabToken = async (more: object = {}) =>
  (await local("tokens", { oid: ana.oid, ...more })).json<{ access_token: string }>().access_token;

async function exchange(more: Record<string, string> = {}, as = client) {
  const assertion = more.assertion ?? (await tabToken());
  return oidc.genericGrantRequest(as, onBehalfOf, { requested_token_use: "on_behalf_of", scope, ...more, assertion });
}

async function refusalOf(attempt: Promise<unknown>) {
  const error = await attempt.then(() => undefined).catch((thrown: unknown) => thrown);
  if (!(error instanceof oidc.ResponseBodyError)) throw new Error("It was not refused.", { cause: error });
  const body = error.cause as Record<string, unknown>;
  return { status: error.status, error: error.error, codes: body.error_codes, suberror: body.suberror };
}

describe("acting on Ana's behalf", () => {
  it("is refused until Ana consents, in the words by which a client knows that a page is needed", async () => {
    expect(await refusalOf(exchange())).toEqual({
      status: 400,
      error: "invalid_grant",
      codes: [65001],
      suberror: "consent_required",
    });
    await consent("Ben");
    expect((await refusalOf(exchange())).codes).toEqual([65001]);
  });

  it("gives what was asked and no more, for Graph, in Ana's name", async () => {
    await consent(ana.oid, [...calendars, "User.Read"]);
    const tokens = await exchange();
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      aud: "https://graph.microsoft.com",
      iss: issuerUrl(`http://localhost:${port}`),
      scp: "Calendars.ReadWrite MailboxSettings.Read",
      oid: ana.oid,
      tid: localTenant.id,
      idtyp: "user",
      appid: localApp.clientId,
    });
    expect(tokens.scope).toBe(graphScopes);
    expect(tokens.refresh_token).toBeTypeOf("string");
    expect((await exchange({ scope: graphScopes })).refresh_token).toBeUndefined();
    const all = decodeJwt((await exchange({ scope: "https://graph.microsoft.com/.default" })).access_token);
    expect(all.scp).toBe("Calendars.ReadWrite MailboxSettings.Read User.Read");
  });

  it("takes an administrator's consent for everyone", async () => {
    await consent("everyone");
    expect((await exchange()).refresh_token).toBeDefined();
  });

  it("takes only a token that Ana gave to Counterpoint, whole and in time", async () => {
    await consent("Ana");
    const codeFor = async (more: object) => (await refusalOf(exchange({ assertion: await tabToken(more) }))).codes;
    expect(await codeFor({ aud: "another" })).toEqual([500131]);
    expect(await codeFor({ expiresIn: -60 })).toEqual([500133]);
    expect(await codeFor({ foreignKey: "same-kid" })).toEqual([50013]);
    expect(await codeFor({ tid: "another" })).toEqual([50013]);
    expect(await codeFor({ claims: { scp: null } })).toEqual([50013]);
    expect((await refusalOf(exchange({ assertion: "no-token" }))).codes).toEqual([50013]);
    expect((await refusalOf(exchange({ requested_token_use: "guess" }))).error).toBe("invalid_request");
  });

  it("takes only Counterpoint's secret, and only scopes of one application", async () => {
    await consent("Ana");
    expect(await refusalOf(exchange({}, await configured("guessed")))).toMatchObject({
      status: 401,
      error: "invalid_client",
    });
    const scopes = ["openid", "Calendars.Eat", "access_as_user", `access_as_user ${graphScopes}`];
    for (const wrong of scopes) expect((await refusalOf(exchange({ scope: wrong }))).error).toBe("invalid_scope");
  });
});

describe("a refresh token", () => {
  const refreshTokenOf = async () => (await exchange()).refresh_token ?? "";

  it("leads to a new access token and a new refresh token, and goes on working itself", async () => {
    await consent("Ana");
    const first = await refreshTokenOf();
    const renewed = await oidc.refreshTokenGrant(client, first, { scope: graphScopes });
    expect(decodeJwt(renewed.access_token)).toMatchObject({ oid: ana.oid, scp: calendars.join(" ") });
    expect(renewed.refresh_token).not.toBe(first);
    await oidc.refreshTokenGrant(client, renewed.refresh_token ?? "");
    await oidc.refreshTokenGrant(client, first);
  });

  it("dies when Ana's are revoked; one from a later sign-in lives, and so does Ben's", async () => {
    await consent("everyone");
    const before = await refreshTokenOf();
    const bens = (await exchange({ assertion: await tabToken({ oid: ben.oid }) })).refresh_token ?? "";
    await local("revoke/ana");
    expect(await refusalOf(oidc.refreshTokenGrant(client, before))).toMatchObject({
      error: "invalid_grant",
      codes: [50173],
    });
    await oidc.refreshTokenGrant(client, bens);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await oidc.refreshTokenGrant(client, await refreshTokenOf());
  });

  it("is refused once Ana has withdrawn consent, and when it is made up, another kind, or too old", async () => {
    await consent("Ana");
    const token = await refreshTokenOf();
    await local("consents/ana", undefined, "DELETE");
    expect(await refusalOf(oidc.refreshTokenGrant(client, token))).toMatchObject({ suberror: "consent_required" });
    await consent("Ana");
    for (const other of ["made-up", await tabToken()])
      expect((await refusalOf(oidc.refreshTokenGrant(client, other))).codes).toEqual([70000]);
    await local("settings", { refreshTokenSeconds: 1 });
    const short = await refreshTokenOf();
    const { exp = 0 } = decodeJwt(short);
    await expect.poll(() => Date.now() / 1000 > exp + 0.1, { timeout: 5000 }).toBe(true);
    expect((await refusalOf(oidc.refreshTokenGrant(client, short))).codes).toEqual([700082]);
  });

  it("outlives a restart together with the consent, and so does its end", async () => {
    await app.close();
    const stateDir = await mkdtemp(join(tmpdir(), "delegations-"));
    await open(stateDir);
    await consent("Ana");
    const token = await refreshTokenOf();
    await app.close();
    await open(stateDir);
    await oidc.refreshTokenGrant(client, token);
    await local("revoke/ana");
    await app.close();
    await open(stateDir);
    expect((await refusalOf(oidc.refreshTokenGrant(client, token))).codes).toEqual([50173]);
    await rm(stateDir, { recursive: true });
  });
});

describe("the page that asks for consent", () => {
  const verifier = oidc.randomPKCECodeVerifier();

  async function address(more: Record<string, string> = {}) {
    const challenge = {
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };
    return oidc.buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope,
      state: "kept",
      login_hint: ana.mail,
      ...challenge,
      ...more,
    });
  }

  const show = async (more: Record<string, string> = {}) => fetch(await address(more), { redirect: "manual" });

  const press = async (answer: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    fetch(await address(more), {
      method: "POST",
      redirect: "manual",
      headers,
      body: new URLSearchParams({ answer }),
    });

  const backTo = (answer: Response) => new URL(answer.headers.get("location") ?? "http://nowhere");

  it("names who is asked and everything that is asked", async () => {
    const page = await (await show()).text();
    for (const words of ["Ana Moreau", "Read and change your calendars", "MailboxSettings.Read", "Accept", "Cancel"])
      expect(page).toContain(words);
  });

  it("keeps the consent once accepted, leads back with a code for Graph, and asks again only when told to", async () => {
    const back = backTo(await press("accept"));
    expect(back.origin + back.pathname).toBe(redirectUri);
    const checks = { pkceCodeVerifier: verifier, expectedState: "kept" };
    const tokens = await oidc.authorizationCodeGrant(client, back, checks);
    expect(decodeJwt(tokens.access_token)).toMatchObject({ oid: ana.oid, scp: calendars.join(" "), idtyp: "user" });
    await oidc.refreshTokenGrant(client, tokens.refresh_token ?? "");
    expect((await exchange()).scope).toBe(graphScopes);
    expect(backTo(await show()).searchParams.has("code")).toBe(true);
    expect(await (await show({ prompt: "consent" })).text()).toContain("Counterpoint would like to");
  });

  it("leads back with a refusal once cancelled, and keeps nothing", async () => {
    const back = backTo(await press("cancel"));
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: "access_denied",
      error_subcode: "cancel",
      state: "kept",
    });
    expect((await refusalOf(exchange())).suberror).toBe("consent_required");
  });

  it("lets nobody but an administrator allow what is for administrators", async () => {
    const more = { scope: "https://graph.microsoft.com/User.Read.All" };
    expect(await (await show(more)).text()).toContain("An administrator has to allow this");
    expect(backTo(await press("accept", more)).searchParams.get("error_description")).toContain("AADSTS90094");
    await consent("everyone", ["User.Read.All"]);
    expect(backTo(await show(more)).searchParams.has("code")).toBe(true);
  });

  it("is not shown when prompt=none forbids it, nor answered from another site", async () => {
    expect(backTo(await show({ prompt: "none" })).searchParams.get("error")).toBe("consent_required");
    expect((await press("accept", {}, { origin: "https://elsewhere.example" })).status).toBe(403);
  });
});

describe("the page of people", () => {
  const post = (act: string) =>
    app.inject({
      method: "POST",
      url: "/_local/people",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ oid: ana.oid, act }).toString(),
    });

  it("gives Ana's consent, ends Ana's refresh tokens and takes the consent back", async () => {
    await post("consent");
    expect((await app.inject("/_local/people")).body).toContain("Calendars.ReadWrite, MailboxSettings.Read");
    const token = (await exchange()).refresh_token ?? "";
    await post("revoke");
    expect((await refusalOf(oidc.refreshTokenGrant(client, token))).codes).toEqual([50173]);
    await post("withdraw");
    expect((await refusalOf(exchange())).suberror).toBe("consent_required");
  });
});

describe("switches for tests", () => {
  it("shorten the life of a token for Graph, and leave roles out of the application's own", async () => {
    await consent("Ana");
    await local("settings", { delegatedTokenSeconds: 7, withoutRoles: ["Calendars.Read"] });
    const tokens = await exchange();
    const { exp = 0, iat = 0 } = decodeJwt(tokens.access_token);
    expect([exp - iat, tokens.expires_in]).toEqual([7, 7]);
    const own = await oidc.clientCredentialsGrant(client, { scope: "https://graph.microsoft.com/.default" });
    expect(decodeJwt(own.access_token).roles).not.toContain("Calendars.Read");
    expect(decodeJwt(own.access_token).roles).toContain("Calendars.ReadWrite");
  });

  it("refuse a permission that nobody knows", async () => {
    expect((await consent("Ana", ["Calendars.Eat"])).statusCode).toBe(400);
  });
});
