import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { crowdPerson } from "../../local/graph/people.ts";
import { localTenant } from "../../local/identities.ts";
import { type CheckIn, untouched } from "../../shared/domain/check-in.ts";
import { cohortId, cohortWorldForThisFile, Died, pairIdOf, personOf, programmeOf } from "./cohort-booking-world.ts";

const world = cohortWorldForThisFile();
const [ana, ben, elif, zoe] = [personOf("Ana"), personOf("Ben"), personOf("Elif"), personOf("Zoe")];
const no = (refusal: string) => ({ ok: false, refusal });
const everyone = [
  ["Ana", "Ben"],
  ["Chidi", "Dara"],
  ["Gus", "Kemi"],
  ["Leo", "Niko"],
];

beforeEach(() => world().take(programmeOf(everyone)));

async function begin(): Promise<string> {
  const begun = await world().use.beginCohortBooking({ by: elif, cohortId });
  if (!begun.ok) throw new Error(begun.refusal);
  await world().work();
  return begun.value.id;
}

async function steer(cohortBookingId: string, steer: "confirm" | "pause" | "resume" | "undo" | "discard") {
  const steered = await world().use.steerCohortBooking({ by: elif, cohortBookingId, steer });
  if (!steered.ok) throw new Error(steered.refusal);
}

async function read(cohortBookingId: string) {
  const found = await world().use.readCohortBooking({ by: elif, cohortBookingId });
  if (!found.ok) throw new Error(found.refusal);
  const { status, counts } = found.value;
  return { status, ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) };
}

async function rows(cohortBookingId: string) {
  const found = await world().use.listPairBookings({ by: elif, cohortBookingId, limit: 100 });
  if (!found.ok) throw new Error(found.refusal);
  return found.value.pairs;
}

/** Somebody of the many whom the stand-in has mailboxes for. */
function crowdMember(number: number) {
  const { oid: id, surname } = crowdPerson(number);
  return { id, name: `Person ${surname}` };
}

const checkInsOf = (at: number): Promise<readonly CheckIn[]> =>
  world().store.transact({ kind: "job", tenantId: localTenant.id, job: "book-cohort" }, (records) =>
    records.checkIns.ofPair(pairIdOf(at)),
  );

/** The pair has met, and a document that was taken in says so. */
const meetWithoutUs = (at: number): Promise<boolean> =>
  world().store.transact({ kind: "job", tenantId: localTenant.id, job: "import-programme" }, async (records) => {
    const [opener = "", booker = ""] = (await records.pairs.find(pairIdOf(at)))?.members ?? [];
    const slot = { startsAt: "2026-11-29T10:00:00Z", endsAt: "2026-11-29T11:00:00Z", stretch: null };
    const held = {
      ...untouched,
      pairId: pairIdOf(at),
      number: 1,
      status: "held",
      minutes: 60,
      opener,
      booker,
    } as const;
    return records.checkIns.save({
      ...held,
      id: randomUUID(),
      offered: [],
      slot,
      bookingId: null,
      event: null,
      version: 1,
    });
  });

/** Books the cohort, and waits until everything has come to its end. */
async function bookAll(): Promise<string> {
  const id = await begin();
  await steer(id, "confirm");
  await world().work();
  await world().pass({ seconds: 10 });
  return id;
}

/** How often each person has a check-in in the calendar. */
async function perMailbox(): Promise<readonly number[]> {
  const copies = await world().standing();
  return [...Map.groupBy(copies, (copy) => copy.mailbox).values()].map((own) => own.length);
}

describe("the preview of a cohort's booking", () => {
  it("[MANY-4] says of every pair who and when, and leaves every calendar as it is", async () => {
    const id = await begin();
    expect(await read(id)).toEqual({ status: "ready", can: 4 });
    const found = await rows(id);
    expect(found.map(({ names, reason }) => ({ names, reason }))).toEqual([
      { names: ["Ana Moreau", "Ben Okafor"], reason: null },
      { names: ["Chidi Lindqvist", "Dara Novak"], reason: null },
      { names: ["Gus Petersen", "Kemi Adeyemi"], reason: null },
      { names: ["Leo Bianchi", "Niko Virtanen"], reason: null },
    ]);
    for (const { startsAt } of found)
      expect(Date.parse(startsAt ?? "")).toBeGreaterThan(world().now().epochMilliseconds);
    expect(await world().outlook.copies()).toEqual([]);
    expect(world().told()).toEqual([]);
  });

  it("[MANY-4] says of a pair that can't be booked why", async () => {
    const stranger = { id: "0d000000-0000-4000-8000-000000000001", name: "Noor" };
    await world().take(
      programmeOf([...everyone, ["Hana", "Ivo"], ["Jun", "Mira"], [stranger, "Oona"], ["Paul", "Qi"]]),
    );
    await world().outlook.behave("Ivo", { hasMailbox: false });
    await world().outlook.behave("Mira", { scheduleError: "ErrorNoFreeBusyAccess" });
    await world().outlook.put("Qi", {
      subject: "Expedition",
      start: { dateTime: "2026-11-30T00:00:00", timeZone: "UTC" },
      end: { dateTime: "2027-02-28T00:00:00", timeZone: "UTC" },
    });
    const begun = await world().use.beginCohortBooking({ by: elif, cohortId });
    const asked = await world().use.askForCheckIn({ by: ana });
    if (!begun.ok || !asked.ok) throw new Error("That should have been possible.");
    const { id: checkInId, offered } = asked.value.checkIn;
    await world().use.bookCheckIn({ by: ana, checkInId, startsAt: offered[0]?.startsAt ?? "" });
    await world().work();
    const reasons = (await rows(begun.value.id)).map(({ names, reason, startsAt }) => [names[0], reason, startsAt]);
    expect(reasons.filter(([, reason]) => reason !== null)).toEqual([
      ["Ana Moreau", "already-booked", null],
      ["Hana Sato", "no-mailbox", null],
      ["Jun Tan", "calendar-unreadable", null],
      ["Noor", "outside-the-organisation", null],
      ["Paul Weber", "no-time-in-common", null],
    ]);
  });

  it("[MANY-9] waits for nobody's busy mailbox", async () => {
    const match = { pathIncludes: "/getSchedule", mailbox: "Ana" };
    await world().outlook.fault({ match, times: -1, kind: "status", status: 429, headers: { "Retry-After": "0.05" } });
    expect(await read(await begin())).toEqual({ status: "ready", can: 4 });
  });

  it("[MANY-1] can be thrown away, and another one begun", async () => {
    const id = await begin();
    await steer(id, "discard");
    expect(await world().use.readLatestCohortBooking({ by: elif, cohortId })).toEqual({
      ok: true,
      value: { booking: null },
    });
    await begin();
    expect(await world().outlook.copies()).toEqual([]);
  });

  it("[MANY-5] offers somebody who is in several pairs another hour for each", async () => {
    await world().take(programmeOf([...everyone, ["Ana", "Vera"], ["Ana", "Will"]]));
    const id = await bookAll();
    expect(await read(id)).toEqual({ status: "done", booked: 6 });
    const own = (await world().standing()).filter((copy) => copy.mailbox === ana.personId);
    expect(new Set(own.map((copy) => copy.startAt)).size).toBe(3);
  });
});

describe("somebody in several pairs", () => {
  it("[MANY-5] is never booked for two at one hour, whatever was found before", async () => {
    await world().take(programmeOf([...everyone, ["Ana", "Vera"]]));
    const id = await begin();
    await world().store.transact(
      { kind: "job", tenantId: localTenant.id, job: "preview-cohort-booking" },
      async (records) => {
        const found = await records.cohortBookings.takePairs(id, "can", 9);
        const slot = found.find(({ pairId }) => pairId === pairIdOf(0))?.slot ?? null;
        const second = found.filter(({ pairId }) => pairId === pairIdOf(4));
        await records.cohortBookings.savePairs(second.map((row) => ({ ...row, slot })));
      },
    );
    await steer(id, "confirm");
    await world().work();
    expect((await rows(id)).find(({ reason }) => reason !== null)).toMatchObject({
      names: ["Ana Moreau", "Vera Costa"],
      reason: "time-was-taken",
    });
    expect((await world().standing()).filter((copy) => copy.mailbox === ana.personId)).toHaveLength(1);
  });
});

describe("a confirmed booking", () => {
  it("[MANY-6] puts every pair's check-in once into both calendars, by whose turn it is, and tells everyone once", async () => {
    const id = await bookAll();
    expect(await read(id)).toEqual({ status: "done", booked: 4 });
    expect(await perMailbox()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    const organisers = (await world().standing()).filter((copy) => copy.role === "organizer");
    const expected = ["Ben", "Dara", "Kemi", "Niko"].map((name) => personOf(name).personId);
    expect(organisers.map((copy) => copy.mailbox).sort()).toEqual(expected.sort());
    expect(
      world()
        .told()
        .filter((one) => one.endsWith(": booked")),
    ).toHaveLength(8);
    const batches = (await world().outlook.requests()).filter(({ path }) => path.endsWith("/$batch"));
    expect(batches.length).toBeGreaterThan(0);
  });

  it("[MANY-7] is told in one message to whoever began it, also where that was done on the page", async () => {
    await bookAll();
    expect(
      world()
        .told()
        .filter((one) => one.startsWith("Elif")),
    ).toEqual(["Elif: cohort-booking"]);
    expect(
      world()
        .said()
        .find((one) => one.kind === "cohort-booking"),
    ).toMatchObject({
      booking: { status: "done" },
      counts: { booked: 4, can: 0 },
    });
  });

  it("[MANY-7] keeps the message that shows it up to date", async () => {
    const id = await begin();
    await world().use.rememberCohortBookingCard({ by: elif, cohortBookingId: id, activityId: "card-1" });
    await steer(id, "confirm");
    await world().work();
    await world().pass({ seconds: 10 });
    const shown = world()
      .said()
      .filter((one) => one.kind === "cohort-booking");
    expect(shown[0]).toMatchObject({ cardId: "card-1" });
    expect(shown.at(-1)).toMatchObject({ booking: { status: "done" }, counts: { booked: 4 } });
  });

  it("[MANY-2] rests where its coordinator pauses it, and goes on when told so", async () => {
    const id = await begin();
    await steer(id, "confirm");
    await steer(id, "pause");
    await world().work();
    expect(await read(id)).toEqual({ status: "paused", can: 4 });
    expect(await world().standing()).toEqual([]);
    await steer(id, "resume");
    await world().work();
    await world().pass({ seconds: 10 });
    expect(await read(id)).toEqual({ status: "done", booked: 4 });
    expect(await perMailbox()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it("[MANY-2] rests between two batches too, whatever is under way then comes to its end", async () => {
    // Every twenty-ninth of them lives in the same zone.
    const crowd = Array.from({ length: 100 }, (_, at) => [crowdMember(at + 1), crowdMember(at + 1 + 29 * 100)]);
    await world().take(programmeOf([...everyone, ...crowd]));
    const id = await begin();
    await steer(id, "confirm");
    let isPaused = false;
    world().disturb({
      calendar: {
        createEvents: async (bookings) => {
          if (!isPaused) await steer(id, "pause");
          isPaused = true;
          return world().calendar.createEvents(bookings);
        },
      },
    });
    await world().work();
    expect(await read(id)).toEqual({ status: "paused", booked: 100, can: 4 });
    await steer(id, "resume");
    await world().work();
    await world().pass({ seconds: 10 });
    expect(await read(id)).toEqual({ status: "done", booked: 104 });
    const counts = await perMailbox();
    expect([counts.length, Math.max(...counts)]).toEqual([208, 1]);
  });

  it.each(["before", "after"])(
    "[MANY-8] makes one event a pair though its process dies %s they were made",
    async (when) => {
      const id = await begin();
      await steer(id, "confirm");
      world().disturb({
        calendar: {
          createEvents: async (bookings) => {
            if (when === "after") await world().calendar.createEvents(bookings);
            throw new Died("kill -9");
          },
        },
      });
      await world().work();
      world().disturb({});
      expect(await read(id)).toEqual({ status: "running", booking: 4 });
      await world().pass({ seconds: 95 });
      await world().pass({ seconds: 35 });
      expect(await read(id)).toEqual({ status: "done", booked: 4 });
      expect(await perMailbox()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
      expect(
        world()
          .told()
          .filter((one) => one.endsWith(": booked")),
      ).toHaveLength(8);
    },
  );

  it("[MANY-9] holds no pair up for another whose mailbox is busy or refuses", async () => {
    const id = await begin();
    const match = { method: "POST", pathIncludes: "/events", mailbox: "Ben" };
    await world().outlook.fault({ match, times: 12, kind: "status", status: 429, headers: { "Retry-After": "0.05" } });
    await world().outlook.behave("Dara", { permissions: "read" });
    await steer(id, "confirm");
    await world().work();
    expect(await read(id)).toEqual({ status: "running", booked: 2, booking: 1, cannot: 1 });
    for (let tries = 0; tries < 4; tries += 1) await world().pass({ seconds: 35 });
    expect(await read(id)).toEqual({ status: "done", booked: 3, cannot: 1 });
    expect((await rows(id)).find(({ reason }) => reason !== null)).toMatchObject({
      names: ["Chidi Lindqvist", "Dara Novak"],
      reason: "outlook-refused",
    });
    expect(await perMailbox()).toEqual([1, 1, 1, 1, 1, 1]);
    expect(world().told()).not.toContain("Chidi: cannot-book");
    expect(await world().use.askForCheckIn({ by: personOf("Chidi") })).toMatchObject({ ok: true });
  });

  it("[MANY-9] books nothing over what came between, and over no calendar that has become unreadable", async () => {
    const id = await begin();
    const [first] = await rows(id);
    await world().outlook.put("Ana", {
      subject: "Dentist",
      start: { dateTime: first?.startsAt?.slice(0, 19), timeZone: "UTC" },
      end: { dateTime: first?.startsAt?.replace(/:\d\d:\d\dZ/, ":45:00"), timeZone: "UTC" },
    });
    await world().outlook.behave("Chidi", { scheduleError: "ErrorNoFreeBusyAccess" });
    await steer(id, "confirm");
    await world().work();
    expect((await rows(id)).slice(0, 2).map(({ reason }) => reason)).toEqual(["time-was-taken", "calendar-unreadable"]);
    expect((await world().standing()).map((copy) => copy.mailbox)).not.toContain(ben.personId);
    expect(await read(id)).toEqual({ status: "done", booked: 2, cannot: 2 });
  });

  it("[MANY-10] leaves a pair alone that has a check-in of its own by then", async () => {
    const id = await begin();
    const asked = await world().use.askForCheckIn({ by: ana });
    if (!asked.ok) throw new Error(asked.refusal);
    const { id: checkInId, offered } = asked.value.checkIn;
    await world().use.bookCheckIn({ by: ana, checkInId, startsAt: offered[2]?.startsAt ?? "" });
    await meetWithoutUs(1);
    await steer(id, "confirm");
    await world().work();
    await world().pass({ seconds: 10 });
    expect(await read(id)).toEqual({ status: "done", booked: 2, cannot: 2 });
    expect(await checkInsOf(1)).toHaveLength(1);
    expect((await checkInsOf(0)).map(({ id, status }) => ({ id, status }))).toEqual([
      { id: checkInId, status: "booked" },
    ]);
    await steer(id, "undo");
    await world().work();
    expect(await perMailbox()).toEqual([1, 1]);
  });

  it("[MANY-10] takes a pair's own wish further, and leaves it as it was where that can't be", async () => {
    const id = await begin();
    const asked = await world().use.askForCheckIn({ by: ana });
    if (!asked.ok) throw new Error(asked.refusal);
    await world().outlook.behave("Ben", { permissions: "read" });
    await steer(id, "confirm");
    await world().work();
    expect(await checkInsOf(0)).toMatchObject([
      { id: asked.value.checkIn.id, status: "asked", offered: asked.value.checkIn.offered, bookingId: null },
    ]);
    expect(await read(id)).toMatchObject({ status: "done", booked: 3, cannot: 1 });
  });
});

describe("a booking that is taken back", () => {
  it("[MANY-3] leaves nothing in any calendar, and says so to everyone it told", async () => {
    const id = await bookAll();
    world().told();
    await steer(id, "undo");
    await world().work();
    await world().pass({ seconds: 10 });
    expect(await read(id)).toEqual({ status: "undone", undone: 4 });
    expect(await world().standing()).toEqual([]);
    expect(
      world()
        .told()
        .filter((one) => one.endsWith(": cancelled")),
    ).toHaveLength(8);
    expect((await checkInsOf(0)).map(({ status, bookingId }) => ({ status, bookingId }))).toEqual([
      { status: "cancelled", bookingId: null },
    ]);
  });

  it("[MANY-3] takes back what is still on its way too", async () => {
    const id = await begin();
    await steer(id, "confirm");
    world().disturb({
      calendar: {
        createEvents: async (bookings) => {
          await world().calendar.createEvents(bookings);
          throw new Died("kill -9");
        },
      },
    });
    await world().work();
    world().disturb({});
    await steer(id, "undo");
    await world().work();
    for (let looks = 0; looks < 3; looks += 1) await world().pass({ seconds: 35 });
    expect(await read(id)).toEqual({ status: "undone", undone: 4 });
    expect(await world().standing()).toEqual([]);
  });

  it("[MANY-11] keeps a check-in that has begun, and what a pair has changed itself", async () => {
    const id = await bookAll();
    const [own] = await checkInsOf(1);
    await world().use.cancelCheckIn({ by: personOf("Chidi"), checkInId: own?.id ?? "" });
    await world().work();
    const [begun] = await checkInsOf(0);
    const others = (await rows(id)).filter(
      ({ startsAt }) => startsAt !== null && startsAt > (begun?.slot?.startsAt ?? ""),
    );
    await world().passTo(Temporal.Instant.from(begun?.slot?.startsAt ?? "").add({ minutes: 5 }));
    await steer(id, "undo");
    await world().work();
    await world().pass({ seconds: 10 });
    const found = await rows(id);
    expect(found[0]).toMatchObject({ status: "cannot", reason: "already-booked" });
    expect(found[1]).toMatchObject({ status: "cannot", reason: "undone-by-the-pair" });
    expect((await world().standing()).map((copy) => copy.mailbox)).toEqual(
      expect.arrayContaining([ana.personId, ben.personId]),
    );
    expect(found.filter(({ status }) => status === "undone")).toHaveLength(
      others.filter(({ names }) => names[0] !== "Chidi Lindqvist").length,
    );
  });
});

describe("who runs it", () => {
  it("[MANY-12] is one at a time: of two who begin at once the second is told so", async () => {
    const both = await Promise.all([0, 1].map(() => world().use.beginCohortBooking({ by: elif, cohortId })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both).toContainEqual(no("cohort-is-being-booked"));
    await world().work();
  });

  it("[MANY-12] books once, though it is confirmed twice at once", async () => {
    const id = await begin();
    await Promise.all([steer(id, "confirm"), steer(id, "confirm")]);
    await Promise.all([
      world().use.bookCohort({ tenantId: localTenant.id, cohortBookingId: id }),
      world().use.bookCohort({ tenantId: localTenant.id, cohortBookingId: id }),
    ]);
    await world().work();
    await world().pass({ seconds: 10 });
    expect(await read(id)).toEqual({ status: "done", booked: 4 });
    expect(await perMailbox()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it("[MANY-13] is nobody but the cohort's own coordinators, who see names and hours and no more", async () => {
    const other = programmeOf([["Paul", "Xenia"]], {
      id: "0b000000-0000-4000-8000-000000000002",
      coordinators: [zoe.personId],
    });
    const [cohort] = other.cohorts;
    const pairs = cohort?.pairs.map((pair) => ({ ...pair, id: pairIdOf(99) })) ?? [];
    await world().take({
      ...other,
      cohorts: [{ ...cohort, id: "0c000000-0000-4000-8000-000000000002", pairs }] as typeof other.cohorts,
    });
    const cohortBookingId = await begin();
    for (const [by, refusal] of [
      [zoe, "not-found"],
      [ana, "not-a-coordinator"],
    ] as const) {
      expect(await world().use.readCohortBooking({ by, cohortBookingId })).toEqual(no(refusal));
      expect(await world().use.listPairBookings({ by, cohortBookingId, limit: 9 })).toEqual(no(refusal));
      expect(await world().use.steerCohortBooking({ by, cohortBookingId, steer: "confirm" })).toEqual(no(refusal));
      expect(await world().use.readLatestCohortBooking({ by, cohortId })).toEqual(no(refusal));
      expect(await world().use.beginCohortBooking({ by, cohortId })).toEqual(no(refusal));
    }
    expect(Object.keys((await rows(cohortBookingId))[0] ?? {}).sort()).toEqual(
      ["names", "pairId", "reason", "startsAt", "status"].sort(),
    );
  });
});
