import { createHash } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localApp, localPerson, localTenant } from "../identities.ts";
import { channelClient } from "./clients.ts";
import { buildSignIn } from "./server.ts";

const port = 24_680;
const base = `/${localTenant.id}/v2.0`;
const issuer = `http://localhost:${port}${base}`;
const ana = localPerson("Ana");
const redirectUri = "http://localhost:3978/tab/signed-in.html";
const verifier = "a-verifier-of-more-than-forty-three-characters-as-the-rule-asks";
const challenge = createHash("sha256").update(verifier).digest("base64url");

type App = Awaited<ReturnType<typeof buildSignIn>>;
let app: App;

beforeEach(async () => {
  app = await buildSignIn({ port });
});
afterEach(() => app.close());

const postForm = (to: App, fields: Record<string, string>, url = `${base}/token`) =>
  to.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(fields).toString(),
  });

const clientCredentials = (
  client_id: string,
  client_secret: string,
  scope: string,
  more: Record<string, string> = {},
) => postForm(app, { grant_type: "client_credentials", client_id, client_secret, scope, ...more });

async function keySet(of: App, url = `/${localTenant.id}/discovery/v2.0/keys`) {
  return createLocalJWKSet((await of.inject(url)).json<JSONWebKeySet>());
}

const authorizeQuery = (more: Record<string, string> = {}) =>
  `${base}/authorize?${new URLSearchParams({
    client_id: localApp.clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid access_as_user",
    code_challenge: challenge,
    code_challenge_method: "S256",
    state: "kept",
    ...more,
  })}`;

async function codeForAna() {
  const answer = await app.inject(authorizeQuery({ login_hint: ana.mail, nonce: "once" }));
  const target = new URL(answer.headers.location ?? "");
  expect(target.searchParams.get("state")).toBe("kept");
  return target.searchParams.get("code") ?? "";
}

const redeem = (code: string, more: Record<string, string> = {}) =>
  postForm(app, {
    grant_type: "authorization_code",
    client_id: localApp.clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
    ...more,
  });

describe("signing a person in", () => {
  it("offers the five people by name and job title when nobody is named yet", async () => {
    const page = (await app.inject(authorizeQuery())).body;
    expect(page).toContain("Who are you today?");
    for (const name of ["Ana", "Ben", "Chidi", "Dara", "Elif"]) {
      const person = localPerson(name);
      expect(page).toContain(`<b>${person.givenName} ${person.surname}</b><span>${person.jobTitle}</span>`);
    }
  });

  it("gives Ana a token that names her, for this application, for an hour", async () => {
    const answer = (await redeem(await codeForAna())).json<{
      access_token: string;
      id_token: string;
      expires_in: number;
    }>();
    const { payload } = await jwtVerify(answer.access_token, await keySet(app), {
      issuer,
      audience: localApp.clientId,
    });
    expect(payload).toMatchObject({
      ver: "2.0",
      tid: localTenant.id,
      oid: ana.oid,
      scp: "access_as_user",
      name: "Ana Moreau",
      preferred_username: ana.mail,
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(answer.expires_in).toBe(3600);
    expect(decodeJwt(answer.id_token)).toMatchObject({ oid: ana.oid, nonce: "once", aud: localApp.clientId });
    expect(decodeJwt(answer.id_token).scp).toBeUndefined();
  });

  it("takes each code once, from whoever holds its PKCE secret", async () => {
    const code = await codeForAna();
    expect((await redeem(await codeForAna(), { code_verifier: "guessed" })).json()).toMatchObject({
      error: "invalid_grant",
    });
    expect((await redeem(await codeForAna(), { redirect_uri: "http://localhost:1/" })).statusCode).toBe(400);
    expect((await redeem(code)).statusCode).toBe(200);
    expect((await redeem(code)).json()).toMatchObject({ error: "invalid_grant" });
  });

  it("never sends a code to another machine or without PKCE", async () => {
    expect((await app.inject(authorizeQuery({ redirect_uri: "https://elsewhere.example/" }))).statusCode).toBe(400);
    expect((await app.inject(authorizeQuery({ client_id: "unknown" }))).statusCode).toBe(400);
    const bare = await app.inject(authorizeQuery({ code_challenge_method: "plain", login_hint: ana.mail }));
    expect(bare.headers.location).toContain("error=invalid_request");
    expect((await app.inject(authorizeQuery({ prompt: "none" }))).headers.location).toContain("error=login_required");
  });
});

describe("applications with their own credentials", () => {
  const graph = "https://graph.microsoft.com/.default";
  const connector = "https://api.botframework.com/.default";

  it("gives the application a Graph token with exactly the roles it was granted", async () => {
    const answer = await clientCredentials(localApp.clientId, localApp.clientSecret, graph);
    const token = answer.json<{ access_token: string }>().access_token;
    const { payload } = await jwtVerify(token, await keySet(app), { issuer, audience: "https://graph.microsoft.com" });
    expect(payload).toMatchObject({ appid: localApp.clientId, tid: localTenant.id, iss: issuer });
    expect(payload.roles).toEqual([
      "Calendars.ReadWrite",
      "Calendars.Read",
      "MailboxSettings.Read",
      "User.ReadBasic.All",
      "TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All",
      "OnlineMeetings.ReadWrite.All",
    ]);
  });

  it("gives the bot a token for the connector", async () => {
    const basic = Buffer.from(`${localApp.botAppId}:${localApp.botAppPassword}`).toString("base64");
    const answer = await app.inject({
      method: "POST",
      url: `/${localTenant.id}/oauth2/v2.0/token`,
      headers: { "content-type": "application/x-www-form-urlencoded", authorization: `Basic ${basic}` },
      payload: new URLSearchParams({ grant_type: "client_credentials", scope: connector }).toString(),
    });
    const token = answer.json<{ access_token: string }>().access_token;
    const { payload } = await jwtVerify(token, await keySet(app), { issuer, audience: "https://api.botframework.com" });
    expect(payload.appid).toBe(localApp.botAppId);
  });

  it("signs the channel's token with the key that is endorsed for Teams, and with no other", async () => {
    const serviceurl = "http://localhost:3979/connector/";
    const scope = `${localApp.botAppId}/.default`;
    const answer = await clientCredentials(channelClient.id, channelClient.secret, scope, { serviceurl });
    const token = answer.json<{ access_token: string }>().access_token;
    const config = (await app.inject("/botframework/.well-known/openidconfiguration")).json<Record<string, string>>();
    expect(config).toMatchObject({
      issuer: "https://api.botframework.com",
      id_token_signing_alg_values_supported: ["RS256"],
    });
    const path = new URL(config.jwks_uri ?? "").pathname;
    const { payload } = await jwtVerify(token, await keySet(app, path), { audience: localApp.botAppId });
    expect(payload).toMatchObject({ iss: "https://api.botframework.com", serviceurl });
    const endorsed = (await app.inject(path)).json<{ keys: { endorsements: string[]; d?: string }[] }>().keys;
    expect(endorsed.map((key) => [key.endorsements, key.d])).toEqual([[["msteams"], undefined]]);
    await expect(jwtVerify(token, await keySet(app))).rejects.toThrow();
  });

  it("answers 401 invalid_client to a wrong secret and 400 to a scope the client doesn't hold", async () => {
    const wrong = await clientCredentials(localApp.botAppId, "guessed", connector);
    expect([wrong.statusCode, wrong.json<{ error: string }>().error]).toEqual([401, "invalid_client"]);
    expect((await clientCredentials(localApp.clientId, localApp.clientSecret, connector)).statusCode).toBe(400);
    expect((await postForm(app, { grant_type: "password" })).json()).toMatchObject({ error: "unsupported_grant_type" });
  });
});

describe("what only this machine may ask", () => {
  const mint = async (payload: Record<string, unknown>) => {
    const answer = await app.inject({ method: "POST", url: "/_local/tokens", payload });
    return answer.json<{ access_token: string }>().access_token;
  };

  it("mints tokens that are wrong in the way a test asks for", async () => {
    const keys = await keySet(app);
    const verify = (token: string) => jwtVerify(token, keys, { issuer, audience: localApp.clientId });
    await expect(verify(await mint({ oid: ana.oid }))).resolves.toBeDefined();
    await expect(verify(await mint({ oid: ana.oid, expiresIn: -60 }))).rejects.toThrow(/exp/);
    await expect(verify(await mint({ oid: ana.oid, aud: "another" }))).rejects.toThrow(/aud/);
    await expect(verify(await mint({ oid: ana.oid, tid: "another" }))).rejects.toThrow(/iss/);
    await expect(verify(await mint({ oid: ana.oid, foreignKey: true }))).rejects.toThrow(/no applicable key/);
    await expect(verify(await mint({ oid: ana.oid, foreignKey: "same-kid" }))).rejects.toThrow(/signature/);
    const noScope = decodeJwt(await mint({ oid: ana.oid, claims: { scp: null, ver: "1.0" } }));
    expect([noScope.scp, noScope.ver]).toEqual([undefined, "1.0"]);
  });

  it("shortens how long people's tokens live", async () => {
    await app.inject({ method: "POST", url: "/_local/settings", payload: { userTokenSeconds: 5 } });
    const { exp = 0, iat = 0 } = decodeJwt(await mint({ oid: ana.oid }));
    expect(exp - iat).toBe(5);
    const refused = await app.inject({ method: "POST", url: "/_local/settings", payload: { userTokenSeconds: 0 } });
    expect(refused.statusCode).toBe(400);
  });

  it("refuses other machines, other sites' pages and names that merely point here", async () => {
    const ask = (more: object) =>
      app.inject({ method: "POST", url: "/_local/tokens", payload: { oid: ana.oid }, ...more });
    expect((await ask({ remoteAddress: "192.0.2.7" })).statusCode).toBe(403);
    expect((await ask({ headers: { origin: "https://elsewhere.example" } })).statusCode).toBe(403);
    expect((await ask({ headers: { host: "rebound.example:3980" } })).statusCode).toBe(403);
    expect((await ask({ headers: { origin: "http://localhost:3979" } })).statusCode).toBe(200);
  });
});

describe("a restart", () => {
  it("keeps the keys, readable by their owner only", async () => {
    const stateDir = await mkdtemp(join(tmpdir(), "sign-in-"));
    const before = await buildSignIn({ port, stateDir });
    const minted = await before.inject({ method: "POST", url: "/_local/tokens", payload: { oid: ana.oid } });
    await before.close();
    const after = await buildSignIn({ port, stateDir });
    const token = minted.json<{ access_token: string }>().access_token;
    await expect(jwtVerify(token, await keySet(after), { issuer })).resolves.toBeDefined();
    expect((await stat(join(stateDir, "signing-keys.json"))).mode & 0o777).toBe(0o600);
    await after.close();
    await rm(stateDir, { recursive: true });
  });

  it("makes other keys for another life when nothing is kept", async () => {
    const minted = await app.inject({ method: "POST", url: "/_local/tokens", payload: { oid: ana.oid } });
    const other = await buildSignIn({ port });
    const token = minted.json<{ access_token: string }>().access_token;
    await expect(jwtVerify(token, await keySet(other))).rejects.toThrow();
    expect(decodeProtectedHeader(token).alg).toBe("RS256");
    await other.close();
  });
});
