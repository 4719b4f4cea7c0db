import { describe, expect, it } from "vitest";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { booked } from "../../../shared/domain/check-in-fixture.ts";
import type { JobRequest } from "../../ports/job-request.ts";
import type { Records, Store } from "../../ports.ts";
import { sweepMailboxes } from "./sweep-mailboxes.ts";

const noon = Temporal.Instant.from("2026-11-23T12:00:00Z");

interface Queued {
  readonly job: JobRequest;
  readonly afterMs: number;
}

/** One round over so many mailboxes and these check-ins. */
async function round(
  now: Temporal.Instant,
  mailboxes: number,
  standing: readonly CheckIn[],
  owedSince: ReadonlyMap<CheckIn, Temporal.Instant> = new Map(),
): Promise<readonly Queued[]> {
  const queued: Queued[] = [];
  const people = Array.from({ length: mailboxes }, (_, at) => `person-${at}`);
  const records = {
    mailboxes: { withCheckIns: async () => people },
    checkIns: {
      standingBetween: async () => standing,
      owing: async (before: Temporal.Instant) =>
        [...owedSince].flatMap(([one, since]) => (Temporal.Instant.compare(since, before) <= 0 ? [one] : [])),
    },
    queue: async (job: JobRequest, { at = now }: { readonly at?: Temporal.Instant } = {}) =>
      void queued.push({ job, afterMs: at.epochMilliseconds - now.epochMilliseconds }),
  } as unknown as Records;
  const store: Store = { transact: (_actor, work) => work(records), isReady: async () => true, close: async () => {} };
  await sweepMailboxes({ store, clock: { now: () => now } })({ tenantId: "t1" });
  return queued;
}

const named = (queued: readonly Queued[], name: JobRequest["name"]) => queued.filter(({ job }) => job.name === name);
const startingIn = (hours: number, id: string): CheckIn => {
  const start = noon.add({ hours });
  return {
    ...booked,
    id,
    slot: { startsAt: start.toString(), endsAt: start.add({ minutes: 60 }).toString(), stretch: null },
  };
};

describe("a round over all mailboxes", () => {
  it("[WATCH-7] goes at an even pace: a second apart for a few, over ten minutes at the most for many", async () => {
    const few = named(await round(noon, 3, []), "sweep-mailbox").map(({ afterMs }) => afterMs);
    expect(few).toEqual([0, 1_000, 2_000]);
    const many = named(await round(noon, 10_000, []), "sweep-mailbox").map(({ afterMs }) => afterMs);
    expect(many).toHaveLength(10_000);
    expect(Math.max(...many)).toBeLessThan(600_000);
    const perMinute = Array.from(
      { length: 10 },
      (_, minute) => many.filter((at) => Math.floor(at / 60_000) === minute).length,
    );
    expect(perMinute.every((count) => Math.abs(count - 1_000) <= 1)).toBe(true);
  });

  it("[WATCH-8] reads every check-in of the next day itself, and any other once an hour", async () => {
    const soon = startingIn(20, "soon");
    const far = Array.from({ length: 400 }, (_, at) => startingIn(24 * 9, `00000000-0000-4000-8000-${1000 + at}`));
    const seen: string[] = [];
    for (const minutes of [0, 15, 30, 45]) {
      const queued = named(await round(noon.add({ minutes }), 1, [soon, ...far]), "follow-check-in");
      const ids = queued.flatMap(({ job }) => (job.name === "follow-check-in" ? [job.checkInId] : []));
      expect(ids).toContain("soon");
      expect(ids.length).toBeGreaterThan(50);
      seen.push(...ids.filter((id) => id !== "soon"));
    }
    expect(seen.toSorted()).toEqual(far.map(({ id }) => id));
  });

  it("[BOOK-18] gives back its job to what was forgotten lately, and once a day to a cancellation that nobody tries any more", async () => {
    const one = (id: string, status: CheckIn["status"]): CheckIn => ({ ...booked, id, status });
    const owed = new Map([
      [one("fresh", "booking"), noon.subtract({ minutes: 5 })],
      [one("forgotten", "booking"), noon.subtract({ minutes: 20 })],
      [one("still-trying", "cancelled"), noon.subtract({ hours: 5 })],
      [one("long-moving", "moving"), noon.subtract({ hours: 50 })],
    ]);
    const writing = async (now: Temporal.Instant, since: typeof owed) =>
      named(await round(now, 0, [], since), "write-to-calendar").flatMap(({ job }) =>
        "checkInId" in job ? [job.checkInId] : [],
      );
    expect(await writing(noon, owed)).toEqual(["forgotten"]);
    const dropped = new Map([[one("dropped", "cancelled"), noon.subtract({ hours: 50 })]]);
    let times = 0;
    for (let quarter = 0; quarter < 96; quarter += 1)
      times += (await writing(noon.add({ minutes: 15 * quarter }), dropped)).length;
    expect(times).toBe(1);
  });
});
