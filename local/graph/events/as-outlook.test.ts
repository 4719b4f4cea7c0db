import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { localPerson } from "../../identities.ts";
import { type Answered, type GraphUnderTest, startGraphUnderTest } from "../testing/graph-under-test.ts";
import { copyIn, createAs, invitation, mailboxOf, sentAbout } from "../testing/meetings.ts";
import { type Receiver, startReceiver } from "../testing/receiver.ts";

let graph: GraphUnderTest;
let receiver: Receiver;
let own: Answered;
beforeAll(async () => {
  [graph, receiver] = await Promise.all([startGraphUnderTest(), startReceiver()]);
});
afterAll(async () => {
  await graph.stop();
  await receiver.close();
});
beforeEach(async () => {
  await graph.call("POST", "/_local/reset", { body: { calendars: "empty" } });
  receiver.clear();
  own = await createAs(
    graph,
    "Ana",
    invitation({ isOnlineMeeting: true, body: { contentType: "html", content: "<p>See you</p>" } }),
  );
});

const act = (name: string, what: string, body?: object, id = own.text("id")) =>
  graph.call("POST", `/_local/outlook/${name}/events/${id}/${what}`, { token: null, ...(body ? { body } : {}) });
const seen = () => graph.call("GET", `${mailboxOf("Ana")}/events/${own.text("id")}`);

it("moves a meeting to another hour on the owner's clock, or by minutes, and keeps its length and its link", async () => {
  await act("Ana", "move", { start: "2026-11-25T15:00:00" });
  const moved = await seen();
  expect([moved.at("start/dateTime"), moved.at("end/dateTime")]).toEqual([
    "2026-11-25T15:00:00.0000000",
    "2026-11-25T16:00:00.0000000",
  ]);
  expect(moved.at("onlineMeeting/joinUrl")).toBe(own.at("onlineMeeting/joinUrl"));
  await act("Ana", "move", { byMinutes: -90 });
  expect((await copyIn(graph, "Ben", own)).at("start/dateTime")).toBe("2026-11-25T13:30:00.0000000");
  expect((await seen()).at("originalStartTimeZone")).toBe("GMT Standard Time");
});

it("gives a meeting another length", async () => {
  await act("Ana", "lengthen", { minutes: 90 });
  expect((await copyIn(graph, "Ben", own)).at("end/dateTime")).toBe("2026-11-24T11:30:00.0000000");
});

it("answers as the invited do, silently where wished, by any copy's id", async () => {
  const status = async () => (await seen()).at("attendees/0/status/response");
  await act("Ben", "accept");
  expect(await status()).toBe("accepted");
  await act("Ben", "tentative", { silently: true }, own.text("iCalUId"));
  expect(await status()).toBe("accepted");
  expect((await copyIn(graph, "Ben", own)).at("showAs")).toBe("tentative");
  await act("Ben", "decline", { comment: "On a train." });
  expect([await status(), (await copyIn(graph, "Ben", own)).status]).toEqual(["declined", 404]);
  expect((await act("Ana", "accept")).status).toBe(400);
});

it("cancels with a word, which only the organiser can", async () => {
  expect((await act("Ben", "cancel", { comment: "No." })).status).toBe(400);
  await act("Ana", "cancel", { comment: "Another week." });
  expect((await copyIn(graph, "Ben", own)).at("body/content")).toBe("Another week.");
});

it("deletes one copy, or as the organiser the meeting", async () => {
  await act("Ben", "delete");
  expect([(await seen()).at("isCancelled"), (await copyIn(graph, "Ben", own)).status]).toEqual([false, 404]);
  await act("Ana", "delete");
  expect((await seen()).status).toBe(404);
  expect((await act("Ana", "delete")).status).toBe(404);
});

it("switches the Teams meeting off and leaves the rest of the words", async () => {
  await graph.call("POST", "/_local/mailboxes/Ana", { body: { bodyCarriesMeeting: false } });
  await act("Ana", "remove-link");
  const after = await copyIn(graph, "Ben", own);
  expect([after.at("isOnlineMeeting"), after.at("onlineMeeting")]).toEqual([false, null]);
  expect(after.text("body/content")).toContain("<p>See you</p>");
  expect(after.text("body/content")).not.toContain("meetup-join");
  expect((await act("Ana", "remove-link")).status).toBe(400);
});

it("invites another", async () => {
  await act("Ana", "invite", { who: "Chidi" });
  expect((await copyIn(graph, "Chidi", own)).at("subject")).toBe("Check-in");
  expect(await sentAbout(graph, own)).toEqual(["invitation to ben", "invitation to chidi"]);
  expect((await act("Ben", "invite", { who: "Dara" })).status).toBe(400);
});

it("makes events, and whole days as Outlook marks them", async () => {
  const made = await graph.call("POST", "/_local/outlook/Ben/events", {
    body: invitation({ attendees: [], subject: "Dentist" }),
  });
  expect([made.status, made.at("mailbox")]).toEqual([201, localPerson("Ben").oid]);
  const day = (body: object) => graph.call("POST", "/_local/outlook/Ben/days", { body });
  const holiday = await day({ kind: "holiday", date: "2026-12-25" });
  expect(holiday.body).toMatchObject({ isAllDay: true, showAs: "free", categories: ["Holiday"] });
  const away = await day({ kind: "out-of-office", date: "2026-12-28", days: 4, subject: "Leave" });
  expect(away.body).toMatchObject({
    isAllDay: true,
    showAs: "oof",
    subject: "Leave",
    startAt: "2026-12-27T18:30:00.000Z",
  });
  expect((await day({ kind: "birthday", date: "2026-12-25" })).status).toBe(400);
});

it("is told to subscribers like any change", async () => {
  const body = {
    changeType: "created,updated,deleted",
    notificationUrl: receiver.url,
    resource: `users/${localPerson("Ben").oid}/events`,
    expirationDateTime: "2026-11-24T09:00:00Z",
  };
  await graph.call("POST", "/v1.0/subscriptions", { body });
  await act("Ana", "lengthen", { minutes: 45 });
  await act("Ben", "decline");
  await expect.poll(() => receiver.told("changeType"), { timeout: 10_000 }).toEqual(["updated", "deleted"]);
});

it("refuses a button that Outlook doesn't have, a form that it doesn't take and a stranger", async () => {
  expect((await act("Ana", "snooze")).status).toBe(404);
  expect((await act("Ana", "move", { start: "tomorrow" })).status).toBe(400);
  expect((await act("Nobody", "accept")).status).toBe(404);
});
