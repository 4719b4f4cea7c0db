import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPeople, localPerson } from "../identities.ts";
import { valueAt } from "./odata.ts";
import { type GraphUnderTest, startGraphUnderTest } from "./testing/graph-under-test.ts";
import { mailboxOf } from "./testing/meetings.ts";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraphUnderTest();
});
afterAll(() => graph.stop());

const ana = localPerson("Ana");
const get = (path: string, token?: string | null) => graph.call("GET", path, token === undefined ? {} : { token });

describe("tokens", () => {
  it("are needed, and every fault in one is told in Graph's form", async () => {
    const answer = await graph.call("GET", mailboxOf("Ana"), {
      token: null,
      headers: { "client-request-id": "11111111-2222-4333-8444-555555555555" },
    });
    expect(answer.status).toBe(401);
    expect(answer.at("error")).toMatchObject({ code: "InvalidAuthenticationToken", message: "Access token is empty." });
    expect(answer.at("error/innerError")).toEqual({
      date: "2026-11-23T09:00:00",
      "request-id": answer.headers.get("request-id"),
      "client-request-id": "11111111-2222-4333-8444-555555555555",
    });
  });

  it.each([
    ["expired", { expiresIn: "-1m" }, /expired/],
    ["for another audience", { audience: "https://api.botframework.com" }, /audience/],
    ["of another issuer", { issuer: "http://elsewhere.example" }, /issuer/],
    ["of another tenant", { tid: "00000000-0000-4000-8000-000000000000" }, /tenant/],
  ])("that are %s open nothing", async (_name, wishes, message) => {
    const answer = await get(mailboxOf("Ana"), await graph.issuer.token(wishes));
    expect([answer.status, answer.at("error/code")]).toEqual([401, "InvalidAuthenticationToken"]);
    expect(answer.at("error/message")).toMatch(message);
  });

  it("signed by someone else open nothing", async () => {
    const [head, payload] = (await graph.issuer.token()).split(".");
    const answer = await get(mailboxOf("Ana"), `${head}.${payload}.${"A".repeat(342)}`);
    expect(answer.status).toBe(401);
  });

  it.each([
    ["", "ErrorAccessDenied", ["User.Read.All"]],
    ["/mailboxSettings", "ErrorAccessDenied", ["Calendars.ReadWrite"]],
    ["/manager", "Authorization_RequestDenied", ["User.ReadBasic.All"]],
  ])("without the role for %s are refused", async (path, code, roles) => {
    const url = path === "" ? `${mailboxOf("Ana")}/calendar` : `${mailboxOf("Ana")}${path}`;
    const answer = await get(url, await graph.issuer.token({ roles }));
    expect([answer.status, answer.at("error/code")]).toEqual([403, code]);
  });

  it("of an application have no /me, and those of a person reach that person's mailbox alone", async () => {
    const refused = await get("/v1.0/me/calendar");
    expect([refused.status, refused.at("error/message")]).toEqual([400, expect.stringContaining("delegated")]);
    const own = await graph.issuer.token({ scp: "Calendars.Read User.ReadBasic.All", oid: ana.oid });
    expect((await get("/v1.0/me/calendar", own)).at("owner/address")).toBe(ana.mail);
    expect((await get(`${mailboxOf("Ben")}/calendar`, own)).status).toBe(403);
  });
});

describe("people", () => {
  it("are found by object id and by principal name in any case", async () => {
    const byId = await get(`/v1.0/users/${ana.oid}`);
    const byName = await get(`/v1.0/Users/${ana.mail.toUpperCase()}`);
    expect(byId.body).toMatchObject({ id: ana.oid, displayName: "Ana Moreau", userPrincipalName: ana.mail });
    expect(byName.at("id")).toBe(ana.oid);
  });

  it("who don't exist are 404 in the directory's words", async () => {
    const person = await get("/v1.0/users/nobody@northlight.example");
    expect([person.status, person.at("error/code")]).toEqual([404, "Request_ResourceNotFound"]);
    const mailbox = await get("/v1.0/users/nobody@northlight.example/calendar");
    expect([mailbox.status, mailbox.at("error/code")]).toEqual([404, "ErrorInvalidUser"]);
  });

  it("come in pages whose links lead through everyone once", async () => {
    const ids: unknown[] = [];
    let next = `${graph.url}/v1.0/users?$top=12&$select=id`;
    for (let pages = 0; next && pages < 9; pages += 1) {
      const page = await get(next.slice(graph.url.length));
      ids.push(...page.items().map((one) => valueAt(one, "id")));
      next = page.text("@odata.nextLink");
    }
    expect(ids).toEqual(localPeople.map((person) => person.oid));
  });

  it("are filtered, and a misspelt property is refused", async () => {
    const filter = encodeURIComponent(`mail eq '${ana.mail}' or id eq '${localPerson("Ben").oid}'`);
    const found = await get(`/v1.0/users?$filter=${filter}&$count=true`);
    expect([found.at("@odata.count"), found.items().length]).toEqual([2, 2]);
    expect((await get("/v1.0/users?$select=id,jobtitel")).status).toBe(400);
  });

  it("show their names but not their work to an application with the least permission", async () => {
    const token = await graph.issuer.token({ roles: ["User.ReadBasic.All"] });
    const seen = await get(`/v1.0/users/${ana.oid}?$select=displayName,jobTitle`, token);
    expect([seen.at("displayName"), seen.at("jobTitle")]).toEqual(["Ana Moreau", null]);
  });

  it("are a hundred thousand more than the list names, for benches", async () => {
    const one = await get("/v1.0/users/crowd.4711@northlight.example");
    expect(one.body).toMatchObject({ id: "00000000-0000-4000-b000-000000004711", displayName: "Crowd 4711" });
    expect((await get(`/v1.0/users/${one.text("id")}/mailboxSettings`)).status).toBe(200);
    expect((await get("/v1.0/users/crowd.100001@northlight.example")).status).toBe(404);
    expect((await get("/v1.0/users?$top=999")).items()).toHaveLength(localPeople.length);
  });

  it("have a manager, or 404 at the top", async () => {
    expect((await get(`${mailboxOf("Ana")}/manager`)).at("displayName")).toBe("Zoe Martin");
    const top = await get(`${mailboxOf("Zoe")}/manager`);
    expect([top.status, top.at("error/code")]).toEqual([404, "Request_ResourceNotFound"]);
  });
});

describe("mailboxes", () => {
  it("name their zones the Windows way, the IANA way, and once by rules of their own", async () => {
    const settings = (name: string) => get(`${mailboxOf(name)}/mailboxSettings`);
    expect((await settings("Ana")).at("timeZone")).toBe("GMT Standard Time");
    expect((await settings("Dara")).at("timeZone")).toBe("Europe/Prague");
    expect((await settings("Oona")).at("workingHours/timeZone")).toMatchObject({
      name: "Customized Time Zone",
      bias: 0,
    });
    expect((await settings("Farah")).at("workingHours/daysOfWeek")).toContain("sunday");
  });

  it("say whether they allow Teams meetings", async () => {
    const providers = async () => (await get(`${mailboxOf("Ana")}/calendar`)).at("allowedOnlineMeetingProviders");
    expect(await providers()).toEqual(["teamsForBusiness"]);
    await graph.call("POST", "/_local/mailboxes/Ana", { body: { allowsTeamsMeetings: false } });
    expect(await providers()).toEqual([]);
  });

  it("may be missing or closed to the application, and stay so after a restart", async () => {
    await graph.call("POST", "/_local/mailboxes/Will", { body: { hasMailbox: false } });
    await graph.call("POST", "/_local/mailboxes/Xenia", { body: { permissions: "none" } });
    await graph.restart();
    const missing = await get(`${mailboxOf("Will")}/calendar`);
    expect([missing.status, missing.at("error/code")]).toEqual([404, "MailboxNotEnabledForRESTAPI"]);
    expect((await get(`${mailboxOf("Xenia")}/calendar`)).at("error/code")).toBe("ErrorAccessDenied");
    await graph.call("POST", "/_local/mailboxes/*", { body: { hasMailbox: true, permissions: "none" } });
    for (const name of ["Will", "Yusuf"]) expect((await get(`${mailboxOf(name)}/calendar`)).status).toBe(403);
    await graph.call("POST", "/_local/mailboxes/*", { body: { permissions: "all" } });
  });
});

describe("paths that Graph doesn't have", () => {
  it("are refused in Graph's form, once the token is good", async () => {
    const unknown = await get("/v1.0/users/x/teleport");
    expect([unknown.status, unknown.at("error/message")]).toEqual([
      400,
      "Resource not found for the segment 'teleport'.",
    ]);
    expect((await get("/v1.0/users/x/teleport", null)).status).toBe(401);
    expect((await get("/v3.0/users")).at("error/message")).toBe("Invalid version: v3.0");
  });
});
