import { describe, expect, it } from "vitest";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import { book, type CheckInWorld, checkInOf, checkInWorldForThisFile, copyIdOf, personOf } from "./check-in-world.ts";

const world = checkInWorldForThisFile();
const [ana, ben] = [personOf("Ana"), personOf("Ben")];
const no = (refusal: string) => ({ ok: false, refusal });

/** Ben asks for times to move to, and takes one. */
async function chooseMove({ use }: CheckInWorld, place = 0): Promise<CheckIn> {
  const asked = await use.askForCheckIn({ by: ben, move: true });
  if (!asked.ok) throw new Error(asked.refusal);
  const { id: checkInId, offered } = asked.value.checkIn;
  const chosen = await use.bookCheckIn({ by: ben, checkInId, startsAt: offered[place]?.startsAt ?? "" });
  if (!chosen.ok) throw new Error(chosen.refusal);
  return chosen.value.checkIn;
}

const inUtc = (instant = "") => ({ dateTime: instant.slice(0, 19), timeZone: "UTC" });

/** The hours at which copies stand. */
const hours = async () => [
  ...new Set((await world().standing()).map(({ startAt, endAt }) => [startAt, endAt].map(epoch).join("-"))),
];
const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const hourOf = ({ slot }: CheckIn) => [slot?.startsAt ?? "", slot?.endsAt ?? ""].map(epoch).join("-");

describe("moving a check-in", () => {
  it("[MOVE-1] offers times besides its own and keeps its hour until one is chosen", async () => {
    const booked = await book(world());
    expect(await world().use.askForCheckIn({ by: ben })).toEqual(no("already-booked"));
    const asked = await world().use.askForCheckIn({ by: ben, move: true });
    expect(asked).toMatchObject({ ok: true, value: { checkIn: { status: "booked", slot: booked.slot } } });
    const starts = asked.ok ? asked.value.checkIn.offered.map((slot) => slot.startsAt) : [];
    expect(starts).toHaveLength(3);
    expect(starts).not.toContain(booked.slot?.startsAt);
  });

  it("[MOVE-2] brings the one event with its link to the new hour in both calendars, and tells both", async () => {
    const booked = await book(world());
    const { move } = await chooseMove(world());
    await world().work();
    const moved = await checkInOf(world(), booked.id);
    expect(moved).toMatchObject({ status: "booked", slot: move?.slot, event: booked.event, booker: ana.personId });
    expect(await world().standing()).toHaveLength(2);
    expect(await hours()).toEqual([hourOf(moved)]);
    expect((await world().standing()).every(({ joinUrl }) => joinUrl === booked.event?.joinUrl)).toBe(true);
    expect(world().news()).toEqual(["Ana: moved", "Ben: moved"]);
    await world().pass({ seconds: 6 });
    expect(world().news()).toEqual([]);
  });

  it.each(["drop-after-commit", "status-after-commit"])(
    "[MOVE-2] moves once though the answer is lost (%s)",
    async (kind) => {
      const booked = await book(world());
      await world().outlook.fault({ match: { method: "PATCH" }, times: 4, kind, status: 503 });
      await chooseMove(world());
      await world().work();
      await world().pass({ seconds: 40 });
      const moved = await checkInOf(world(), booked.id);
      expect(moved).toMatchObject({ status: "booked", move: null });
      expect(await hours()).toEqual([hourOf(moved)]);
      expect(world().news()).toEqual(["Ana: moved", "Ben: moved"]);
    },
  );

  it("[MOVE-2] takes it for done when it came to stand there only after it had looked", async () => {
    const booked = await book(world());
    const { move } = await chooseMove(world());
    const minutes = (epoch(move?.slot.startsAt ?? "") - epoch(booked.slot?.startsAt ?? "")) / 60_000;
    world().after("looked-at-event", () =>
      world().outlook.act("Ana", booked.event?.eventId ?? "", "move", { byMinutes: minutes }),
    );
    await world().work();
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", slot: move?.slot });
    expect(world().news()).toEqual(["Ana: moved", "Ben: moved"]);
  });

  it("[MOVE-3] stays where it is when the new hour was taken first, and says so", async () => {
    const booked = await book(world());
    const { move } = await chooseMove(world());
    await world().outlook.put("Ana", {
      subject: "Taken",
      start: inUtc(move?.slot.startsAt),
      end: inUtc(move?.slot.endsAt),
    });
    await world().work();
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", slot: booked.slot, move: null });
    expect(world().news()).toEqual(["Ana: move-lost", "Ben: move-lost"]);
  });

  it("[MOVE-5] follows Outlook where the organiser moved it there meanwhile", async () => {
    const booked = await book(world());
    await chooseMove(world());
    await world().outlook.act("Ana", booked.event?.eventId ?? "", "move", { byMinutes: 15 });
    await world().work();
    await world().pass({ seconds: 6 });
    const followed = await checkInOf(world(), booked.id);
    expect(epoch(followed.slot?.startsAt ?? "") - epoch(booked.slot?.startsAt ?? "")).toBe(15 * 60_000);
    expect(followed).toMatchObject({ status: "booked", move: null });
    expect(world().news()).toEqual(["Ana: moved-in-outlook", "Ben: moved-in-outlook"]);
  });

  it("[MOVE-4] becomes longer or shorter from the same start, over its own hour", async () => {
    const booked = await book(world());
    const asked = await world().use.changeLength({ by: ben, checkInId: booked.id, minutes: 75 });
    expect(asked).toMatchObject({ ok: true, value: { checkIn: { status: "moving" } } });
    await world().work();
    const longer = await checkInOf(world(), booked.id);
    expect(longer).toMatchObject({ status: "booked", minutes: 75, slot: { startsAt: booked.slot?.startsAt } });
    expect(await hours()).toEqual([hourOf(longer)]);
    expect(world().news()).toEqual(["Ana: moved", "Ben: moved"]);
    expect(await world().use.changeLength({ by: ben, checkInId: booked.id, minutes: 14 })).toEqual(
      no("impossible-length"),
    );
  });

  it("[MOVE-4] keeps its length when something stands in the way of a longer one", async () => {
    const booked = await book(world());
    const end = booked.slot?.endsAt ?? "";
    const after = Temporal.Instant.from(end).add({ minutes: 30 }).toString();
    await world().outlook.put("Ben", { subject: "Next", start: inUtc(end), end: inUtc(after) });
    await world().use.changeLength({ by: ana, checkInId: booked.id, minutes: 90 });
    await world().work();
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", minutes: 60, slot: booked.slot });
    expect(world().news()).toEqual(["Ana: move-lost", "Ben: move-lost"]);
  });

  it("[MOVE-6] may still move after its hour has passed, when the pair didn't meet", async () => {
    const booked = await book(world());
    await world().pass({
      hours: Math.ceil((epoch(booked.slot?.endsAt ?? "") - world().now().epochMilliseconds) / 3_600_000) + 1,
    });
    const { move } = await chooseMove(world());
    await world().work();
    expect(await checkInOf(world(), booked.id)).toMatchObject({ id: booked.id, status: "booked", slot: move?.slot });
    expect(await world().standing()).toHaveLength(2);
  });

  it("[MOVE-1] is offered later where Outlook is away, as an answer to whoever asked", async () => {
    const booked = await book(world());
    await world().outlook.fault({ match: { pathIncludes: "getSchedule" }, times: 16, kind: "status", status: 503 });
    expect(await world().use.askForCheckIn({ by: ben, move: true })).toEqual(no("calendar-away"));
    for (let minute = 0; minute < 6; minute += 1) await world().pass({ minutes: 1 });
    expect(world().news()).toEqual(["Ben: slots-offered"]);
    const { status, offered } = await checkInOf(world(), booked.id);
    expect({ status, offered: offered.length }).toEqual({ status: "booked", offered: 3 });
  });
});

describe("a check-in that somebody declined", () => {
  it("[MOVE-2] asks everyone anew at its new hour", async () => {
    const booked = await book(world());
    await world().outlook.act("Ben", await copyIdOf(world(), "Ben"), "decline");
    await world().use.followCheckIn({ tenantId: ana.tenantId, checkInId: booked.id });
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "needs-you", declined: [ben.personId] });
    await chooseMove(world());
    await world().work();
    await world().pass({ seconds: 6 });
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", declined: [] });
  });
});
