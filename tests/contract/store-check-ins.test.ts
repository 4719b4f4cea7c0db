import { beforeAll, describe, expect, it, vi } from "vitest";
import type { DuePair } from "../../bot/ports/rhythm-records.ts";
import type { Records } from "../../bot/ports.ts";
import type { Actor } from "../../shared/domain/access.ts";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import { serverForThisFile, type TestDatabase, type TestStore } from "../database.ts";
import {
  as,
  asJob,
  askedCheckIn,
  bookedCheckIn,
  heldCheckIn,
  laterSlot,
  plantWorld,
  reminderOfAna,
  slot,
  watchOfAna,
} from "./store-world.ts";

const server = serverForThisFile();
let database: TestDatabase;
let store: TestStore;

beforeAll(async () => {
  database = await server.create();
  store = database.openStore();
  await plantWorld(store);
});

const by = <T>(actor: Actor, work: (records: Records) => Promise<T>): Promise<T> => store.transact(actor, work);
const ana = as("ana");
const ben = as("ben");
const instant = (text: string) => Temporal.Instant.from(text);
const epoch = (text: string) => instant(text).epochMilliseconds;

describe("a check-in on its way", () => {
  const moving: CheckIn = {
    ...askedCheckIn,
    id: "moving",
    number: 7,
    status: "moving",
    slot,
    bookingId: "booking-7",
    event: { organiser: "dara", eventId: "event-7", iCalUId: "uid-7", joinUrl: null },
    move: { id: "move-7", slot: laterSlot, by: "dara" },
    declined: ["chidi"],
    guests: 2,
    appInChat: "refused",
    recordingOff: "done",
    cancelNote: null,
    settledBy: null,
  };

  it("comes back as it was saved, at its first version and at later ones", async () => {
    const cancelled: CheckIn = {
      ...moving,
      status: "cancelled",
      move: null,
      cancelNote: "See you in May.",
      version: 2,
    };
    const settled: CheckIn = { ...cancelled, status: "missed", cancelNote: null, settledBy: "chidi", version: 3 };
    for (const checkIn of [moving, cancelled, settled]) {
      expect(await by(as("dara"), ({ checkIns }) => checkIns.save(checkIn))).toBe(true);
      expect(await by(as("chidi"), ({ checkIns }) => checkIns.find("moving"))).toEqual(checkIn);
    }
  });

  it("is not the same move as another", async () => {
    const first = { ...moving, id: "first-move", number: 8, bookingId: "b-8", move: { ...laterMove, id: "once" } };
    const second = { ...moving, id: "second-move", number: 9, bookingId: "b-9", move: { ...laterMove, id: "once" } };
    const saved = await by(as("dara"), async ({ checkIns }) => [
      await checkIns.save(first),
      await checkIns.save(second),
    ]);
    expect(saved).toEqual([true, false]);
  });

  const laterMove = { slot: laterSlot, by: "dara" } as const;
});

describe("jobs find check-ins of every pair", () => {
  const saved = async ({ event, ...rest }: CheckIn) => {
    const checkIn: CheckIn = { ...rest, event: event && { ...event, iCalUId: `uid of ${rest.id}` } };
    expect(await by(asJob("book-cohort"), ({ checkIns }) => checkIns.save(checkIn))).toBe(true);
    return checkIn;
  };

  it("that stand in the calendars, by when they begin", async () => {
    const at = (hour: number) => ({ startsAt: `2028-01-0${hour}T10:00:00Z`, endsAt: `2028-01-0${hour}T11:00:00Z` });
    const one = (id: string, number: number, of: Partial<CheckIn>) =>
      saved({ ...bookedCheckIn, id, number, bookingId: id, slot: { ...at(2), stretch: null }, ...of });
    const standing = [
      await one("s-1", 21, {}),
      await one("s-2", 22, { status: "moving", move: { id: "m", slot, by: "ana" } }),
      await one("s-3", 23, { status: "needs-you" }),
    ];
    await one("s-4", 24, { status: "needs-you", event: null });
    await one("s-5", 25, { status: "booking", event: null });
    await one("s-6", 26, { status: "cancelled" });
    await one("s-7", 27, { slot: { ...at(3), stretch: null } });
    const interval = { start: epoch("2028-01-02T10:00:00Z"), end: epoch("2028-01-03T10:00:00Z") };
    const found = await by(asJob("keep-rhythm"), ({ checkIns }) => checkIns.standingBetween(interval));
    expect(found).toEqual(standing);
    expect(await by(asJob("sweep-mailboxes"), ({ mailboxes }) => mailboxes.withCheckIns(interval))).toEqual([
      "ana",
      "ben",
    ]);
  });

  it("[STORE-4] that owe the calendars something and that nobody touched since a moment", async () => {
    const owing = [
      await saved({ ...askedCheckIn, id: "o-1", number: 31, status: "booking", slot, bookingId: "o-1" }),
      await saved({ ...bookedCheckIn, id: "o-2", number: 32, status: "cancelled", bookingId: "o-2" }),
    ];
    await saved({ ...bookedCheckIn, id: "o-3", number: 33, status: "cancelled", bookingId: null, event: null });
    const ids = async (before: Temporal.Instant) =>
      (await by(asJob("keep-rhythm"), ({ checkIns }) => checkIns.owing(before)))
        .map((one) => one.id)
        .filter((id) => id.startsWith("o-"));
    const [now] = await database.look<{ now: string }>("select clock_timestamp()::text as now");
    const later = instant(String(now?.now).replace(" ", "T"));
    expect(await ids(later)).toEqual(owing.map((one) => one.id));
    expect(await ids(later.subtract({ hours: 1 }))).toEqual([]);
    await by(asJob("book-cohort"), ({ checkIns }) => checkIns.save({ ...askedCheckIn, ...owing[0], version: 2 }));
    expect(await ids(later)).toEqual(["o-2"]);
  });

  it("that were missed, though the next has the same number, and may then say that they met", async () => {
    const missed = await saved({ ...heldCheckIn, id: "was-missed", number: 41, status: "missed", bookingId: "wm" });
    await saved({ ...askedCheckIn, id: "next", pairId: "ana-ben", number: 41, opener: "ana", booker: "ben" });
    const held: CheckIn = { ...missed, status: "held", settledBy: "ana", version: 2 };
    expect(await by(ana, ({ checkIns }) => checkIns.save(held))).toBe(true);
  });
});

describe("[STORE-5] news of a check-in", () => {
  const moved = { kind: "moved", by: "ben", was: slot } as const;

  it("are counted from one, and come back oldest first", async () => {
    const added = await by(ben, ({ news }) => news.add("ana-ben-1", moved));
    expect(added).toEqual({ ...moved, number: 1 });
    await by(asJob("write-to-calendar"), ({ news }) =>
      news.add("ana-ben-1", { kind: "cancelled", by: null, was: null }),
    );
    expect(await by(ana, ({ news }) => news.ofCheckIn("ana-ben-1"))).toEqual([
      { ...moved, number: 1 },
      { kind: "cancelled", by: null, was: null, number: 2 },
    ]);
  });

  it("get numbers of their own when two happen at once", async () => {
    const [added, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = by(ana, async ({ news }) => {
      const { number } = await news.add("ana-ben-2", moved);
      added.resolve();
      await go.promise;
      return number;
    });
    await added.promise;
    const second = by(asJob("follow-check-in"), async ({ news }) => (await news.add("ana-ben-2", moved)).number);
    const blocked = "select from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'";
    await vi.waitFor(
      async () => {
        expect(await database.look(blocked, [database.name])).not.toEqual([]);
      },
      { timeout: 20_000, interval: 20 },
    );
    go.resolve();
    expect(await Promise.all([first, second])).toEqual([2, 3]);
  });
});

describe("[STORE-6] what the bot said by itself", () => {
  it("is claimed once for each person, kind and hour, however many try at once", async () => {
    const claim = { ...reminderOfAna, personId: "ben" };
    const tries = Array.from({ length: 4 }, () => by(asJob("tell-rhythm"), ({ rhythm }) => rhythm.claim(claim)));
    expect((await Promise.all(tries)).filter((claimed) => claimed)).toHaveLength(1);
    const others = await by(asJob("tell-rhythm"), async ({ rhythm }) => [
      await rhythm.claim({ ...claim, kind: "ten-minutes-before" }),
      await rhythm.claim({ ...claim, startsAt: "2027-04-08T10:00:00Z" }),
      await rhythm.claim({ ...claim, startsAt: "2027-04-08T10:00:00.000Z" }),
    ]);
    expect(others).toEqual([true, true, false]);
  });

  it("is claimed anew after it was given back", async () => {
    const again = await by(asJob("tell-rhythm"), async ({ rhythm }) => {
      await rhythm.release(reminderOfAna);
      return [await rhythm.claim(reminderOfAna), await rhythm.claim(reminderOfAna)];
    });
    expect(again).toEqual([true, false]);
    const kept = await by(asJob("keep-rhythm"), ({ rhythm }) => rhythm.ofCheckIns(["ana-ben-2", "nothing"]));
    expect(kept).toContainEqual(reminderOfAna);
    expect(await by(asJob("keep-rhythm"), ({ rhythm }) => rhythm.ofCheckIns([]))).toEqual([]);
  });
});

describe("pairs that are due their next check-in", () => {
  it("are those whose last one is over or has lapsed, in a cohort that runs, the longest due first", async () => {
    const fresh = await server.create();
    const world = fresh.openStore();
    await plantWorld(world);
    const dueAt = (now: string, today: string, after: DuePair | null = null, limit = 9) =>
      world.transact(asJob("keep-rhythm"), ({ rhythm }) => rhythm.duePairs(instant(now), today, { after, limit }));
    const without = async (now: string, today: string) => (await dueAt(now, today)).map(({ pairId }) => pairId);
    const cancel = (checkIn: CheckIn) =>
      world.transact(asJob("keep-rhythm"), ({ checkIns }) =>
        checkIns.save({ ...checkIn, status: "cancelled", version: 2 }),
      );
    expect(await without("2027-04-08T10:59:59Z", "2027-04-08")).toEqual([]);
    // A day after the end of the check-in that Ana and Ben booked and nobody settled.
    expect(await without("2027-04-08T11:00:00Z", "2027-04-08")).toEqual(["ana-ben"]);
    await cancel(askedCheckIn);
    expect(await without("2027-04-08T11:00:00Z", "2027-04-08")).toEqual(["chidi-dara", "ana-ben"]);
    const first = await dueAt("2027-04-08T11:00:00Z", "2027-04-08", null, 1);
    expect(first).toEqual([{ pairId: "chidi-dara", since: "2027-03-08T00:00:00Z" }]);
    // Seventeen days after the last one held: a cadence of twenty-eight, less the search and the notice.
    const second = await dueAt("2027-04-08T11:00:00Z", "2027-04-08", first[0], 1);
    expect(second).toEqual([{ pairId: "ana-ben", since: "2027-03-27T10:00:00Z" }]);
    expect(await dueAt("2027-04-08T11:00:00Z", "2027-04-08", second[0], 1)).toEqual([]);
    expect(await without("2027-04-08T11:00:00Z", "2027-02-28")).toEqual([]);
    expect(await without("2027-04-08T11:00:00Z", "2027-09-02")).toEqual([]);
    await fresh.look("update app.pair set status = 'paused' where id = 'ana-ben'");
    expect(await without("2027-04-08T11:00:00Z", "2027-04-08")).toEqual(["chidi-dara"]);
  });

  it("wait as long after one that somebody called off, and are left alone where that had no hour yet", async () => {
    const fresh = await server.create();
    const world = fresh.openStore();
    await plantWorld(world);
    const calledOff = { ...bookedCheckIn, status: "cancelled", settledBy: "ana", version: 2 } as const;
    const turnedDown = { ...askedCheckIn, status: "cancelled", settledBy: "dara", version: 2 } as const;
    const due = (now: string) =>
      world.transact(asJob("keep-rhythm"), async ({ checkIns, rhythm }) => {
        await checkIns.save(calledOff);
        await checkIns.save(turnedDown);
        return rhythm.duePairs(instant(now), "2027-04-24", { after: null, limit: 9 });
      });
    expect(await due("2027-04-24T09:59:59Z")).toEqual([]);
    expect(await due("2027-04-24T10:00:00Z")).toEqual([{ pairId: "ana-ben", since: "2027-04-24T10:00:00Z" }]);
  });

  it("are found by no other job", async () => {
    const found = by(asJob("take-notices"), ({ rhythm }) =>
      rhythm.duePairs(instant("2029-01-01T00:00:00Z"), "2027-04-08", { after: null, limit: 9 }),
    );
    expect(await found).toEqual([]);
  });
});

describe("mailboxes that we listen to", () => {
  const listening = asJob("watch-mailbox");

  it("are found by person and by subscription, and change as a whole", async () => {
    const bare = { ...watchOfAna, subscription: null, deltaLink: null, deltaUntil: null };
    const found = await by(listening, async ({ mailboxes }) => [
      await mailboxes.find("ana"),
      await mailboxes.bySubscription("subscription-1"),
      await mailboxes.bySubscription("another"),
      await mailboxes.find("ben"),
      await mailboxes.save(bare).then(() => mailboxes.find("ana")),
      await mailboxes.forget("ana").then(() => mailboxes.find("ana")),
    ]);
    expect(found).toEqual([watchOfAna, watchOfAna, null, null, bare, null]);
  });

  it("tell by an event's id in them, or by the id that all copies share, which check-in is meant", async () => {
    const found = await by(asJob("take-notices"), async ({ mailboxes }) => [
      await mailboxes.checkInOf("ben", "event-2-at-ben"),
      await mailboxes.checkInOf("ana", "event-2-at-ben"),
      await mailboxes.checkInByICalUId("uid-2"),
      await mailboxes.checkInByICalUId("uid-of-no-check-in"),
    ]);
    expect(found).toEqual(["ana-ben-2", null, "ana-ben-2", null]);
    await by(listening, ({ mailboxes }) => mailboxes.saveCopy("ana-ben-2", "ben", "event-2-moved-house"));
    const moved = await by(listening, async ({ mailboxes }) => [
      await mailboxes.checkInOf("ben", "event-2-at-ben"),
      await mailboxes.checkInOf("ben", "event-2-moved-house"),
    ]);
    expect(moved).toEqual([null, "ana-ben-2"]);
  });
});

describe("leave to a calendar", () => {
  it("is given, renewed by a job, and taken back for good", async () => {
    const keeping = asJob("keep-connection");
    expect(await by(keeping, ({ grants }) => grants.find("ana"))).toEqual({
      refreshToken: "a token of Ana's",
      state: "works",
    });
    const renewed = { refreshToken: "a newer token", state: "broken" } as const;
    await by(keeping, ({ grants }) => grants.save("ana", renewed));
    expect(await by(ana, ({ grants }) => grants.find("ana"))).toEqual(renewed);
    await by(ana, ({ grants }) => grants.erase("ana"));
    await by(keeping, ({ grants }) => grants.save("ana", renewed));
    expect(await by(keeping, ({ grants }) => grants.find("ana"))).toBeNull();
  });
});
