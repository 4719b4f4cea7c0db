import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { MessengerAway } from "../../bot/ports/messenger.ts";
import { type CheckIn, untouched } from "../../shared/domain/check-in.ts";
import type { Person } from "../../shared/domain/person.ts";
import { cohortWorldForThisFile, monday, pairIdOf, personOf, programmeOf } from "./cohort-booking-world.ts";

const world = cohortWorldForThisFile();
const [ana, will] = [personOf("Ana"), personOf("Will")];
const { tenantId } = ana;

beforeEach(() => world().take(programmeOf([["Ana", "Will"]])));

const checkIns = (): Promise<readonly CheckIn[]> =>
  world().store.transact({ kind: "job", tenantId, job: "keep-rhythm" }, (records) =>
    records.checkIns.ofPair(pairIdOf(0)),
  );

/** Keeps the rhythm as every minute does, and performs what that brings. @returns what was told. */
async function minute(): Promise<readonly string[]> {
  await world().use.keepRhythm({ tenantId });
  await world().work();
  return world().told();
}

const at = async (moment: string | Temporal.Instant): Promise<readonly string[]> => {
  await world().passTo(moment);
  return minute();
};

/** Ana's check-in with Will, booked; both live in London. */
async function book(): Promise<CheckIn & { readonly slot: NonNullable<CheckIn["slot"]> }> {
  const asked = await world().use.askForCheckIn({ by: ana });
  if (!asked.ok) throw new Error(asked.refusal);
  const { id: checkInId, offered } = asked.value.checkIn;
  await world().use.bookCheckIn({ by: ana, checkInId, startsAt: offered[1]?.startsAt ?? "" });
  await world().work();
  world().told();
  const booked = (await checkIns()).at(-1);
  if (!booked?.slot) throw new Error("Nothing was booked.");
  return { ...booked, slot: booked.slot };
}

const before = (slot: { readonly startsAt: string }, time: Temporal.DurationLike) =>
  Temporal.Instant.from(slot.startsAt).subtract(time);
const after = (slot: { readonly endsAt: string }, time: Temporal.DurationLike) =>
  Temporal.Instant.from(slot.endsAt).add(time);

describe("reminders", () => {
  it("[RHYTHM-7] come to each of the pair a day before and ten minutes before, once, however often it is looked", async () => {
    const { slot } = await book();
    expect(await at(before(slot, { hours: 24, minutes: 1 }))).toEqual([]);
    expect(await at(before(slot, { hours: 23, minutes: 59 }))).toEqual(["Ana: day-before", "Will: day-before"]);
    expect(await minute()).toEqual([]);
    expect(await at(before(slot, { hours: 22 }))).toEqual([]);
    expect(await at(before(slot, { minutes: 10 }))).toEqual(["Ana: ten-minutes-before", "Will: ten-minutes-before"]);
    expect(await at(before(slot, { minutes: 9 }))).toEqual([]);
  });

  it("[RHYTHM-7] come once too where two processes look at the same moment and a job is repeated", async () => {
    const { id: checkInId, slot } = await book();
    await world().passTo(before(slot, { minutes: 9 }));
    await Promise.all([world().use.keepRhythm({ tenantId }), world().use.keepRhythm({ tenantId })]);
    const said = {
      tenantId,
      checkInId,
      personId: ana.personId,
      kind: "ten-minutes-before",
      startsAt: slot.startsAt,
    } as const;
    await Promise.all([world().use.tellRhythm(said), world().use.tellRhythm(said)]);
    await world().work();
    expect(world().told()).toEqual(["Ana: ten-minutes-before", "Will: ten-minutes-before"]);
  });

  it("[RHYTHM-8] come again for the hour that a check-in was moved to, and not for the one it left", async () => {
    const { id: checkInId, slot } = await book();
    await at(before(slot, { hours: 23 }));
    const asked = await world().use.askForCheckIn({ by: will, move: true });
    if (!asked.ok) throw new Error(asked.refusal);
    const later = asked.value.checkIn.offered.at(-1)?.startsAt ?? "";
    expect(await world().use.bookCheckIn({ by: will, checkInId, startsAt: later })).toMatchObject({ ok: true });
    await world().work();
    world().told();
    expect(await at(before(slot, { minutes: 10 }))).toEqual([]);
    expect(await at(before({ startsAt: later }, { hours: 23 }))).toEqual(["Ana: day-before", "Will: day-before"]);
  });

  it("[RHYTHM-3] are not sent for a check-in that was cancelled, not even when they were queued already", async () => {
    const { id: checkInId, slot } = await book();
    await world().passTo(before(slot, { minutes: 9 }));
    await world().use.keepRhythm({ tenantId });
    await world().use.cancelCheckIn({ by: ana, checkInId });
    await world().work();
    expect(world().told()).toEqual(["Ana: cancelled", "Will: cancelled"]);
    expect(await minute()).toEqual([]);
  });

  it("[RHYTHM-5] wait for the morning of whoever has a quiet hour", async () => {
    await world().take(
      programmeOf([
        ["Ana", "Will"],
        ["Vera", "Mira"],
      ]),
    );
    const asked = await world().use.askForCheckIn({ by: personOf("Vera") });
    if (!asked.ok) throw new Error(asked.refusal);
    const { id: checkInId, offered } = asked.value.checkIn;
    const startsAt = offered.find((one) => hourOf(one.startsAt, "Asia/Kolkata") >= 15)?.startsAt ?? "";
    await world().use.bookCheckIn({ by: personOf("Vera"), checkInId, startsAt });
    await world().work();
    world().told();
    const evening = Temporal.Instant.from(startsAt)
      .toZonedDateTimeISO("Asia/Kolkata")
      .subtract({ days: 1 })
      .with({ hour: 19, minute: 30 });
    const told = await at(evening.toInstant());
    expect(told.filter((one) => one.startsWith("Mira"))).toEqual([]);
    const morning = evening.add({ days: 1 }).with({ hour: 8, minute: 0 });
    expect(await at(morning.toInstant())).toContain("Mira: day-before");
  });
});

const hourOf = (instant: string, zone: string): number => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).hour;

describe("the question how it went", () => {
  it("[RHYTHM-4] is asked once of each, after the end", async () => {
    const { slot } = await book();
    await at(before(slot, { minutes: 5 }));
    expect(await at(before({ startsAt: slot.endsAt }, { minutes: 1 }))).toEqual([]);
    expect(await at(slot.endsAt)).toEqual(["Ana: how-it-went", "Will: how-it-went"]);
    expect(await at(after(slot, { minutes: 1 }))).toEqual([]);
  });

  it("[RHYTHM-4] is not asked of anybody once one of them has answered", async () => {
    const { id: checkInId, slot } = await book();
    await at(before(slot, { minutes: 5 }));
    await world().passTo(after(slot, { minutes: 1 }));
    await world().use.answerCheckIn({ by: will, checkInId, met: true });
    expect((await minute()).filter((one) => one.endsWith("how-it-went"))).toEqual([]);
  });
});

describe("a message that may have arrived", () => {
  it.each([
    [false, []],
    [true, ["Ana: ten-minutes-before", "Will: ten-minutes-before"]],
  ])("[RHYTHM-9] is said again only where it is sure that it did not (sure: %s)", async (isSure, again) => {
    const { slot } = await book();
    world().disturb({
      messenger: { tell: () => Promise.reject(new MessengerAway("Teams is away.", { isSure })), greet: async () => {} },
    });
    expect(await at(before(slot, { minutes: 10 }))).toEqual([]);
    world().disturb({});
    expect(await at(before(slot, { minutes: 9 }))).toEqual(again);
    expect(await at(before(slot, { minutes: 8 }))).toEqual([]);
  });
});

describe("the next check-in", () => {
  const weekLater = monday.add({ hours: 24 * 7 });

  it("[RHYTHM-6] leaves the first one to the pair and the coordinator for a week, then offers it to whoever books, once", async () => {
    expect(await at(monday.add({ hours: 24 * 5 }))).toEqual([]);
    expect(await checkIns()).toEqual([]);
    expect(await at(weekLater)).toEqual(["Will: slots-offered"]);
    expect(await checkIns()).toMatchObject([
      { status: "asked", number: 1, opener: ana.personId, booker: will.personId },
    ]);
    expect(await minute()).toEqual([]);
    expect(await at(weekLater.add({ hours: 24 * 3 }))).toEqual([]);
  });

  it("[RHYTHM-6] is offered once at the pair's cadence after the last one held, to the other partner", async () => {
    const { id: checkInId, slot } = await book();
    await world().passTo(after(slot, { minutes: 5 }));
    await world().use.answerCheckIn({ by: ana, checkInId, met: true });
    await world().work();
    world().told();
    const due = Temporal.Instant.from(slot.startsAt).add({ hours: 24 * (28 - 11) });
    expect(await at(due.subtract({ minutes: 5 }))).toEqual([]);
    expect(await at(noonFrom(due))).toEqual(["Will: slots-offered"]);
    expect(await minute()).toEqual([]);
  });

  it("[RHYTHM-10] is not pressed on a pair that has just called one off", async () => {
    const { id: checkInId, slot } = await book();
    await world().use.cancelCheckIn({ by: ana, checkInId });
    await world().work();
    world().told();
    expect(await at(weekLater)).toEqual([]);
    const due = Temporal.Instant.from(slot.startsAt).add({ hours: 24 * (28 - 11) });
    expect(await at(noonFrom(due))).toEqual(["Will: slots-offered"]);
    const wish = (await checkIns()).at(-1);
    await world().use.cancelCheckIn({ by: will, checkInId: wish?.id ?? "" });
    await world().work();
    world().told();
    expect(await at(noonFrom(due).add({ hours: 24 * 30 }))).toEqual([]);
  });

  it("[RHYTHM-6] is offered too where nobody ever said whether the last one was held", async () => {
    const { id, slot } = await book();
    await at(before(slot, { minutes: 5 }));
    await at(slot.endsAt);
    expect(
      (await at(noonFrom(after(slot, { hours: 24 * 8 })))).filter((one) => one.endsWith("slots-offered")),
    ).toHaveLength(1);
    expect((await checkIns()).map(({ status }) => status).sort()).toEqual(["asked", "missed"]);
    expect((await checkIns()).find((one) => one.id === id)).toMatchObject({ status: "missed", settledBy: null });
  });

  it("[RHYTHM-11] reaches a pair behind more than a hundred that turned it down and as many that are asleep", async () => {
    const others = Array.from({ length: 220 }, (_, at) => strangers(at));
    await world().take(programmeOf([["Ana", "Will"], ...others, ["Vera", "Mira"]]));
    await world().store.transact({ kind: "job", tenantId, job: "import-programme" }, async (records) => {
      for (const [at, pair] of others.entries())
        if (at < 110) await records.checkIns.save(turnedDown(pairIdOf(at + 1), pair[0].id));
        else for (const { id, name } of pair) await records.people.save(inAuckland(id, name));
    });
    expect(await at(weekLater)).toEqual(["Mira: slots-offered", "Will: slots-offered"]);
  });

  it("[RHYTHM-5] is not offered in a quiet hour", async () => {
    expect(await at("2026-12-07T20:00:00Z")).toEqual([]);
    expect(await at("2026-12-08T08:00:00Z")).toEqual(["Will: slots-offered"]);
  });
});

/** Two people whom no directory knows. */
const strangers = (at: number) =>
  [2 * at, 2 * at + 1].map((one) => ({
    id: `0d000000-0000-4000-8000-${String(one).padStart(12, "0")}`,
    name: `Stranger ${one}`,
  })) as [Stranger, Stranger];

interface Stranger {
  readonly id: string;
  readonly name: string;
}

/** The wish of that pair, which one of them let go before it had an hour. */
const turnedDown = (pairId: string, by: string): CheckIn => ({
  ...untouched,
  id: randomUUID(),
  pairId,
  number: 1,
  status: "cancelled",
  minutes: 60,
  opener: by,
  booker: by,
  offered: [],
  slot: null,
  bookingId: null,
  event: null,
  settledBy: by,
  version: 1,
});

const inAuckland = (id: string, name: string): Person => ({
  tenantId,
  id,
  name,
  fullName: name,
  locale: "en-NZ",
  timeZone: "Pacific/Auckland",
});

/** The next noon in London that is a weekday. */
function noonFrom(moment: Temporal.Instant): Temporal.Instant {
  let day = moment.toZonedDateTimeISO("Europe/London").add({ days: 1 }).with({ hour: 12, minute: 0 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day.toInstant();
}
