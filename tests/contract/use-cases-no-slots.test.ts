import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Booking, Calendar } from "../../bot/ports/calendar.ts";
import { createUseCases, type UseCases } from "../../bot/use-cases/use-cases.ts";
import { localPerson, localTenant } from "../../local/identities.ts";
import { seedDocument } from "../../local/seed.ts";
import type { Slot } from "../../shared/domain/slots/slot.ts";
import { databaseForThisFile } from "../database.ts";

const database = databaseForThisFile();
const personOf = (name: string) => ({ tenantId: localTenant.id, personId: localPerson(name).oid });
const [ana, ben] = [personOf("Ana"), personOf("Ben")];
const no = (refusal: string) => ({ ok: false, refusal });
const start = Temporal.Instant.from("2026-11-23T12:00:00Z");
const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const hour = 3_600_000;

/** What Ben's calendar holds: nothing where it can't be read. Ana's is always free. */
let bensBusy: readonly { readonly start: number; readonly end: number; readonly status: "busy" }[] | null;
let bensZone: string;
let read: { readonly start: number; readonly end: number }[];
let now = start;
let use: UseCases;

const nowhere = async (): Promise<never> => {
  throw new Error("This test needs nothing of it.");
};
const eventOf = ({ organiser, bookingId }: Booking) => ({
  organiser,
  eventId: bookingId,
  iCalUId: bookingId,
  joinUrl: null,
});

const calendar: Calendar = {
  availability: async (people, window) => {
    read.push(window);
    return people.map((person) => ({
      person,
      hours: {
        zone: person === ben.personId ? bensZone : "Europe/London",
        days: [1, 2, 3, 4, 5],
        from: "09:00",
        to: "17:00",
      },
      busy: person === ben.personId ? bensBusy : [],
    }));
  },
  findBooking: async () => null,
  createEvent: async (booking) => eventOf(booking),
  createEvents: nowhere,
  readTruth: nowhere,
  moveEvent: async () => "moved",
  cancelEvent: async () => {},
  removeCopy: nowhere,
};

beforeEach(async () => {
  await database().look("truncate app.person, app.programme cascade");
  [bensBusy, bensZone, read, now] = [[], "Europe/London", [], start];
  const store = database().openStore({ enqueue: async () => {} });
  use = createUseCases({
    store,
    calendar,
    meetings: { addApp: nowhere, stopRecording: nowhere },
    mailboxes: { subscribe: nowhere, renew: nowhere, unsubscribe: nowhere, changes: nowhere },
    connections: { areNeeded: false, connect: nowhere, renewed: () => {} },
    directory: { find: async () => null },
    messenger: { tell: async () => null, greet: async () => {} },
    clock: { now: () => now },
    newId: randomUUID,
    newSecret: randomUUID,
    prompts: [],
    exercises: [],
    onStep: async () => {},
  });
  const file = seedDocument(new Date(start.epochMilliseconds));
  const cohorts = file.cohorts.map((cohort) => ({
    ...cohort,
    pairs: cohort.pairs.slice(0, 1).map((pair) => ({ ...pair, checkIns: [], goals: [], entries: [] })),
  }));
  await use.importProgramme({ tenantId: localTenant.id, file: { ...file, cohorts } });
});

async function ask(wanted: Omit<Parameters<UseCases["askForCheckIn"]>[0], "by"> = {}, by = ana) {
  const asked = await use.askForCheckIn({ by, ...wanted });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value;
}

const minutesOf = ({ startsAt, endsAt }: Slot) => (epoch(endsAt) - epoch(startsAt)) / 60_000;
const busy = (from: number, to: number) => ({ start: from, end: to, status: "busy" as const });
const inDays = (days: number) => start.epochMilliseconds + days * 24 * hour;

/** The check-in is taken, and stands in the calendars. */
async function book(checkInId: string, slot: Slot | undefined, by = ana) {
  const chosen = await use.bookCheckIn({ by, checkInId, startsAt: slot?.startsAt ?? "" });
  if (!chosen.ok) throw new Error(chosen.refusal);
  await use.writeToCalendar({ tenantId: ana.tenantId, checkInId });
}

describe("asking where every hour is taken", () => {
  beforeEach(() => {
    bensBusy = [busy(inDays(-1), inDays(20))];
  });

  it("[SLOT-17] is answered with why there is none, and the wish is kept", async () => {
    const { checkIn, noSlots } = await ask();
    expect(noSlots).toMatchObject({ reason: "all-common-hours-taken", unreadable: [] });
    expect(checkIn).toMatchObject({ status: "asked", offered: [] });
    expect((await ask({}, ben)).checkIn.id).toBe(checkIn.id);
  });

  it("[SLOT-17] names the first later time that is free, and finds it when asked", async () => {
    const { noSlots } = await ask();
    const later = noSlots?.openings.find(({ kind }) => kind === "later");
    expect(later).toEqual({ kind: "later", from: epoch("2026-12-14T09:00:00Z") });
    const { checkIn } = await ask({ around: "2026-12-14" });
    expect(checkIn.offered[0]?.startsAt).toBe("2026-12-14T09:00:00Z");
  });

  it("[SLOT-17] reads beyond the window only then, and promises nothing where that is full too", async () => {
    bensBusy = [busy(inDays(-1), inDays(90))];
    expect((await ask()).noSlots?.openings).toEqual([]);
    expect(read).toHaveLength(2);
    bensBusy = [];
    await ask();
    expect(read).toHaveLength(3);
  });

  it("[SLOT-17] takes back what was on offer before", async () => {
    bensBusy = [];
    const before = await ask();
    bensBusy = [busy(inDays(-1), inDays(20))];
    await ask();
    const { id: checkInId, offered } = before.checkIn;
    expect(await use.bookCheckIn({ by: ben, checkInId, startsAt: offered[0]?.startsAt ?? "" })).toEqual(
      no("time-not-offered"),
    );
  });
});

describe("asking for another length", () => {
  beforeEach(() => {
    // Half an hour is free at nine every morning.
    bensBusy = Array.from({ length: 60 }, (_, day) =>
      busy(epoch("2026-11-20T09:30:00Z") + day * 24 * hour, epoch("2026-11-21T09:00:00Z") + day * 24 * hour),
    );
  });

  it("[SLOT-17] opens a time where a shorter check-in fits, and the wish keeps that length", async () => {
    expect((await ask()).noSlots?.openings).toContainEqual({ kind: "shorter", minutes: 30 });
    const { checkIn, noSlots } = await ask({ minutes: 30 });
    expect({ noSlots, minutes: checkIn.minutes }).toEqual({ noSlots: null, minutes: 30 });
    expect(checkIn.offered.map(minutesOf)).toEqual([30, 30, 30]);
    expect((await ask({}, ben)).checkIn.minutes).toBe(30);
  });

  it("[BOOK-13] refuses an impossible one, and changes nothing", async () => {
    const { checkIn } = await ask();
    expect(await use.askForCheckIn({ by: ana, minutes: 7 })).toEqual(no("impossible-length"));
    expect(await use.readCheckIn({ by: ana, checkInId: checkIn.id })).toMatchObject({ value: { checkIn } });
  });

  it("[MOVE-7] of one that stands changes it only with the time that is chosen", async () => {
    bensBusy = [];
    const { checkIn } = await ask();
    await book(checkIn.id, checkIn.offered[0]);
    const moving = await ask({ move: true, minutes: 30 });
    expect(moving.checkIn).toMatchObject({ status: "booked", minutes: 60 });
    expect(moving.checkIn.offered.map(minutesOf)).toEqual([30, 30, 30]);
  });
});

it("[SLOT-17] names whose calendar can't be read", async () => {
  bensBusy = null;
  expect((await ask()).noSlots).toEqual({
    ok: false,
    reason: "calendar-unreadable",
    unreadable: [ben.personId],
    openings: [],
  });
});

describe("where only one person's day can be stretched", () => {
  const again = { kind: "same-person-again", person: ana.personId } as const;
  let borneFirst: Slot["stretch"] | undefined;

  /** Ana has borne the last evening; the pair met, and asks for the next. */
  beforeEach(async () => {
    bensZone = "Pacific/Honolulu";
    const { checkIn } = await ask();
    const [evening] = checkIn.offered;
    borneFirst = evening?.stretch;
    await book(checkIn.id, evening);
    now = Temporal.Instant.from(evening?.endsAt ?? "").add({ minutes: 5 });
    await use.answerCheckIn({ by: ben, checkInId: checkIn.id, met: true });
  });

  it("[SLOT-4] it is not offered again, and whose day it would be is said", async () => {
    expect(borneFirst).toEqual({ person: ana.personId, side: "after", lastBorneBy: null });
    expect((await ask()).noSlots).toMatchObject({ reason: "only-the-same-person-again", openings: [again] });
  });

  it("[SLOT-16] it may be offered again when somebody asks for just that, once", async () => {
    const { checkIn, noSlots } = await ask({ evenAgain: true }, ben);
    expect(noSlots).toBeNull();
    expect(checkIn.offered[0]?.stretch).toEqual({ person: ana.personId, side: "after", lastBorneBy: ana.personId });
    expect((await ask({}, ben)).noSlots).toMatchObject({ reason: "only-the-same-person-again" });
  });

  it("[SLOT-16] only the one whose day it is may choose it", async () => {
    const { checkIn } = await ask({ evenAgain: true }, ben);
    const choice = { checkInId: checkIn.id, startsAt: checkIn.offered[0]?.startsAt ?? "" };
    expect(await use.bookCheckIn({ by: ben, ...choice })).toEqual(no("not-yours-to-choose"));
    expect(await use.readCheckIn({ by: ben, checkInId: checkIn.id })).toMatchObject({
      value: { checkIn: { status: "asked", version: checkIn.version } },
    });
    expect(await use.bookCheckIn({ by: ana, ...choice })).toMatchObject({
      ok: true,
      value: { checkIn: { status: "booking" } },
    });
    expect(await use.bookCheckIn({ by: ben, ...choice })).toEqual(no("already-booked"));
  });

  it("[SLOT-16] it is nobody's before a comfortable hour", async () => {
    bensZone = "Europe/London";
    const { checkIn } = await ask({ evenAgain: true }, ben);
    expect(checkIn.offered.map(({ stretch }) => stretch)).toEqual([null, null, null]);
  });
});
