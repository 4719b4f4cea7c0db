import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localPerson } from "../../identities.ts";
import { valueAt } from "../odata.ts";
import { type GraphUnderTest, startGraphUnderTest } from "../testing/graph-under-test.ts";
import { copyIn, createAs, invitation, mailboxOf } from "../testing/meetings.ts";
import { datesOf, type Recurrence } from "./recurrence.ts";

const every = (changes: Partial<Recurrence>): Recurrence => ({
  type: "daily",
  interval: 1,
  daysOfWeek: [],
  firstDayOfWeek: "sunday",
  dayOfMonth: 0,
  month: 0,
  index: "first",
  startDate: "2026-01-31",
  endDate: null,
  numberOfOccurrences: 4,
  ...changes,
});
const dates = (changes: Partial<Recurrence>, until?: string) => [...datesOf(every(changes), until)].map(String);

describe("the dates of a series", () => {
  it.each<[string, Partial<Recurrence>, string[]]>([
    ["every other day", { interval: 2 }, ["2026-01-31", "2026-02-02", "2026-02-04", "2026-02-06"]],
    [
      "two days of every other week, from the first that fits",
      { type: "weekly", interval: 2, daysOfWeek: ["friday", "monday"] },
      ["2026-02-09", "2026-02-13", "2026-02-23", "2026-02-27"],
    ],
    [
      "the 31st, or the last day of a shorter month",
      { type: "absoluteMonthly", dayOfMonth: 31 },
      ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
    ],
    [
      "the last Friday of a month",
      { type: "relativeMonthly", daysOfWeek: ["friday"], index: "last" },
      ["2026-02-27", "2026-03-27", "2026-04-24", "2026-05-29"],
    ],
    [
      "a day of the year",
      { type: "absoluteYearly", month: 3, dayOfMonth: 1, numberOfOccurrences: 2 },
      ["2026-03-01", "2027-03-01"],
    ],
    [
      "until an end",
      { type: "weekly", daysOfWeek: ["saturday"], endDate: "2026-02-13", numberOfOccurrences: null },
      ["2026-01-31", "2026-02-07"],
    ],
  ])("are %s", (_name, changes, expected) => {
    expect(dates(changes)).toEqual(expected);
  });

  it("without an end go on for as long as anyone asks", () => {
    expect(dates({ numberOfOccurrences: null }, "2027-01-30")).toHaveLength(365);
  });
});

describe("a series in the calendars", () => {
  let graph: GraphUnderTest;
  beforeAll(async () => {
    graph = await startGraphUnderTest();
  });
  afterAll(() => graph.stop());
  beforeEach(() => graph.call("POST", "/_local/reset", { body: { calendars: "empty" } }));

  const weekly = (zone: string, changes: object = {}) =>
    invitation({
      subject: "Weekly",
      start: { dateTime: "2026-10-20T09:00:00", timeZone: zone },
      end: { dateTime: "2026-10-20T10:00:00", timeZone: zone },
      recurrence: {
        pattern: { type: "weekly", interval: 1, daysOfWeek: ["tuesday"], ...changes },
        range: { type: "noEnd", startDate: "2026-10-20" },
      },
    });
  const over = "startDateTime=2026-10-19T00:00:00Z&endDateTime=2026-11-04T00:00:00Z";
  const starts = async (name: string, query = over) =>
    (await graph.call("GET", `${mailboxOf(name)}/calendarView?${query}`))
      .items()
      .map(
        (one) =>
          `${String(valueAt(one, "start/dateTime")).slice(5, 16)}-${String(valueAt(one, "end/dateTime")).slice(11, 16)}`,
      );

  it("keeps its hour on its own clock when that clock changes, and its length", async () => {
    await createAs(graph, "Ana", weekly("GMT Standard Time"));
    expect(await starts("Ana")).toEqual(["10-20T08:00-09:00", "10-27T09:00-10:00", "11-03T09:00-10:00"]);
    expect(await starts("Ben")).toEqual(await starts("Ana"));
  });

  it("that was booked in UTC drifts on everybody's clock", async () => {
    await createAs(graph, "Ana", weekly("UTC"));
    expect(await starts("Ana")).toEqual(["10-20T09:00-10:00", "10-27T09:00-10:00", "11-03T09:00-10:00"]);
  });

  it("blocks its hours in everybody's schedule, months ahead", async () => {
    await createAs(graph, "Ana", weekly("GMT Standard Time"));
    const at = (hour: string) => ({ dateTime: `2027-06-01T${hour}:00:00`, timeZone: "UTC" });
    const body = {
      schedules: [localPerson("Ben").mail],
      startTime: at("07"),
      endTime: at("11"),
      availabilityViewInterval: 60,
    };
    const asked = await graph.call("POST", `${mailboxOf("Ana")}/calendar/getSchedule`, { body });
    expect(asked.at("value/0/availabilityView")).toBe("0100");
  });

  it("is one master in the list, and single occurrences in the view, each with an id of its own", async () => {
    const master = await createAs(graph, "Ana", weekly("GMT Standard Time"));
    expect(master.body).toMatchObject({
      type: "seriesMaster",
      recurrence: {
        pattern: { type: "weekly", interval: 1, daysOfWeek: ["tuesday"], firstDayOfWeek: "sunday" },
        range: { type: "noEnd", startDate: "2026-10-20", recurrenceTimeZone: "GMT Standard Time" },
      },
    });
    expect((await graph.call("GET", `${mailboxOf("Ana")}/events`)).items()).toHaveLength(1);
    const found = await graph.call("GET", `${mailboxOf("Ana")}/calendarView?${over}`);
    const second = found.text("value/1/id");
    const one = await graph.call("GET", `${mailboxOf("Ana")}/events/${second}`);
    expect(one.body).toMatchObject({ type: "occurrence", seriesMasterId: master.at("id"), recurrence: null });
    expect(one.at("iCalUId")).not.toBe(found.at("value/0/iCalUId"));
    const instances = await graph.call("GET", `${mailboxOf("Ana")}/events/${master.text("id")}/instances?${over}`);
    expect(instances.items()).toEqual(found.items());
    const lone = await graph.call("DELETE", `${mailboxOf("Ana")}/events/${second}`);
    expect([lone.status, lone.at("error/code")]).toEqual([400, "ErrorInvalidRequest"]);
  });

  it("is moved, followed by delta, and called off as a whole", async () => {
    const master = await createAs(graph, "Ana", weekly("GMT Standard Time"));
    const delta = await graph.call("GET", `${mailboxOf("Ben")}/calendarView/delta?${over}`);
    const body = {
      start: { dateTime: "2026-10-21T09:00:00", timeZone: "GMT Standard Time" },
      end: { dateTime: "2026-10-21T10:00:00", timeZone: "GMT Standard Time" },
      recurrence: {
        pattern: { type: "weekly", interval: 1, daysOfWeek: ["wednesday"] },
        range: { type: "numbered", startDate: "2026-10-21", numberOfOccurrences: 2 },
      },
    };
    await graph.call("PATCH", `${mailboxOf("Ana")}/events/${master.text("id")}`, { body });
    expect(await starts("Ben")).toEqual(["10-21T08:00-09:00", "10-28T09:00-10:00"]);
    const link = delta.text("@odata.deltaLink").slice(graph.url.length);
    const items = (await graph.call("GET", link)).items();
    expect(items.map((one) => (valueAt(one, "@removed") ? "gone" : "there"))).toEqual([
      "gone",
      "there",
      "gone",
      "there",
      "gone",
    ]);
    await graph.call("DELETE", `${mailboxOf("Ana")}/events/${master.text("id")}`);
    expect(await starts("Ana")).toEqual([]);
    expect((await copyIn(graph, "Ben", master)).at("isCancelled")).toBe(true);
  });

  it("lasts all day on its owner's clock", async () => {
    const day = (date: string) => ({ dateTime: `2026-10-${date}T00:00:00`, timeZone: "UTC" });
    const recurrence = {
      pattern: { type: "absoluteMonthly", interval: 1, dayOfMonth: 20 },
      range: { type: "endDate", startDate: "2026-10-20", endDate: "2026-12-31" },
    };
    await createAs(graph, "Ben", { subject: "Closing", isAllDay: true, start: day("20"), end: day("21"), recurrence });
    const query = "startDateTime=2026-10-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z";
    expect(await starts("Ben", query)).toEqual(["10-20T00:00-00:00", "11-20T00:00-00:00", "12-20T00:00-00:00"]);
  });

  it.each([
    ["no days of the week", { daysOfWeek: [] }],
    ["a monthly pattern without its day", { type: "absoluteMonthly" }],
    ["an interval of nothing", { interval: 0 }],
  ])("with %s is refused", async (_name, pattern) => {
    expect((await createAs(graph, "Ana", weekly("UTC", pattern))).status).toBe(400);
  });
});
