import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localPerson } from "../../identities.ts";
import { type GraphUnderTest, startGraphUnderTest } from "../testing/graph-under-test.ts";

let graph: GraphUnderTest;
let anasId: string;
let bensId: string;

const ana = localPerson("Ana");
const ben = localPerson("Ben");
const chidi = localPerson("Chidi");

beforeAll(async () => {
  graph = await startGraphUnderTest("empty");
});
afterAll(() => graph.stop());

beforeEach(async () => {
  await graph.call("POST", "/_local/reset", { body: { calendars: "empty" } });
  const made = await graph.call("POST", `/v1.0/users/${ana.oid}/events`, {
    body: {
      subject: "Check-in",
      start: { dateTime: "2026-11-24T10:00:00", timeZone: "UTC" },
      end: { dateTime: "2026-11-24T10:50:00", timeZone: "UTC" },
      attendees: [{ emailAddress: { address: ben.mail }, type: "required" }],
      isOnlineMeeting: true,
      sensitivity: "private",
    },
  });
  anasId = made.text("id");
  bensId = (await eventsOf(ben.oid))[0]?.id ?? "";
});

interface Listed {
  readonly id: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly isCancelled: boolean;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
  readonly responseStatus: { readonly response: string };
  readonly attendees: readonly { status: { response: string }; emailAddress: { address: string } }[];
}

const eventsOf = async (oid: string) =>
  (await graph.call("GET", `/v1.0/users/${oid}/events`)).items() as readonly Listed[];

const addressOf = (person: string, id: string) =>
  `${graph.url}/_local/calendars/${person}/events/${encodeURIComponent(id)}`;

const press = (person: string, id: string, action: string, fields: Record<string, string> = {}) =>
  fetch(`${addressOf(person, id)}/${action}?people=Ana,Ben`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
  });

describe("an event's page", () => {
  it("is led to from the calendars and says everything about the event", async () => {
    const calendars = await (await fetch(`${graph.url}/_local/calendars?people=Ana,Ben`)).text();
    expect(calendars).toContain(`/_local/calendars/Ana/events/${encodeURIComponent(anasId)}?people=`);
    const page = await (await fetch(addressOf("ana", anasId))).text();
    for (const words of [
      "Tuesday 24 November 2026, 10:00 to 10:50 (50 minutes)",
      "Ana Moreau",
      "<b>Ben Okafor</b> Not answered yet, 15:30 there",
      "Yes. Others see the time only.",
      "Join the meeting",
      "Cancel the meeting",
    ])
      expect(page).toContain(words);
  });

  it("offers answers to whoever was invited, and changes to the organiser alone", async () => {
    const page = await (await fetch(addressOf("Ben", bensId))).text();
    for (const words of ["Accept", "Tentative", "Decline", "15:30 to 16:20"]) expect(page).toContain(words);
    for (const words of ["Send update", "Cancel the meeting", "Remove the Teams link"])
      expect(page).not.toContain(words);
  });

  it("leads back to the calendars when the event is gone", async () => {
    const answer = await fetch(addressOf("Ana", "nothing"), { redirect: "manual" });
    expect(answer.headers.get("location")).toBe("/_local/calendars?said=gone");
    expect(await (await fetch(`${graph.url}/_local/calendars?said=gone`)).text()).toContain("any more.");
  });
});

describe("the organiser", () => {
  it("moves the meeting and changes its length, on the organiser's own clock, for both", async () => {
    const answer = await press("Ana", anasId, "move", { date: "2026-11-26", start: "14:15", minutes: "30" });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      expect.stringContaining("people=Ana%2CBen&said=move"),
    ]);
    for (const person of [ana, ben]) {
      const [event] = await eventsOf(person.oid);
      expect(event?.start.dateTime).toBe("2026-11-26T14:15:00.0000000");
      expect(event?.end.dateTime).toBe("2026-11-26T14:45:00.0000000");
      expect(event?.onlineMeeting?.joinUrl).toContain("meetup-join");
    }
  });

  it("removes the Teams link", async () => {
    await press("Ana", anasId, "remove-link");
    expect((await eventsOf(ben.oid))[0]?.onlineMeeting ?? null).toBeNull();
    const again = await press("Ana", anasId, "remove-link");
    expect(again.status).toBe(400);
    expect(await again.text()).toContain("This meeting has no Teams link.");
  });

  it("invites someone else without asking Ben again", async () => {
    await press("Ben", bensId, "answer", { answer: "accept" });
    await press("Ana", anasId, "invite", { who: chidi.mail });
    expect(await eventsOf(chidi.oid)).toHaveLength(1);
    const [event] = await eventsOf(ana.oid);
    expect(event?.attendees.map((one) => [one.emailAddress.address, one.status.response])).toEqual([
      [ben.mail, "accepted"],
      [chidi.mail, "none"],
    ]);
  });

  it("calls it off with a word", async () => {
    const answer = await press("Ana", anasId, "cancel", { comment: "Another week" });
    expect(answer.headers.get("location")).toContain("/_local/calendars?");
    expect(await eventsOf(ana.oid)).toEqual([]);
    expect((await eventsOf(ben.oid))[0]?.isCancelled).toBe(true);
    const outbox = await graph.call("GET", "/_local/outbox");
    expect(outbox.items().at(-1)).toMatchObject({ kind: "cancellation", comment: "Another week" });
  });

  it("is told plainly what cannot be", async () => {
    const answer = await press("Ana", anasId, "move", { date: "", start: "10:00", minutes: "30" });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("A meeting needs a day");
  });
});

describe("whoever was invited", () => {
  it.each([
    ["accept", "accepted"],
    ["tentative", "tentativelyAccepted"],
    ["decline", "declined"],
  ])("answers with %s, and the organiser sees it", async (answer, seen) => {
    await press("Ben", bensId, "answer", { answer });
    expect((await eventsOf(ana.oid))[0]?.attendees[0]?.status.response).toBe(seen);
  });

  it("can decline without telling the organiser, or only remove the meeting", async () => {
    await press("Ben", bensId, "answer", { answer: "decline", silently: "yes" });
    expect((await eventsOf(ana.oid))[0]?.attendees[0]?.status.response).toBe("none");
    expect(await eventsOf(ben.oid)).toEqual([]);
    expect((await press("Ben", bensId, "delete")).headers.get("location")).toContain("said=gone");
  });
});
