import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPerson } from "../identities.ts";
import { valueAt } from "./odata.ts";
import { type GraphUnderTest, startGraphUnderTest } from "./testing/graph-under-test.ts";
import { allScopes } from "./testing/issuer.ts";
import { createAs, invitation, mailboxOf, tuesday } from "./testing/meetings.ts";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraphUnderTest();
  await createAs(graph, "Ben", invitation({ subject: "Audit", attendees: [] }));
});
afterAll(() => graph.stop());

const [ana, ben] = [localPerson("Ana"), localPerson("Ben")];
const view = "calendarView?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-30T00:00:00Z";
const schedule = (of: string) => ({ schedules: [of], startTime: tuesday("09:00"), endTime: tuesday("12:00") });
const asAna = (scp: string) => graph.issuer.token({ scp, oid: ana.oid });

/** Every operation: how it is called for Ana, and the least that it takes with a person's token and with an application's. */
const rows: [
  name: string,
  method: string,
  path: string,
  body: object | undefined,
  delegated: string,
  application: string,
][] = [
  ["getSchedule", "POST", "/calendar/getSchedule", schedule(ben.mail), "Calendars.ReadBasic", "Calendars.ReadBasic"],
  ["an event's reading", "GET", "/events", undefined, "Calendars.ReadBasic", "Calendars.ReadBasic"],
  ["calendarView", "GET", `/${view}`, undefined, "Calendars.ReadBasic", "Calendars.ReadBasic"],
  ["an event's making", "POST", "/events", { subject: 1 }, "Calendars.ReadWrite", "Calendars.ReadWrite"],
  ["an event's change", "PATCH", "/events/x", { subject: 1 }, "Calendars.ReadWrite", "Calendars.ReadWrite"],
  ["cancelling", "POST", "/events/x/cancel", {}, "Calendars.ReadWrite", "Calendars.ReadWrite"],
  ["mailboxSettings", "GET", "/mailboxSettings", undefined, "MailboxSettings.Read", "MailboxSettings.Read"],
  ["a person's entry", "GET", "", undefined, "User.Read", "User.ReadBasic.All"],
  ["manager", "GET", "/manager", undefined, "User.Read.All", "User.Read.All"],
  [
    "online meetings",
    "GET",
    "/onlineMeetings?$filter=JoinWebUrl eq 'x'",
    undefined,
    "OnlineMeetings.Read",
    "OnlineMeetings.Read.All",
  ],
  [
    "adding an app for a person",
    "POST",
    "/teamwork/installedApps",
    {},
    "TeamsAppInstallation.ReadWriteSelfForUser",
    "TeamsAppInstallation.ReadWriteSelfForUser.All",
  ],
];
const everything = [...new Set([...rows.flatMap((row) => [row[4], row[5]]), "Calendars.Read"])];
const lesser = (grant: string) => everything.filter((one) => !covers(one, grant));
const covers = (one: string, grant: string) => {
  const [area, level = ""] = grant.split(".");
  return (
    one === grant ||
    (one.startsWith(`${area}.`) &&
      (area === "Calendars" || area === "User") &&
      level.startsWith("Read") &&
      level !== "ReadWrite")
  );
};

describe.each(rows)("%s", (_name, method, path, body, delegated, application) => {
  const call = async (token: string) =>
    (await graph.call(method, `${mailboxOf("Ana")}${path}`, { token, ...(body === undefined ? {} : { body }) })).status;

  it("opens to its least grant, and to nothing that is less", async () => {
    expect(await call(await asAna(delegated))).not.toBe(403);
    expect(await call(await graph.issuer.token({ roles: [application] }))).not.toBe(403);
    expect(await call(await asAna(lesser(delegated).join(" ") || "openid"))).toBe(403);
    expect(await call(await graph.issuer.token({ roles: lesser(application) }))).toBe(403);
  });
});

describe("a person's token", () => {
  it("opens /me and that person's own mailbox", async () => {
    const token = await asAna(allScopes);
    expect((await graph.call("GET", "/v1.0/me", { token })).at("id")).toBe(ana.oid);
    for (const path of ["/v1.0/me", mailboxOf("Ana"), `/v1.0/users/${ana.mail}`]) {
      expect((await graph.call("GET", `${path}/${view}`, { token })).status).toBe(200);
    }
    const made = await graph.call("POST", "/v1.0/me/events", { token, body: invitation({ attendees: [] }) });
    expect([made.status, made.at("organizer/emailAddress/address")]).toEqual([201, ana.mail]);
  });

  it("shows of other mailboxes when they are busy, and nothing else", async () => {
    const token = await asAna(allScopes);
    for (const path of ["/v1.0/me", mailboxOf("Ben")]) {
      const asked = await graph.call("POST", `${path}/calendar/getSchedule`, { token, body: schedule(ben.mail) });
      expect(asked.at("value/0/scheduleItems/0")).toMatchObject({ status: "busy" });
      expect(asked.at("value/0/scheduleItems/0/subject")).toBeUndefined();
    }
    for (const path of [view, "events", "mailboxSettings", "calendar"]) {
      const refused = await graph.call("GET", `${mailboxOf("Ben")}/${path}`, { token });
      expect([refused.status, refused.at("error/code")]).toEqual([403, "ErrorAccessDenied"]);
    }
    expect((await graph.call("POST", `${mailboxOf("Ben")}/events`, { token, body: invitation() })).status).toBe(403);
  });

  it("reads a mailbox that shares its details, with Calendars.Read.Shared, and still may not write", async () => {
    const token = await asAna("Calendars.ReadWrite Calendars.Read.Shared");
    const read = async () => graph.call("GET", `${mailboxOf("Ben")}/${view}`, { token });
    expect((await read()).status).toBe(403);
    await graph.call("POST", "/_local/mailboxes/Ben", { body: { sharing: "details" } });
    expect((await read()).items().map((one) => valueAt(one, "subject"))).toEqual(["Audit"]);
    expect((await graph.call("POST", `${mailboxOf("Ben")}/events`, { token, body: invitation() })).status).toBe(403);
  });

  it("isn't narrowed by what the application alone may do", async () => {
    await graph.call("POST", "/_local/mailboxes/Ana", { body: { permissions: "none" } });
    expect((await graph.call("GET", `${mailboxOf("Ana")}/events`)).status).toBe(403);
    expect((await graph.call("GET", "/v1.0/me/events", { token: await asAna("Calendars.Read") })).status).toBe(200);
  });

  it("that calls itself an application's is no token", async () => {
    const token = await graph.issuer.token({ scp: allScopes, oid: ana.oid, idtyp: "app" });
    expect((await graph.call("GET", "/v1.0/me", { token })).status).toBe(401);
  });
});

it("findMeetingTimes is closed to applications, and needs Calendars.Read.Shared", async () => {
  const path = `${mailboxOf("Ana")}/findMeetingTimes`;
  expect((await graph.call("POST", path, { body: {} })).status).toBe(403);
  expect((await graph.call("POST", path, { body: {}, token: await asAna("Calendars.ReadWrite") })).status).toBe(403);
  const shared = await graph.call("POST", path, { body: {}, token: await asAna("Calendars.Read.Shared") });
  expect([shared.status, shared.at("emptySuggestionsReason")]).toEqual([200, "Unknown"]);
});
