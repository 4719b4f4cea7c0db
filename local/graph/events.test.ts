import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localPerson } from "../identities.ts";
import { valueAt } from "./odata.ts";
import { type Answered, type GraphUnderTest, startGraphUnderTest } from "./testing/graph-under-test.ts";
import { copyIn, createAs, invitation, mailboxOf, sentAbout, tuesday } from "./testing/meetings.ts";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraphUnderTest();
});
afterAll(() => graph.stop());
beforeEach(() => graph.call("POST", "/_local/reset", { body: { calendars: "empty" } }));

const events = (name: string) => `${mailboxOf(name)}/events`;
const pathOf = (name: string, event: Answered) => `${events(name)}/${event.text("id")}`;
const create = (changes?: Record<string, unknown>) => createAs(graph, "Ana", invitation(changes));
const patch = (event: Answered, body: object, headers: Record<string, string> = {}) =>
  graph.call("PATCH", pathOf("Ana", event), { body, headers });
const behave = (body: object) => graph.call("POST", "/_local/mailboxes/Ana", { body });

describe("a new meeting", () => {
  it("stands in both calendars under two ids and one iCalUId, awaiting the attendee's answer", async () => {
    const own = await create();
    const copy = await copyIn(graph, "Ben", own);
    expect([own.status, copy.status]).toEqual([201, 200]);
    expect(copy.at("id")).not.toBe(own.at("id"));
    expect([own.at("isOrganizer"), own.at("responseStatus/response")]).toEqual([true, "organizer"]);
    expect([copy.at("isOrganizer"), copy.at("responseStatus/response")]).toEqual([false, "notResponded"]);
    expect([copy.at("showAs"), copy.at("organizer/emailAddress/name")]).toEqual(["tentative", "Ana Moreau"]);
    expect(await sentAbout(graph, own)).toEqual(["invitation to ben"]);
  });

  it("reaches an attendee outside the tenant by message alone", async () => {
    const own = await create({ attendees: [{ emailAddress: { address: "guest@elsewhere.example" } }] });
    expect(await sentAbout(graph, own)).toEqual(["invitation to guest@elsewhere"]);
    expect((await graph.call("GET", "/_local/events")).items()).toHaveLength(1);
  });

  it("is shown in the zone and with the ids that the reader prefers", async () => {
    const own = await create({ start: tuesday("10:00"), end: tuesday("11:00") });
    const headers = { prefer: 'outlook.timezone="Asia/Kolkata", IdType="ImmutableId"' };
    const seen = await graph.call("GET", pathOf("Ana", own), { headers });
    expect(seen.at("start")).toEqual({ dateTime: "2026-11-24T15:30:00.0000000", timeZone: "Asia/Kolkata" });
    expect(seen.at("originalStartTimeZone")).toBe("GMT Standard Time");
    expect(seen.text("id")).toMatch(/^AAkALg/);
    expect((await graph.call("GET", pathOf("Ana", seen))).at("id")).toBe(own.at("id"));
    const mars = await graph.call("GET", pathOf("Ana", own), {
      headers: { prefer: 'outlook.timezone="Mars/Olympus"' },
    });
    expect([mars.status, mars.at("error/code")]).toEqual([400, "TimeZoneNotSupportedException"]);
  });

  it.each([
    ["a property that doesn't exist", { subjekt: "Check-in" }, "RequestBodyRead"],
    ["a value of the wrong type", { isAllDay: "yes" }, "RequestBodyRead"],
    ["no start", { start: undefined }, "ErrorPropertyValidationFailure"],
    [
      "an unknown zone",
      { start: { dateTime: "2026-11-24T10:00:00", timeZone: "Mars/Olympus" } },
      "TimeZoneNotSupportedException",
    ],
    ["an end before its start", { end: tuesday("09:00") }, "ErrorCalendarEndDateIsEarlierThanStartDate"],
    ["a whole day that begins at ten", { isAllDay: true }, "ErrorPropertyValidationFailure"],
    ["a recurrence without a pattern", { recurrence: { pattern: {} } }, "RequestBodyRead"],
  ])("with %s is refused and leaves nothing behind", async (_name, changes, code) => {
    const answer = await create(changes);
    expect([answer.status, answer.at("error/code")]).toEqual([400, code]);
    expect((await graph.call("GET", "/_local/events")).items()).toEqual([]);
  });

  it("for whole days keeps its dates in every zone", async () => {
    const day = (date: string) => ({ dateTime: `2026-12-${date}T00:00:00`, timeZone: "Tokyo Standard Time" });
    const own = await create({ isAllDay: true, start: day("01"), end: day("03") });
    const seen = await graph.call("GET", pathOf("Ana", own), {
      headers: { prefer: 'outlook.timezone="Tokyo Standard Time"' },
    });
    expect([seen.at("start/dateTime"), seen.at("end/dateTime")]).toEqual([
      "2026-12-01T00:00:00.0000000",
      "2026-12-03T00:00:00.0000000",
    ]);
  });
});

describe("a transaction id that comes again", () => {
  it("gives the same event for the same request, even when both come at once", async () => {
    const both = await Promise.all([create({ transactionId: "t-1" }), create({ transactionId: "t-1" })]);
    const third = await create({ transactionId: "t-1" });
    expect(new Set([...both, third].map((one) => one.at("id"))).size).toBe(1);
    expect((await graph.call("GET", "/_local/events")).items()).toHaveLength(2);
    expect(await sentAbout(graph, third)).toEqual(["invitation to ben"]);
  });

  it("is refused for another event, and in another mailbox it is another id", async () => {
    await create({ transactionId: "t-1" });
    const other = await create({ transactionId: "t-1", subject: "Another" });
    expect([other.status, other.at("error/code")]).toEqual([409, "ErrorDuplicateTransactionId"]);
    expect((await createAs(graph, "Dara", invitation({ transactionId: "t-1" }))).status).toBe(201);
  });

  it.each([
    ["400", 400, false],
    ["400-with-id", 400, true],
    ["409", 409, false],
    ["409-with-id", 409, true],
  ])("is refused as %s where the mailbox behaves so", async (duplicateTransaction, status, named) => {
    await behave({ duplicateTransaction });
    const first = await create({ transactionId: "t-1" });
    const again = await create({ transactionId: "t-1" });
    expect([again.status, again.at("error/code")]).toEqual([status, "ErrorDuplicateTransactionId"]);
    expect(again.at("error/@event.existingEventId")).toBe(named ? first.at("id") : undefined);
  });

  it("of a deleted event is refused, or makes a new one where the mailbox forgets", async () => {
    const first = await create({ transactionId: "t-1" });
    await graph.call("DELETE", pathOf("Ana", first));
    expect((await create({ transactionId: "t-1" })).at("error/code")).toBe("ErrorDuplicateTransactionId");
    await behave({ deletedTransactions: "free" });
    const second = await create({ transactionId: "t-1" });
    expect([second.status, second.at("id") === first.at("id")]).toEqual([201, false]);
  });
});

describe("a Teams meeting", () => {
  const online = { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" };

  it("has its link in both copies, and its block in the body", async () => {
    const own = await create(online);
    const link = own.text("onlineMeeting/joinUrl");
    expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3ameeting_/);
    expect(own.text("body/content")).toContain("Join the meeting");
    expect((await copyIn(graph, "Ben", own)).at("onlineMeeting/joinUrl")).toBe(link);
  });

  it("is silently left out where the calendar doesn't allow it", async () => {
    await behave({ allowsTeamsMeetings: false });
    const own = await create(online);
    expect([own.status, own.at("isOnlineMeeting"), own.at("onlineMeeting")]).toEqual([201, false, null]);
  });

  it("survives a new time and a new subject, and a body that keeps its block; not one without", async () => {
    const own = await create(online);
    const link = own.at("onlineMeeting/joinUrl");
    const moved = await patch(own, { subject: "Later", start: tuesday("14:00"), end: tuesday("15:00") });
    expect(moved.at("onlineMeeting/joinUrl")).toBe(link);
    const kept = await patch(own, {
      body: { contentType: "html", content: `<p>Hello</p>${moved.text("body/content")}` },
    });
    expect(kept.at("onlineMeeting/joinUrl")).toBe(link);
    const lost = await patch(own, { body: { contentType: "html", content: "<p>Hello</p>" } });
    expect([lost.at("isOnlineMeeting"), lost.at("onlineMeeting")]).toEqual([false, null]);
    expect((await copyIn(graph, "Ben", own)).at("onlineMeeting")).toBeNull();
  });
});

describe("a change by the organiser", () => {
  it("of the time moves every copy and asks again", async () => {
    const own = await create();
    const copy = await copyIn(graph, "Ben", own);
    await graph.call("POST", `${pathOf("Ben", copy)}/accept`, { body: { sendResponse: true } });
    await patch(own, { start: tuesday("14:00"), end: tuesday("15:00") });
    const after = await copyIn(graph, "Ben", own);
    expect(after.at("start/dateTime")).toBe("2026-11-24T14:00:00.0000000");
    expect(after.at("responseStatus/response")).toBe("notResponded");
    expect(after.at("changeKey")).not.toBe(copy.at("changeKey"));
    expect((await graph.call("GET", pathOf("Ana", own))).at("attendees/0/status/response")).toBe("none");
    expect(await sentAbout(graph, own)).toEqual(["invitation to ben", "response to ana", "update to ben"]);
  });

  it("of the attendees alone tells only those who come and go", async () => {
    const address = (name: string) => ({ emailAddress: { address: localPerson(name).mail } });
    const own = await create({ attendees: [address("Ben"), address("Chidi")] });
    await patch(own, { attendees: [address("Chidi"), address("Dara")] });
    expect((await sentAbout(graph, own)).slice(2)).toEqual(["invitation to dara", "cancellation to ben"]);
    expect((await copyIn(graph, "Ben", own)).at("isCancelled")).toBe(true);
    expect((await copyIn(graph, "Dara", own)).at("subject")).toBe("Check-in");
  });

  it("gives a new change key, and is refused on a stale one", async () => {
    const own = await create();
    const tag = own.text("@odata.etag");
    const first = await patch(own, { subject: "One" }, { "if-match": tag });
    expect([first.status, first.text("@odata.etag") === tag]).toEqual([200, false]);
    const stale = await patch(own, { subject: "Two" }, { "if-match": tag });
    expect([stale.status, stale.at("error/code")]).toEqual([412, "ErrorIrresolvableConflict"]);
    expect((await patch(own, { subject: "Three" }, { "if-match": "*" })).at("subject")).toBe("Three");
  });

  it("of a time without its zone is refused", async () => {
    const answer = await patch(await create(), { start: { dateTime: "2026-11-24T12:00:00" } });
    expect([answer.status, answer.at("error/code")]).toEqual([400, "TimeZoneNotSupportedException"]);
  });
});

describe("an attendee's own marks", () => {
  it("stay in the attendee's copy, through the organiser's changes too", async () => {
    const own = await create();
    const copy = await copyIn(graph, "Ben", own);
    const body = { categories: ["Green"], reminderMinutesBeforeStart: 5 };
    await graph.call("PATCH", pathOf("Ben", copy), { body });
    await patch(own, { subject: "Renamed" });
    const after = await copyIn(graph, "Ben", own);
    expect([after.at("subject"), after.at("categories"), after.at("reminderMinutesBeforeStart")]).toEqual([
      "Renamed",
      ["Green"],
      5,
    ]);
    expect((await graph.call("GET", pathOf("Ana", own))).at("categories")).toEqual([]);
  });

  it.each([
    ["accept", "accepted", "busy"],
    ["tentativelyAccept", "tentativelyAccepted", "tentative"],
  ])("of %s reach the organiser's copy", async (action, response, showAs) => {
    const own = await create();
    const copy = await copyIn(graph, "Ben", own);
    expect((await graph.call("POST", `${pathOf("Ben", copy)}/${action}`, { body: {} })).status).toBe(202);
    const seen = await graph.call("GET", pathOf("Ana", own));
    expect(seen.at("attendees/0/status/response")).toBe(response);
    expect((await copyIn(graph, "Ben", own)).at("showAs")).toBe(showAs);
  });

  it("of declining take the meeting out of the attendee's calendar; unsent ones the organiser never learns", async () => {
    const own = await create();
    const copy = await copyIn(graph, "Ben", own);
    await graph.call("POST", `${pathOf("Ben", copy)}/decline`, { body: { sendResponse: false } });
    expect((await copyIn(graph, "Ben", own)).status).toBe(404);
    expect((await graph.call("GET", pathOf("Ana", own))).at("attendees/0/status/response")).toBe("none");
  });
});

describe("calling off", () => {
  it("by the organiser leaves a marked copy with the word, and nothing in the organiser's calendar", async () => {
    const own = await create();
    const answer = await graph.call("POST", `${pathOf("Ana", own)}/cancel`, { body: { comment: "Another week." } });
    const copy = await copyIn(graph, "Ben", own);
    expect([answer.status, (await graph.call("GET", pathOf("Ana", own))).status]).toEqual([202, 404]);
    expect([copy.at("isCancelled"), copy.at("showAs"), copy.at("body/content")]).toEqual([
      true,
      "free",
      "Another week.",
    ]);
    expect((await sentAbout(graph, own)).at(-1)).toBe("cancellation to ben");
  });

  it("by an attendee is refused", async () => {
    const copy = await copyIn(graph, "Ben", await create());
    const answer = await graph.call("POST", `${pathOf("Ben", copy)}/cancel`, { body: {} });
    expect([answer.status, answer.text("error/message")]).toEqual([400, expect.stringContaining("organizer")]);
  });

  it("by deleting works once; an attendee's deletion touches only the attendee's calendar", async () => {
    const own = await create();
    const copy = await copyIn(graph, "Ben", own);
    expect((await graph.call("DELETE", pathOf("Ben", copy))).status).toBe(204);
    expect((await graph.call("GET", pathOf("Ana", own))).at("isCancelled")).toBe(false);
    expect((await graph.call("DELETE", pathOf("Ana", own))).status).toBe(204);
    const again = await graph.call("DELETE", pathOf("Ana", own));
    expect([again.status, again.at("error/code")]).toEqual([404, "ErrorItemNotFound"]);
  });
});

describe("lists", () => {
  const view = `calendarView?startDateTime=2026-11-24T00:00:00Z&endDateTime=2026-11-25T00:00:00Z`;

  it("come ten at a time, in order, with links that lead through all of them", async () => {
    for (let hour = 23; hour >= 0; hour -= 1) {
      const at = (minute: string) => tuesday(`${String(hour).padStart(2, "0")}:${minute}`);
      await create({ subject: `At ${hour}`, start: at("00"), end: at("30"), attendees: [] });
    }
    const subjects: unknown[] = [];
    const sizes: number[] = [];
    let next = `${mailboxOf("Ana")}/${view}&$select=subject`;
    for (let pages = 0; next && pages < 9; pages += 1) {
      const page = await graph.call("GET", next);
      sizes.push(page.items().length);
      subjects.push(...page.items().map((one) => valueAt(one, "subject")));
      next = page.text("@odata.nextLink").slice(graph.url.length);
    }
    expect(sizes).toEqual([10, 10, 4]);
    expect(subjects).toEqual(Array.from({ length: 24 }, (_, hour) => `At ${hour}`));
  });

  it("of a span hold what touches it, whatever zone is preferred", async () => {
    const at = (dateTime: string) => ({ dateTime, timeZone: "India Standard Time" });
    await create({ subject: "Before", start: at("2026-11-24T04:30:00"), end: at("2026-11-24T05:30:00") });
    await create({ subject: "Into", start: at("2026-11-24T05:00:00"), end: at("2026-11-24T06:00:00") });
    const prefer = { prefer: 'outlook.timezone="India Standard Time"' };
    const found = await graph.call("GET", `${mailboxOf("Ana")}/${view}`, { headers: prefer });
    expect(found.items().map((one) => valueAt(one, "subject"))).toEqual(["Into"]);
    expect((await graph.call("GET", `${mailboxOf("Ana")}/calendarView`)).status).toBe(400);
  });

  it("are sorted, filtered and narrowed as asked, and misspelt wishes are refused", async () => {
    await create({ subject: "Apples" });
    await create({ subject: "Bread", showAs: "free" });
    const ask = async (query: string) => graph.call("GET", `${events("Ana")}?${query}`);
    const sorted = await ask("$orderby=subject desc&$select=subject");
    expect(sorted.items().map((one) => valueAt(one, "subject"))).toEqual(["Bread", "Apples"]);
    expect(Object.keys(sorted.items()[0] ?? {}).sort()).toEqual(["@odata.etag", "id", "subject"]);
    expect((await ask("$filter=showAs eq 'free'")).items()).toHaveLength(1);
    for (const wrong of [
      "$select=subjekt",
      "$filter=transactionId eq 't'",
      "$orderby=body",
      "$search=x",
      "$top=zero",
    ]) {
      expect((await ask(wrong)).status).toBe(400);
    }
  });

  it("show no bodies to an application with the least permission", async () => {
    await create({ body: { contentType: "text", content: "Bring the figures." } });
    const token = await graph.issuer.token({ roles: ["Calendars.ReadBasic"] });
    const found = await graph.call("GET", events("Ana"), { token });
    expect(found.at("value/0/subject")).toBe("Check-in");
    expect(found.at("value/0/body")).toBeUndefined();
  });
});
