import { beforeEach, describe, expect, it } from "vitest";
import { localPerson, localTenant } from "../../local/identities.ts";
import { seedDocument } from "../../local/seed.ts";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import { checkInWorldForThisFile, copyIdOf, personOf } from "./check-in-world.ts";

const world = checkInWorldForThisFile();
const [ana, ben, chidi, dara] = [personOf("Ana"), personOf("Ben"), personOf("Chidi"), personOf("Dara")];
const no = (refusal: string) => ({ ok: false, refusal });
const later = { cohort: "5eed0002-0000-4000-8000-000000000007", pair: "5eed0003-0000-4000-8000-000000000077" };

/** A second cohort with one more pair. */
async function pairUp(names: readonly string[], status: "meeting" | "ended" = "meeting"): Promise<void> {
  const file = seedDocument(new Date(world().now().epochMilliseconds));
  const cohorts = file.cohorts.slice(0, 1).map((cohort) => ({
    ...cohort,
    id: later.cohort,
    name: "A later one",
    pairs: [
      {
        id: later.pair,
        members: names.map((name) => localPerson(name).oid),
        status,
        agreementLines: [],
        checkIns: [],
        goals: [],
        entries: [],
      },
    ],
  }));
  await world().use.importProgramme({ tenantId: localTenant.id, file: { ...file, cohorts } });
}

async function bookIn(pairId: string | undefined, by = ana): Promise<CheckIn> {
  const asked = await world().use.askForCheckIn({ by, pairId });
  if (!asked.ok) throw new Error(asked.refusal);
  const { id: checkInId, offered } = asked.value.checkIn;
  await world().use.bookCheckIn({ by, checkInId, startsAt: offered[0]?.startsAt ?? "" });
  await world().work();
  await world().pass({ seconds: 6 });
  world().news();
  return read(checkInId, by);
}

async function read(checkInId: string, by = ana): Promise<CheckIn> {
  const found = await world().use.readCheckIn({ by, checkInId });
  if (!found.ok) throw new Error(found.refusal);
  return found.value.checkIn;
}

describe("somebody in two pairs", () => {
  const older = async () => {
    const next = await world().use.readNextCheckIn({ by: ben });
    return next.ok ? next.value.pair.id : "";
  };

  it("[BOT-18] reads a check-in in its own pair, whichever is the newest", async () => {
    const first = await bookIn(undefined);
    await pairUp(["Ana", "Dara"]);
    expect(await world().use.readCheckIn({ by: ana, checkInId: first.id })).toMatchObject({
      value: { checkIn: { id: first.id }, partners: [{ name: "Ben" }] },
    });
    expect(await world().use.readCheckIn({ by: dara, checkInId: first.id })).toEqual(no("not-found"));
  });

  it("[BOT-18] has a next check-in in each, by name of the pair, and without one in the newest that meets", async () => {
    const first = await bookIn(undefined);
    await pairUp(["Ana", "Dara"]);
    const next = (pairId?: string) => world().use.readNextCheckIn({ by: ana, pairId });
    expect(await next(await older())).toMatchObject({
      value: { checkIn: { id: first.id }, partners: [{ name: "Ben" }] },
    });
    expect(await next()).toMatchObject({ value: { checkIn: null, partners: [{ name: "Dara" }] } });
    expect(await world().use.readNextCheckIn({ by: chidi, pairId: await older() })).toEqual(no("not-in-a-pair"));
  });

  it("[BOT-18] means the pair that meets where the newer one has ended", async () => {
    await pairUp(["Ana", "Dara"], "ended");
    expect(await world().use.readNextCheckIn({ by: ana })).toMatchObject({ value: { partners: [{ name: "Ben" }] } });
    expect(await world().use.listPartners({ by: ana })).toEqual([
      { name: "Ben", pairId: await older() },
      { name: "Dara", pairId: later.pair },
    ]);
  });
});

describe("a trio", () => {
  const everyone = [ana, ben, chidi];
  const copiesOf = async (checkIn: CheckIn) =>
    (await world().standing())
      .filter(({ iCalUId }) => iCalUId === checkIn.event?.iCalUId)
      .map(({ mailbox }) => mailbox);
  const told = (kind: string) => ["Ana", "Ben", "Chidi"].map((name) => `${name}: ${kind}`);

  beforeEach(async () => {
    await pairUp(["Ana", "Ben", "Chidi"]);
  });

  it("[BOOK-20] is booked, moved, declined by one and cancelled in all three calendars, and all three are told", async () => {
    const asked = await world().use.askForCheckIn({ by: ana, pairId: later.pair });
    if (!asked.ok) throw new Error(asked.refusal);
    const { id: checkInId, minutes, offered } = asked.value.checkIn;
    expect({ minutes, times: offered.length }).toEqual({ minutes: 75, times: 3 });
    await world().use.bookCheckIn({ by: ana, checkInId, startsAt: offered[0]?.startsAt ?? "" });
    await world().work();
    await world().pass({ seconds: 6 });
    expect(world().news()).toEqual(told("booked"));
    const booked = await read(checkInId);
    expect((await copiesOf(booked)).toSorted()).toEqual(everyone.map(({ personId }) => personId).toSorted());

    const other = await world().use.askForCheckIn({ by: chidi, pairId: later.pair, move: true });
    const to = other.ok ? other.value.checkIn.offered[0]?.startsAt : undefined;
    await world().use.bookCheckIn({ by: chidi, checkInId, startsAt: to ?? "" });
    await world().work();
    await world().pass({ seconds: 6 });
    expect(world().news()).toEqual(told("moved"));
    expect(await read(checkInId)).toMatchObject({ status: "booked", slot: { startsAt: to }, event: booked.event });

    await world().outlook.act("Ben", await copyIdOf(world(), "Ben"), "decline");
    await world().use.followCheckIn({ tenantId: localTenant.id, checkInId });
    await world().work();
    expect(world().news()).toEqual(told("declined-in-outlook"));
    expect(await read(checkInId)).toMatchObject({ status: "needs-you", declined: [ben.personId] });

    await world().use.cancelCheckIn({ by: ben, checkInId });
    await world().work();
    expect(world().news()).toEqual(told("cancelled"));
    expect(await read(checkInId)).toMatchObject({ status: "cancelled", bookingId: null });
    expect(await world().standing()).toEqual([]);
  });

  it("[TURN-4] [TURN-5] opens and books in turn, all three, and says whose turn comes after", async () => {
    const turns: string[] = [];
    const nameOf = (id: string | null) => everyone.findIndex(({ personId }) => personId === id);
    for (const _ of [1, 2, 3, 4]) {
      const asked = await world().use.askForCheckIn({ by: ana, pairId: later.pair });
      if (!asked.ok) throw new Error(asked.refusal);
      const { opener, booker } = asked.value.checkIn;
      turns.push([opener, booker, asked.value.bookerAfter].map(nameOf).join());
      const { id, slot } = await bookIn(later.pair, everyone[nameOf(booker)]);
      const end = Temporal.Instant.from(slot?.endsAt ?? "");
      await world().pass({ hours: Math.ceil(world().now().until(end).total("hours")) });
      await world().use.answerCheckIn({ by: chidi, checkInId: id, met: true });
    }
    expect(turns).toEqual(["0,1,2", "1,2,0", "2,0,1", "0,1,2"]);
  });
});
