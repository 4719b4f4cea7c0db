import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localApp, localPerson } from "../../identities.ts";
import { chatIdOf } from "../events/teams-meeting.ts";
import { type Answered, type GraphUnderTest, startGraphUnderTest } from "../testing/graph-under-test.ts";
import { allScopes } from "../testing/issuer.ts";
import { createAs, invitation, mailboxOf } from "../testing/meetings.ts";

let graph: GraphUnderTest;
let own: Answered;
beforeAll(async () => {
  graph = await startGraphUnderTest();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.call("POST", "/_local/reset", { body: { calendars: "empty" } });
  own = await createAs(graph, "Ana", invitation({ isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" }));
});

const behave = (body: object) => graph.call("POST", "/_local/mailboxes/Ana", { body });
const delegated = (name: string) => graph.issuer.token({ scp: allScopes, oid: localPerson(name).oid });

describe("an app in a meeting's chat", () => {
  const consent = [
    { permissionValue: "OnlineMeeting.ReadBasic.Chat", permissionType: "Application" },
    { permissionValue: "OnlineMeetingParticipant.Read.Chat", permissionType: "Application" },
    { permissionValue: "MeetingStage.Write.Chat", permissionType: "Delegated" },
  ];
  const bound = (id = localApp.teamsAppId) => `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`;
  const wish = (changes: object = {}) => ({
    "teamsApp@odata.bind": bound(),
    consentedPermissionSet: { resourceSpecificPermissions: consent },
    ...changes,
  });
  const apps = () => `/v1.0/chats/${chatIdOf(own.text("onlineMeeting/joinUrl"))}/installedApps`;
  const add = (body: object = wish(), token?: string) =>
    graph.call("POST", apps(), { body, ...(token === undefined ? {} : { token }) });

  it("is added once, and listed with what it was granted", async () => {
    expect((await add()).status).toBe(201);
    const again = await add();
    expect([again.status, again.at("error/code")]).toEqual([409, "Conflict"]);
    const filter = encodeURIComponent(`teamsApp/externalId eq '${localApp.teamsAppId}'`);
    const listed = await graph.call("GET", `${apps()}?$expand=teamsApp&$filter=${filter}`);
    expect(listed.items()).toHaveLength(1);
    expect(listed.at("value/0")).toMatchObject({
      consentedPermissionSet: { resourceSpecificPermissions: consent },
      teamsApp: { externalId: localApp.teamsAppId },
    });
  });

  it("is refused by policy, and where no calendar holds the meeting any more", async () => {
    await behave({ appsInChats: false });
    expect((await add()).status).toBe(403);
    await behave({ appsInChats: true });
    await graph.call("DELETE", `${mailboxOf("Ana")}/events/${own.text("id")}`);
    expect((await add()).status).toBe(404);
  });

  it.each([
    ["consent to nothing", { consentedPermissionSet: null }, 400],
    [
      "consent to what its manifest doesn't ask",
      {
        consentedPermissionSet: {
          resourceSpecificPermissions: [
            ...consent,
            { permissionValue: "Chat.Manage.Chat", permissionType: "Application" },
          ],
        },
      },
      400,
    ],
    [
      "consent to less than its manifest asks",
      { consentedPermissionSet: { resourceSpecificPermissions: consent.slice(1) } },
      400,
    ],
    ["no app", { "teamsApp@odata.bind": "x" }, 400],
    ["another app", { "teamsApp@odata.bind": bound("00000000-0000-4000-8000-000000000000") }, 404],
  ])("with %s is refused", async (_name, changes, status) => {
    expect((await add(wish(changes))).status).toBe(status);
  });

  it("needs the permission that also consents, and a person who is in the chat", async () => {
    const less = await graph.issuer.token({ roles: ["TeamsAppInstallation.ReadWriteSelfForChat.All"] });
    const refused = await add(wish(), less);
    expect([refused.status, refused.at("error/code")]).toEqual([403, "Forbidden"]);
    const delegatedAsRole = await graph.issuer.token({
      roles: ["TeamsAppInstallation.ReadWriteAndConsentSelfForChat"],
    });
    expect((await add(wish(), delegatedAsRole)).status).toBe(403);
    expect((await add(wish(), await delegated("Chidi"))).status).toBe(403);
    expect((await add(wish(), await delegated("Ben"))).status).toBe(201);
  });

  it("may be added for one person, with the permission for that", async () => {
    const path = `${mailboxOf("Ana")}/teamwork/installedApps`;
    const body = { "teamsApp@odata.bind": bound() };
    const less = await graph.issuer.token({ roles: ["TeamsAppInstallation.ReadForUser.All"] });
    expect((await graph.call("POST", path, { body, token: less })).status).toBe(403);
    expect((await graph.call("POST", path, { body })).status).toBe(201);
    expect((await graph.call("POST", path, { body })).status).toBe(409);
    expect((await graph.call("GET", path)).items()).toHaveLength(1);
  });
});

describe("an online meeting", () => {
  const found = (name = "Ana", options: Parameters<GraphUnderTest["call"]>[2] = {}) => {
    const filter = encodeURIComponent(`JoinWebUrl eq '${own.text("onlineMeeting/joinUrl")}'`);
    return graph.call("GET", `${mailboxOf(name)}/onlineMeetings?$filter=${filter}`, options);
  };
  const one = async () => `${mailboxOf("Ana")}/onlineMeetings/${(await found()).text("value/0/id")}`;

  it("is found by its link with its chat, and lives as long as its event", async () => {
    const answer = await found();
    expect(answer.items()).toHaveLength(1);
    expect(answer.at("value/0")).toMatchObject({
      joinWebUrl: own.text("onlineMeeting/joinUrl"),
      chatInfo: { threadId: expect.stringMatching(/^19:meeting_.+@thread\.v2$/) as string },
      allowRecording: true,
      allowTranscription: true,
    });
    expect((await found("Ben")).items()).toEqual([]);
    await graph.call("DELETE", `${mailboxOf("Ana")}/events/${own.text("id")}`);
    expect((await found()).items()).toEqual([]);
  });

  it("has its recording and transcription switched off, which outlives the process", async () => {
    const body = { allowRecording: false, allowTranscription: false };
    const changed = await graph.call("PATCH", await one(), { body });
    expect([changed.status, changed.at("allowRecording")]).toEqual([200, false]);
    await graph.restart();
    expect((await graph.call("GET", await one())).body).toMatchObject(body);
    expect((await graph.call("PATCH", await one(), { body: { allowRecoding: false } })).status).toBe(400);
  });

  it("is refused without the access policy, and its options by another", async () => {
    const path = await one();
    await behave({ meetingOptions: false });
    expect((await graph.call("PATCH", path, { body: { allowRecording: false } })).status).toBe(403);
    expect((await found()).status).toBe(200);
    await behave({ meetingAccess: false });
    const refused = await found();
    expect([refused.status, refused.text("error/message")]).toEqual([
      403,
      expect.stringContaining("No application access policy") as string,
    ]);
    expect((await found("Ana", { token: await delegated("Ana") })).status).toBe(200);
  });

  it("needs its permission, and a person's token reaches that person's meetings alone", async () => {
    const less = await graph.issuer.token({ roles: ["OnlineMeetings.ReadWrite"] });
    expect((await found("Ana", { token: less })).status).toBe(403);
    const path = await one();
    const reads = await graph.issuer.token({ roles: ["OnlineMeetings.Read.All"] });
    expect((await graph.call("PATCH", path, { token: reads, body: {} })).status).toBe(403);
    expect((await found("Ana", { token: await delegated("Ben") })).status).toBe(403);
    expect((await graph.call("GET", `${mailboxOf("Ana")}/onlineMeetings`)).status).toBe(400);
  });
});
