import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { openCalendar } from "../../bot/graph/calendar.ts";
import type { Booking, BookingOutcome } from "../../bot/ports/calendar.ts";
import { localPeople, localPerson } from "../../local/identities.ts";
import { aBooking, nextWeek, type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

let world: OutlookWorld;

beforeAll(async () => {
  world = await startOutlookWorld();
});
afterAll(() => world?.stop());
beforeEach(() => world.reset());

const oid = (givenName: string) => localPerson(givenName).oid;
const create = (bookings: readonly Booking[]) => openCalendar(world.options()).createEvents(bookings);
const kinds = (outcomes: readonly BookingOutcome[]) => outcomes.map(({ kind }) => kind);

/** Bookings of so many different organisers, each with a colleague. */
const bookings = (count: number): readonly Booking[] =>
  localPeople
    .slice(0, count)
    .map((person, index) =>
      aBooking({ organiser: person.oid, attendees: [localPeople[(index + 1) % localPeople.length]?.oid ?? ""] }),
    );
const [ana, ben, chidi] = ["Ana", "Ben", "Chidi"].map((name) =>
  aBooking({ organiser: oid(name), attendees: [oid("Dara")] }),
) as [Booking, Booking, Booking];
const three = [ana, ben, chidi];

/** How many events each booking has made that still stand. */
const standing = async (some: readonly Booking[]) => {
  const originals = (await world.copies()).filter(({ role, deleted }) => role === "organizer" && !deleted);
  return some.map(({ bookingId }) => originals.filter(({ transactionId }) => transactionId === bookingId).length);
};
const inMailbox = (name: string) => ({ method: "POST", pathIncludes: "/events", mailbox: name });
const statuses = async (part: string) =>
  (await world.requests()).filter(({ path }) => path.includes(part)).map(({ status }) => status);

const isThrottled = (status: number) => status === 429 || status === 503;
const batchAnswer = z.object({ responses: z.array(z.object({ status: z.number() })) });

/** The status of every answer from now on, those inside batches among them. */
function answersSeen(): readonly number[] {
  const seen: number[] = [];
  const realFetch = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const answer = await realFetch(input, init);
    const batch = batchAnswer.safeParse(
      await answer
        .clone()
        .json()
        .catch(() => null),
    );
    seen.push(answer.status, ...(batch.data?.responses ?? []).map(({ status }) => status));
    return answer;
  });
  return seen;
}

describe("[OUTLOOK-9] many bookings in one request", () => {
  it("are made in their order, each once and as it would be by itself", async () => {
    const some = bookings(20);
    const outcomes = await create(some);
    expect(kinds(outcomes)).toEqual(Array(20).fill("made"));
    expect(await standing(some)).toEqual(Array(20).fill(1));
    const copies = await world.copies();
    outcomes.forEach((outcome, index) => {
      const event = outcome.kind === "made" ? outcome.event : null;
      expect(event).toMatchObject({ organiser: some[index]?.organiser, joinUrl: expect.stringMatching(/^https:/) });
      expect(copies.find(({ immutableId }) => immutableId === event?.eventId)).toMatchObject({
        transactionId: some[index]?.bookingId,
        subject: "Check-in",
        sensitivity: "private",
      });
    });
    expect((await statuses("$batch")).length).toBeLessThanOrEqual(4);
    const [one] = some;
    expect(one && (await openCalendar(world.options()).createEvent(one))).toEqual(
      outcomes[0]?.kind === "made" ? outcomes[0].event : null,
    );
  });

  it("are no more than Graph takes, and may be none", async () => {
    await expect(create([...bookings(20), ana])).rejects.toThrow(RangeError);
    expect(await create([])).toEqual([]);
  });

  it("have an outcome each: refused where Outlook refuses, without a link where none is allowed", async () => {
    await world.behave("Ana", { permissions: "read" });
    await world.behave("Ben", { allowsTeamsMeetings: false });
    const stranger = aBooking({ organiser: oid("Elif"), attendees: ["00000000-0000-4000-a000-00000000dead"] });
    expect(await create([...three, stranger])).toMatchObject([
      { kind: "refused", reason: "ErrorAccessDenied" },
      { kind: "made", event: { joinUrl: null } },
      { kind: "made", event: { joinUrl: expect.stringMatching(/^https:/) } },
      { kind: "refused", reason: "Request_ResourceNotFound" },
    ]);
  });

  it.each([
    { status: 429, headers: { "Retry-After": "0.3" } },
    { status: 503, headers: { "Retry-After": "0.3" } },
    { status: 429, headers: {} },
    { status: 500, headers: {} },
  ])("are asked for again where a mailbox was busy ($status $headers)", async ({ status, headers }) => {
    await world.fault({ match: inMailbox("Ben"), kind: "status", status, headers });
    const start = performance.now();
    expect(kinds(await create(three))).toEqual(["made", "made", "made"]);
    if ("Retry-After" in headers) expect(performance.now() - start).toBeGreaterThanOrEqual(300);
    expect(await standing(three)).toEqual([1, 1, 1]);
  });

  it("are unsure where a mailbox stays busy, and made once when they are tried again by themselves", async () => {
    await world.fault({ match: inMailbox("Ben"), times: -1, kind: "status", status: 503 });
    expect(kinds(await create(three))).toEqual(["made", "unsure", "made"]);
    await world.local("DELETE", "/faults");
    await openCalendar(world.options()).createEvent(ben);
    expect(await standing(three)).toEqual([1, 1, 1]);
  });

  it("are not waited for longer than a busy mailbox is worth", async () => {
    await world.fault({
      match: inMailbox("Ben"),
      times: -1,
      kind: "status",
      status: 429,
      headers: { "Retry-After": "120" },
    });
    const start = performance.now();
    expect(kinds(await create(three))).toEqual(["made", "unsure", "made"]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it.each(["same", "400", "400-with-id", "409", "409-with-id"])(
    "[OUTLOOK-1] are made once when one's answer is lost (a repeat is answered: %s)",
    async (form) => {
      await world.behave("*", { duplicateTransaction: form });
      await world.fault({ match: inMailbox("Ben"), kind: "drop-after-commit" });
      const outcomes = await create(three);
      expect(kinds(outcomes)).toEqual(["made", "made", "made"]);
      expect(await standing(three)).toEqual([1, 1, 1]);
      const links = new Set((await world.copies()).map(({ joinUrl }) => joinUrl));
      expect(links.size).toBe(3);
    },
  );

  it.each(["same", "409", "400-with-id"])(
    "[OUTLOOK-1] are made once when the answer to all is lost (a repeat is answered: %s)",
    async (form) => {
      await world.behave("*", { duplicateTransaction: form });
      await create(bookings(3).map((booking) => ({ ...booking, bookingId: crypto.randomUUID() })));
      await world.fault({ match: { pathIncludes: "$batch" }, skip: 2, kind: "drop-after-commit" });
      expect(kinds(await create(three))).toEqual(["made", "made", "made"]);
      expect(await standing(three)).toEqual([1, 1, 1]);
    },
  );

  it("are unsure when nothing is heard of any", async () => {
    await create([ana]);
    const again = [ana, ben, chidi].map((booking) => ({ ...booking, bookingId: crypto.randomUUID() }));
    const calendar = openCalendar(world.options());
    await calendar.createEvents(again);
    await world.fault({ match: { pathIncludes: "$batch" }, times: -1, kind: "drop-before" });
    const more = again.map((booking) => ({ ...booking, bookingId: crypto.randomUUID() }));
    expect(kinds(await calendar.createEvents(more))).toEqual(["unsure", "unsure", "unsure"]);
    expect(await standing(more)).toEqual([0, 0, 0]);
  });

  it("are unsure after a conflict", async () => {
    await world.fault({ match: inMailbox("Ben"), kind: "conflict" });
    expect(kinds(await create(three))).toEqual(["made", "unsure", "made"]);
  });

  it("[OUTLOOK-5] are written in each organiser's own zone, by Windows' name where Outlook lacks IANA's", async () => {
    const zones = [
      { ...ana, timeZone: "Europe/Guernsey" },
      { ...ben, timeZone: "Asia/Kolkata" },
    ];
    expect(kinds(await create(zones))).toEqual(["made", "made"]);
    const originals = (await world.copies()).filter(({ role }) => role === "organizer");
    expect(
      zones.map((one) => originals.find(({ mailbox }) => mailbox === one.organiser)?.originalStartTimeZone),
    ).toEqual(["GMT Standard Time", "India Standard Time"]);
    expect(new Set(originals.map(({ startAt }) => Date.parse(startAt)))).toEqual(new Set([Date.parse(nextWeek(10))]));
  });

  it("of one organiser are made one after the other", async () => {
    await world.behave("Ana", { concurrent: 1 });
    const seen = answersSeen();
    const some = [1, 2, 3].map(() => aBooking());
    expect(kinds(await create(some))).toEqual(["made", "made", "made"]);
    expect(seen.filter((status) => status === 201)).toHaveLength(3);
    expect(seen.filter(isThrottled)).toEqual([]);
  });

  it("ask no mailbox for more than it serves at once, whatever else is asked of it", async () => {
    await world.fault({ match: { mailbox: "Ana" }, times: -1, kind: "delay", ms: 60 });
    const seen = answersSeen();
    const [one, two] = [openCalendar(world.options()), openCalendar(world.options())];
    await Promise.all([
      ...Array.from({ length: 8 }, () => one.findBooking(aBooking())),
      ...Array.from({ length: 4 }, () => two.createEvents([aBooking(), { ...ben, bookingId: crypto.randomUUID() }])),
    ]);
    expect(seen.filter((status) => status === 201)).toHaveLength(8);
    expect(seen.filter(isThrottled)).toEqual([]);
  });
});
