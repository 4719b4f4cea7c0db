import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { localPerson } from "../../local/identities.ts";
import { aBooking, nextWeek, type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

let world: OutlookWorld;

beforeAll(async () => {
  world = await startOutlookWorld();
});
afterAll(() => world?.stop());
beforeEach(() => world.reset());

const oid = (givenName: string) => localPerson(givenName).oid;
const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const window = () => ({ start: at(nextWeek(0)), end: at(nextWeek(24 * 14)) });
const busyOf = async (...names: string[]) =>
  (await openCalendar(world.options()).availability(names.map(oid), window())).map((one) => one.busy);
const viewsAsked = async () => (await world.requests()).filter(({ path }) => path.includes("calendarView"));

/** A date in the window, and from when to when it is somebody's day. */
const day = nextWeek(48).slice(0, 10);
const dayIn = (zone: string, status: string) => {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  return { start: start.epochMilliseconds, end: start.add({ days: 1 }).epochMilliseconds, status };
};

describe("[OUTLOOK-6] an event that recurs", () => {
  it("is busy every time", async () => {
    const time = (hours: number) => ({ dateTime: nextWeek(hours).replace("Z", ""), timeZone: "UTC" });
    const pattern = { type: "daily", interval: 1 };
    const range = { type: "numbered", startDate: nextWeek(0).slice(0, 10), numberOfOccurrences: 3 };
    await world.put("Ana", { subject: "Stand-up", start: time(9), end: time(9.5), recurrence: { pattern, range } });
    const [ana] = await busyOf("Ana");
    expect(ana).toEqual(
      [0, 1, 2].map((days) => ({
        start: at(nextWeek(days * 24 + 9)),
        end: at(nextWeek(days * 24 + 9.5)),
        status: "busy",
      })),
    );
  });

  it("is busy at its own clock's hour on both sides of a change of clocks", async () => {
    const change = Temporal.Now.zonedDateTimeISO("Europe/London").getTimeZoneTransition("next");
    const first = change?.toPlainDate().subtract({ days: 1 }) ?? Temporal.PlainDate.from(day);
    const hour = (hours: number) => ({ dateTime: `${first.toString()}T${hours}:00:00`, timeZone: "GMT Standard Time" });
    const pattern = { type: "daily", interval: 1 };
    const range = { type: "numbered", startDate: first.toString(), numberOfOccurrences: 3 };
    await world.put("Ana", { subject: "Stand-up", start: hour(10), end: hour(11), recurrence: { pattern, range } });
    const span = { start: first.toZonedDateTime("UTC"), end: first.add({ days: 4 }).toZonedDateTime("UTC") };
    const asked = { start: span.start.epochMilliseconds, end: span.end.epochMilliseconds };
    const [ana] = await openCalendar(world.options()).availability([oid("Ana")], asked);
    const clock = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Europe/London").hour;
    expect(ana?.busy?.map(({ start, end }) => [clock(start), clock(end)])).toEqual(Array(3).fill([10, 11]));
  });
});

describe("[OUTLOOK-7] an event around a change of clocks", () => {
  const changes = () => {
    const next = Temporal.Now.zonedDateTimeISO("Europe/London").getTimeZoneTransition("next");
    return [next, next?.getTimeZoneTransition("next")].flatMap((one) => (one ? [one.toInstant()] : []));
  };

  it.each([
    ["across it", -30, 30],
    ["that ends with it", -60, 0],
    ["that begins with it", 0, 60],
    ["within the hour after it", 15, 45],
    ["a day before it", -1_440, -1_380],
    ["a day after it", 1_440, 1_500],
  ])("%s begins and ends when it should, whichever way the clocks go", async (_where, from, to) => {
    for (const change of changes()) {
      await world.reset();
      const instant = (minutes: number) => change.add({ minutes }).toString({ smallestUnit: "second" });
      const slot = { startsAt: instant(from), endsAt: instant(to), stretch: null };
      await openCalendar(world.options()).createEvent(aBooking({ slot }));
      const copies = await world.copies();
      expect(copies.map((copy) => [at(copy.startAt), at(copy.endAt)])).toEqual(
        Array(2).fill([at(slot.startsAt), at(slot.endsAt)]),
      );
    }
  });
});

describe("[OUTLOOK-7] a move across a change of clocks", () => {
  it("keeps the hour that was chosen and the length", async () => {
    const change = Temporal.Now.zonedDateTimeISO("Europe/London").getTimeZoneTransition("next")?.toInstant();
    const instant = (hours: number) => change?.add({ minutes: hours * 60 }).toString({ smallestUnit: "second" }) ?? "";
    const [from, to] = [-48.5, 47.5].map((hours) => ({
      startsAt: instant(hours),
      endsAt: instant(hours + 1),
      stretch: null,
    }));
    if (!from || !to) throw new Error("There is no change of clocks.");
    const calendar = openCalendar(world.options());
    const event = await calendar.createEvent(aBooking({ slot: from }));
    expect(await calendar.moveEvent(event, { from, to, timeZone: "Europe/London" })).toBe("moved");
    expect((await world.copies()).map((copy) => [at(copy.startAt), at(copy.endAt)])).toEqual(
      Array(2).fill([at(to.startsAt), at(to.endsAt)]),
    );
  });
});

describe("[OUTLOOK-8] whole days", () => {
  it("are away from midnight to midnight of their owner's clock", async () => {
    await world.markDays("Ben", { kind: "out-of-office", date: day });
    expect(await busyOf("Ana", "Ben")).toEqual([[], [dayIn("Asia/Kolkata", "out-of-office")]]);
  });

  it("are holidays where the calendar says so, though Outlook shows them free", async () => {
    await world.markDays("Ben", { kind: "holiday", date: day });
    expect(await busyOf("Ana", "Ben")).toEqual([[], [dayIn("Asia/Kolkata", "holiday")]]);
  });

  it("are holidays by the rules of a zone that the mailbox made up itself", async () => {
    await world.markDays("Oona", { kind: "holiday", date: day });
    expect(await busyOf("Oona")).toEqual([[dayIn("Europe/Dublin", "holiday")]]);
  });

  it("are free when they are no holiday", async () => {
    const time = (date: Temporal.PlainDate) => ({ dateTime: `${date.toString()}T00:00:00`, timeZone: "UTC" });
    const first = Temporal.PlainDate.from(day);
    const whole = { isAllDay: true, start: time(first), end: time(first.add({ days: 1 })) };
    await world.put("Ana", { ...whole, subject: "Conference in town", showAs: "free" });
    expect(await busyOf("Ana")).toEqual([[]]);
  });

  it("are looked for only in a calendar that shows a free day, and cost nobody their readable schedule", async () => {
    await world.markDays("Ben", { kind: "holiday", date: day });
    await world.behave("Ben", { permissions: "none" });
    expect(await busyOf("Ana", "Ben")).toEqual([[], []]);
    expect((await viewsAsked()).map(({ status }) => status)).toEqual([403]);
  });
});

describe("[OUTLOOK-8] a zone that the mailbox made up itself", () => {
  it("is read as west of Greenwich where its bias is positive", async () => {
    const rule = { time: "02:00:00", dayOccurrence: 2, dayOfWeek: "sunday" };
    await world.behave("Ana", {
      customZone: {
        bias: 480,
        standardOffset: { ...rule, dayOccurrence: 1, month: 11 },
        daylightOffset: { ...rule, month: 3, daylightBias: -60 },
      },
    });
    const [ana] = await openCalendar(world.options()).availability([oid("Ana")], window());
    expect(ana?.hours).toEqual({
      zone: {
        standardOffset: -480,
        daylightOffset: -420,
        changes: {
          toStandard: { month: 11, week: 1, weekday: 7, at: "02:00" },
          toDaylight: { month: 3, week: 2, weekday: 7, at: "02:00" },
        },
      },
      days: [1, 2, 3, 4, 5],
      from: "09:00",
      to: "17:30",
    });
  });
});
