import { beforeEach, describe, expect, it } from "vitest";
import type { Records } from "../../bot/ports.ts";
import type { Actor } from "../../shared/domain/access.ts";
import { type PairBooking, withStatus } from "../../shared/domain/cohort-booking.ts";
import { serverForThisFile, type TestStore } from "../database.ts";
import { as, asJob, askedCheckIn, laterSlot, plantWorld, springBooking } from "./store-world.ts";

const server = serverForThisFile();
let store: TestStore;

beforeEach(async () => {
  store = (await server.create()).openStore();
  await plantWorld(store);
});

const by = <T>(actor: Actor, work: (records: Records) => Promise<T>): Promise<T> => store.transact(actor, work);
const elif = as("elif", "coordinator");
const booking = asJob("book-cohort");
const previewing = asJob("preview-cohort-booking");
const page = (status: PairBooking["status"] | null, after: string | null, limit = 9) =>
  by(elif, ({ cohortBookings }) => cohortBookings.page("spring-booking", { status, after, limit }));
const row = (pairId: string, of: Partial<PairBooking> = {}): PairBooking => ({
  cohortBookingId: "spring-booking",
  pairId,
  status: "looking",
  slot: null,
  checkInId: null,
  reason: null,
  ...of,
});

describe("a booking for a cohort", () => {
  it("comes back as it was saved, and a version that was passed is told so", async () => {
    expect(await by(elif, ({ cohortBookings }) => cohortBookings.find("spring-booking"))).toEqual(springBooking);
    const ready = withStatus(springBooking, "ready");
    const saves = await by(previewing, async ({ cohortBookings }) => [
      await cohortBookings.findForChange("spring-booking"),
      await cohortBookings.save(ready),
      await cohortBookings.save(ready),
    ]);
    expect(saves).toEqual([springBooking, true, false]);
    expect(await by(elif, ({ cohortBookings }) => cohortBookings.latestOf("spring"))).toEqual(ready);
  });

  it("[STORE-7] is the only one of its cohort until it is over, also when an old one is taken back", async () => {
    const next = { ...springBooking, id: "next-booking" };
    const saved = await by(elif, async ({ cohortBookings }) => [
      await cohortBookings.save(next),
      await cohortBookings.save(withStatus(springBooking, "done")),
      await cohortBookings.save(next),
      await cohortBookings.save(withStatus(withStatus(springBooking, "done"), "undoing")),
      (await cohortBookings.latestOf("spring"))?.id,
    ]);
    expect(saved).toEqual([false, true, true, false, "next-booking"]);
  });

  it("[STORE-7] is the only one when two are begun at the same moment", async () => {
    await by(elif, ({ cohortBookings }) => cohortBookings.save(withStatus(springBooking, "done")));
    const undoing = withStatus(withStatus(springBooking, "done"), "undoing");
    const saves = await Promise.all([
      by(elif, ({ cohortBookings }) => cohortBookings.save({ ...springBooking, id: "one" })),
      by(elif, ({ cohortBookings }) => cohortBookings.save({ ...springBooking, id: "two" })),
      by(elif, ({ cohortBookings }) => cohortBookings.save(undoing)),
    ]);
    expect(saves.filter((saved) => saved)).toHaveLength(1);
  });

  it("remembers the message that shows it", async () => {
    await by(elif, ({ cohortBookings }) => cohortBookings.saveCard("spring-booking", "card-1"));
    await by(asJob("tell-cohort-booking"), ({ cohortBookings }) => cohortBookings.saveCard("spring-booking", "card-2"));
    expect(await by(elif, ({ cohortBookings }) => cohortBookings.cardOf("spring-booking"))).toBe("card-2");
    expect(await by(elif, ({ cohortBookings }) => cohortBookings.cardOf("another"))).toBeNull();
  });
});

describe("its pairs", () => {
  it("are those that meet and have none held or on its way, added once: a mere wish doesn't count", async () => {
    expect(await by(elif, ({ cohortBookings }) => cohortBookings.addPairs("spring-booking"))).toBe(2);
    const next = { ...springBooking, id: "next-booking" };
    await by(elif, ({ cohortBookings }) => cohortBookings.save(withStatus(springBooking, "discarded")));
    await by(elif, ({ cohortBookings }) => cohortBookings.save(next));
    const chosen = { ...askedCheckIn, status: "booking", slot: laterSlot, bookingId: "chosen", version: 2 } as const;
    await by(booking, ({ checkIns }) => checkIns.save(chosen));
    expect(await by(elif, ({ cohortBookings }) => cohortBookings.addPairs("next-booking"))).toBe(0);
    await by(booking, ({ checkIns }) => checkIns.save({ ...chosen, status: "needs-you", version: 3 }));
    expect(await by(previewing, ({ cohortBookings }) => cohortBookings.addPairs("next-booking"))).toBe(1);
    expect(
      await by(previewing, ({ cohortBookings }) => cohortBookings.takePairs("next-booking", "looking", 9)),
    ).toEqual([row("chidi-dara", { cohortBookingId: "next-booking" })]);
  });

  it("are saved together, counted, and found by their check-in", async () => {
    const booked = row("chidi-dara", { status: "booked", slot: laterSlot, checkInId: "chidi-dara-1" });
    const cannot = row("ana-ben", { status: "cannot", reason: "no-time-in-common" });
    await by(previewing, ({ cohortBookings }) => cohortBookings.savePairs([booked, cannot]));
    await by(previewing, ({ cohortBookings }) => cohortBookings.savePairs([]));
    for (const actor of [elif, booking, asJob("tell-cohort-booking")])
      expect(await by(actor, ({ cohortBookings }) => cohortBookings.counts("spring-booking"))).toEqual({
        ...{ looking: 0, can: 0, booking: 0, undoing: 0, undone: 0 },
        ...{ booked: 1, cannot: 1 },
      });
    for (const actor of [asJob("write-to-calendar"), asJob("follow-check-in")])
      expect(await by(actor, ({ cohortBookings }) => cohortBookings.ofCheckIn("chidi-dara-1"))).toEqual(booked);
    expect(await by(booking, ({ cohortBookings }) => cohortBookings.takePairs("spring-booking", "cannot", 9))).toEqual([
      cannot,
    ]);
  });

  it("are taken by one process at a time, without waiting for each other", async () => {
    const [taken, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = by(booking, async ({ cohortBookings }) => {
      const rows = await cohortBookings.takePairs("spring-booking", "looking", 1);
      taken.resolve();
      await go.promise;
      return rows;
    });
    await taken.promise;
    const second = await by(booking, ({ cohortBookings }) => cohortBookings.takePairs("spring-booking", "looking", 9));
    go.resolve();
    expect([await first, second]).toEqual([[row("ana-ben")], [row("chidi-dara")]]);
  });

  it("are listed for the coordinator by the first member's name, page by page", async () => {
    const able = row("chidi-dara", { status: "can", slot: laterSlot });
    await by(previewing, ({ cohortBookings }) => cohortBookings.savePairs([able]));
    const anaAndBen = {
      ...{ pairId: "ana-ben", names: ["Ana of 1", "Ben of 1"] },
      ...{ status: "looking", startsAt: null, reason: null },
    };
    const chidiAndDara = {
      ...{ pairId: "chidi-dara", names: ["Chidi of 1", "Dara of 1"] },
      ...{ status: "can", startsAt: laterSlot.startsAt, reason: null },
    };
    expect(await page(null, null)).toEqual([anaAndBen, chidiAndDara]);
    expect(await page(null, null, 1)).toEqual([anaAndBen]);
    expect(await page(null, "ana-ben")).toEqual([chidiAndDara]);
    expect(await page("can", null)).toEqual([chidiAndDara]);
    expect(await page("can", "ana-ben")).toEqual([chidiAndDara]);
    expect(await page("can", "chidi-dara")).toEqual([]);
    expect(await page("booked", null)).toEqual([]);
  });
});
