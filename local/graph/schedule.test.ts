import { afterAll, beforeAll, expect, it } from "vitest";
import { localPerson } from "../identities.ts";
import { type GraphUnderTest, startGraphUnderTest } from "./testing/graph-under-test.ts";
import { createAs, mailboxOf, tuesday } from "./testing/meetings.ts";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraphUnderTest();
  await createAs(graph, "Ben", {
    subject: "Audit",
    start: tuesday("09:00"),
    end: tuesday("10:00"),
    location: { displayName: "Room Alder" },
  });
  await createAs(graph, "Ben", {
    subject: "Physio",
    start: tuesday("10:15"),
    end: tuesday("10:45"),
    sensitivity: "private",
  });
  await createAs(graph, "Ben", {
    subject: "Maybe",
    start: tuesday("11:00"),
    end: tuesday("11:30"),
    showAs: "tentative",
  });
  await createAs(graph, "Ben", {
    subject: "From home",
    start: tuesday("11:30"),
    end: tuesday("12:00"),
    showAs: "workingElsewhere",
  });
  await createAs(graph, "Ben", {
    subject: "Nearly over",
    start: tuesday("08:00"),
    end: tuesday("09:01"),
    showAs: "oof",
  });
});
afterAll(() => graph.stop());

const ben = localPerson("Ben").mail;
const ask = (changes: object = {}, headers: Record<string, string> = {}, viewer = "Ana") =>
  graph.call("POST", `${mailboxOf(viewer)}/calendar/getSchedule`, {
    body: {
      schedules: [ben],
      startTime: tuesday("09:00"),
      endTime: tuesday("12:00"),
      availabilityViewInterval: 30,
      ...changes,
    },
    headers,
  });

it("tells each interval's strongest status, and working elsewhere only in the items", async () => {
  const answer = await ask();
  expect(answer.at("value/0/availabilityView")).toBe("322210");
  const statuses = [0, 1, 2, 3, 4].map((item) => answer.at(`value/0/scheduleItems/${item}/status`));
  expect(statuses).toEqual(["oof", "busy", "busy", "tentative", "workingElsewhere"]);
});

it("tells working elsewhere by a digit of its own where the mailbox does so", async () => {
  await graph.call("POST", "/_local/mailboxes/Ben", { body: { elsewhereDigit: 4 } });
  expect((await ask()).at("value/0/availabilityView")).toBe("322214");
  await graph.call("POST", "/_local/mailboxes/Ben", { body: { elsewhereDigit: 0 } });
});

it("shows colleagues the times alone, more where they share it, and never a private word", async () => {
  const item = async (viewer: string, at: number) => (await ask({}, {}, viewer)).at(`value/0/scheduleItems/${at}`);
  expect(await item("Ana", 1)).toEqual({
    isPrivate: false,
    status: "busy",
    start: { dateTime: "2026-11-24T09:00:00.0000000", timeZone: "UTC" },
    end: { dateTime: "2026-11-24T10:00:00.0000000", timeZone: "UTC" },
  });
  await graph.call("POST", "/_local/mailboxes/Ben", { body: { sharing: "details" } });
  expect(await item("Ana", 1)).toMatchObject({ subject: "Audit", location: "Room Alder" });
  for (const viewer of ["Ana", "Ben"]) {
    expect(await item(viewer, 2)).not.toHaveProperty("subject");
    expect(await item(viewer, 2)).toMatchObject({ isPrivate: true, status: "busy" });
  }
});

it("answers in the preferred zone and says that it did", async () => {
  const answer = await ask({}, { prefer: 'outlook.timezone="India Standard Time"' });
  expect(answer.at("value/0/scheduleItems/1/start")).toEqual({
    dateTime: "2026-11-24T14:30:00.0000000",
    timeZone: "India Standard Time",
  });
  expect(answer.headers.get("preference-applied")).toBe('outlook.timezone="India Standard Time"');
});

it("gives an error of its own to a schedule that can't be read, inside a successful answer", async () => {
  await graph.call("POST", "/_local/mailboxes/Chidi", { body: { scheduleError: "ErrorNoFreeBusyAccess" } });
  const answer = await ask({ schedules: [ben, localPerson("Chidi").mail, "nobody@northlight.example"] });
  const codes = [0, 1, 2].map((at) => answer.at(`value/${at}/error/responseCode`));
  expect([answer.status, codes]).toEqual([200, [undefined, "ErrorNoFreeBusyAccess", "ErrorMailRecipientNotFound"]]);
  expect(answer.at("value/1/availabilityView")).toBe("");
});

it("counts a whole day off as a day where its owner lives", async () => {
  const day = (date: number) => ({ dateTime: `2026-12-0${date}T00:00:00`, timeZone: "UTC" });
  await createAs(graph, "Mira", { subject: "Away", start: day(1), end: day(2), isAllDay: true, showAs: "oof" });
  const answer = await ask({ schedules: [localPerson("Mira").mail], startTime: day(1), endTime: day(2) });
  expect(answer.at("value/0/scheduleItems/0")).toMatchObject({
    start: { dateTime: "2026-11-30T18:30:00.0000000" },
    end: { dateTime: "2026-12-01T18:30:00.0000000" },
  });
});

it.each([
  ["more than twenty schedules", { schedules: Array.from({ length: 21 }, (_, n) => `p${n}@northlight.example`) }, 400],
  ["nobody", { schedules: [] }, 400],
  ["63 days", { endTime: { dateTime: "2027-01-26T10:00:00", timeZone: "UTC" } }, 400],
  ["an end before the start", { endTime: tuesday("08:00") }, 400],
  ["an interval of four minutes", { availabilityViewInterval: 4 }, 400],
  ["an interval of null", { availabilityViewInterval: null }, 500],
  ["no zone", { startTime: { dateTime: "2026-11-24T09:00:00" } }, 400],
])("refuses %s", async (_name, changes, status) => {
  expect((await ask(changes)).status).toBe(status);
});
