import { describe, expect, it, vi } from "vitest";
import type { RoomView } from "../../shared/contract/rooms.ts";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import { meetingWorldForThisFile, personOf, thursday } from "./meeting-world.ts";

const world = meetingWorldForThisFile();
const [ana, ben, chidi, elif] = [personOf("Ana"), personOf("Ben"), personOf("Chidi"), personOf("Elif")];
const stranger = { ...ana, personId: "99999999-9999-4999-8999-999999999999" };
const booked = "19:meeting_booked@thread.v2";
const here = "19:meeting_adhoc@thread.v2";

async function room(chatId: string, by = ana): Promise<RoomView> {
  const read = await world().use.readRoom({ by, chatId });
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
}

/** The pair that Ana is offered to meet as. */
async function pairOf(by = ana): Promise<string> {
  const read = await room("19:meeting_nothing@thread.v2", by);
  return read.kind === "unlinked" ? (read.pairs[0]?.pairId ?? "") : "";
}

const link = async (by = ana, chatId = here) => linkAs(by, await pairOf(by), chatId);

async function linkAs(
  by: typeof ana,
  pairId: string,
  chatId = here,
): Promise<RoomView & { readonly kind: "check-in" }> {
  const linked = await world().use.linkRoom({ by, chatId, pairId });
  if (!linked.ok || linked.value.kind !== "check-in") throw new Error(JSON.stringify(linked));
  return linked.value;
}

const ahead = async (): Promise<readonly CheckIn[]> =>
  (await world().checkIns()).filter(({ status }) => status !== "held" && status !== "missed" && status !== "cancelled");

describe("a meeting", () => {
  it("[ROOM-18] is the check-in that was booked with it, for the pair, whatever its link looks like", async () => {
    const { id } = await world().book(thursday, booked);
    for (const by of [ana, ben])
      expect(await room(booked, by)).toMatchObject({
        kind: "check-in",
        checkIn: { id },
        members: [{ name: "Ana" }, { name: "Ben" }],
      });
  });

  it("[ROOM-18] [ROOM-22] is nothing to whoever is in another pair or in none, however it came to be the pair's", async () => {
    await world().book(thursday, booked);
    await link();
    const nothing = { ok: false, refusal: "no-session-here" };
    for (const chatId of [booked, here, `${booked};messageid=1`])
      for (const by of [chidi, elif, stranger]) expect(await world().use.readRoom({ by, chatId })).toEqual(nothing);
    expect(await room("19:meeting_nobodys@thread.v2", chidi)).toMatchObject({ kind: "unlinked" });
    const taken = await world().use.linkRoom({ by: chidi, chatId: booked, pairId: await pairOf(chidi) });
    expect(taken).toEqual({ ok: false, refusal: "room-is-taken" });
    expect(await room(booked)).toMatchObject({ kind: "check-in" });
    expect((await world().use.openSession({ by: chidi, chatId: booked })).ok).toBe(false);
  });

  it("[ROOM-18] that is nobody's yet says what would be held in it", async () => {
    expect(await room(here)).toMatchObject({ kind: "unlinked", pairs: [{ booked: null, number: 3 }] });
    const { id } = await world().book(thursday.add({ hours: 8 }), booked);
    expect(await room(here)).toMatchObject({ kind: "unlinked", pairs: [{ booked: { id }, number: 3 }] });
  });
});

describe("linking a meeting", () => {
  it("[ROOM-19] holds the check-in whose hour is near in it, and makes no other", async () => {
    const { id, slot } = await world().book(thursday.add({ hours: 8 }), booked);
    expect((await link()).checkIn).toMatchObject({ id, slot });
    expect(await room(here, ben)).toMatchObject({ kind: "check-in", checkIn: { id } });
    expect(await ahead()).toHaveLength(1);
    const opened = await world().use.openSession({ by: ben, chatId: here });
    expect(opened).toMatchObject({ ok: true, value: { checkInId: id } });
  });

  it("[ROOM-19] makes one on the spot otherwise, whoever taps, once however often", async () => {
    const first = await link(ben);
    expect(first.checkIn).toMatchObject({ number: 3, status: "booked", opener: ana.personId, joinUrl: null });
    expect((await link()).checkIn.id).toBe(first.checkIn.id);
    expect((await link(ben)).checkIn.id).toBe(first.checkIn.id);
    expect(await ahead()).toHaveLength(1);
  });

  it("[ROOM-19] makes one where both tap at the same moment, in one meeting or two", async () => {
    const pairId = await pairOf();
    const both = await Promise.all(
      [ana, ben, ana, ben].map((by, at) => linkAs(by, pairId, at === 2 ? `${here}2` : here)),
    );
    expect(new Set(both.map(({ checkIn }) => checkIn.id)).size).toBe(1);
    expect(await ahead()).toHaveLength(1);
  });

  it("[ROOM-19] finds the one that a partner has just made, and waits for it", async () => {
    const pairId = await pairOf();
    const made = { ...(await world().book(thursday, booked)), event: null, bookingId: null };
    await world().use.cancelCheckIn({ by: ana, checkInId: made.id });
    const bens = { ...made, id: crypto.randomUUID() };
    const gate = Promise.withResolvers<void>();
    const actor = { kind: "person", role: "participant", ...ben } as const;
    const making = world().store.transact(actor, async (records) => {
      await records.checkIns.save(bens);
      await gate.promise;
    });
    const linking = linkAs(ana, pairId);
    await vi.waitFor(async () => {
      const { rows } = await world().store.pool.query("select from pg_stat_activity where wait_event_type = 'Lock'");
      expect(rows).toHaveLength(1);
    }, 10_000);
    gate.resolve();
    await making;
    expect((await linking).checkIn.id).toBe(bens.id);
  });

  it("[ROOM-19] goes before one that is booked for later, which keeps its hour and takes the next number and opener", async () => {
    const { id, slot } = await world().book(thursday.add({ hours: 24 * 6 }), booked);
    const now = await link();
    expect(now.checkIn).toMatchObject({ number: 3, opener: ana.personId, isOnTheSpot: true });
    expect((await ahead()).find((one) => one.id === id)).toMatchObject({ number: 4, opener: ben.personId, slot });
    expect(await room(booked)).toMatchObject({ kind: "check-in", checkIn: { id } });
  });

  it("[ROOM-19] makes one too where both tap while another is booked for later", async () => {
    await world().book(thursday.add({ hours: 24 * 6 }), booked);
    const pairId = await pairOf();
    const both = await Promise.all([ana, ben, ana, ben].map((by) => linkAs(by, pairId)));
    expect(new Set(both.map(({ checkIn }) => checkIn.id)).size).toBe(1);
    expect((await ahead()).map(({ number }) => number)).toEqual([3, 4]);
  });

  it("[ROOM-19] that comes after the session was held finds it, and after it fell through makes another", async () => {
    const first = await link();
    await world().use.answerCheckIn({ by: ana, checkInId: first.checkIn.id, met: false });
    expect(await room(here)).toMatchObject({ kind: "unlinked", pairs: [{ number: 3 }] });
    const second = await link(ben);
    expect(second.checkIn).toMatchObject({ number: 3, status: "booked" });
    expect(second.checkIn.id).not.toBe(first.checkIn.id);
    await world().use.answerCheckIn({ by: ana, checkInId: second.checkIn.id, met: true });
    expect((await link()).checkIn).toMatchObject({ id: second.checkIn.id, status: "held" });
    expect(await room(here)).toMatchObject({ kind: "check-in", checkIn: { id: second.checkIn.id } });
  });

  it("[ROOM-19] is refused to strangers, coordinators, other pairs, and for a pair that rests", async () => {
    const pairId = await pairOf();
    for (const by of [chidi, elif, stranger])
      expect(await world().use.linkRoom({ by, chatId: here, pairId })).toEqual({ ok: false, refusal: "not-found" });
    const rosa = personOf("Rosa");
    const paused = await world().store.transact({ kind: "person", role: "participant", ...rosa }, async (records) =>
      records.pairs.mine(),
    );
    expect(await world().use.linkRoom({ by: rosa, chatId: here, pairId: paused[0]?.id ?? "" })).toEqual({
      ok: false,
      refusal: "pair-is-resting",
    });
  });
});

describe("a check-in on the spot", () => {
  const later = thursday.add({ hours: 24 * 6 });

  it("[ROOM-20] becomes held like any other, and the one that is booked for later stays the next", async () => {
    const { id } = await world().book(later, booked);
    const now = await link();
    await world().passTo(thursday);
    expect(await world().use.answerCheckIn({ by: ben, checkInId: now.checkIn.id, met: true })).toMatchObject({
      ok: true,
    });
    expect((await ahead()).map((one) => [one.id, one.number, one.opener])).toEqual([[id, 4, ben.personId]]);
    const home = await world().use.readHome({ by: ana });
    expect(home.ok && home.value.pair).toMatchObject({
      next: { id, isOnTheSpot: false },
      nextNumber: 4,
      nextOpener: ben.personId,
    });
  });

  it.each(["missed", "cancelled", "lapsed"])("[ROOM-20] gives its place back when it is %s", async (how) => {
    const { id } = await world().book(later, booked);
    const { checkIn } = await link();
    if (how === "missed") await world().use.answerCheckIn({ by: ana, checkInId: checkIn.id, met: false });
    if (how === "cancelled") await world().use.cancelCheckIn({ by: ana, checkInId: checkIn.id });
    if (how === "lapsed") {
      await world().passTo(thursday.add({ hours: 24, minutes: 5 }));
      await world().keepRhythm();
    }
    expect((await ahead()).map((one) => [one.id, one.number, one.opener])).toEqual([[id, 3, ana.personId]]);
  });

  it("[ROOM-20] leaves the turn to book where it was", async () => {
    const before = await world().use.readNextCheckIn({ by: ana });
    const { checkIn } = await link();
    await world().use.answerCheckIn({ by: ana, checkInId: checkIn.id, met: true });
    const after = await world().use.readNextCheckIn({ by: ana });
    expect(after.ok && after.value.nextBooker).toBe(before.ok && before.value.nextBooker);
  });

  it("[ROOM-20] is asked about in the chat by words and clock, before the one that is booked for later", async () => {
    const { id } = await world().book(later, booked);
    const { checkIn } = await link();
    expect(await world().use.readNextCheckIn({ by: ana })).toMatchObject({
      value: { checkIn: { id }, begun: { id: checkIn.id } },
    });
    await world().passTo(thursday.add({ minutes: 5 }));
    await world().keepRhythm();
    expect(
      world()
        .posted()
        .map(({ words }) => words),
    ).toEqual([expect.stringMatching(/^Did you meet\?/), expect.stringMatching(/^Did you meet\?/)]);
  });

  it("[ROOM-20] can't be made longer, and is in no calendar file until it was held", async () => {
    const { checkIn, pairId } = await link();
    const { id: checkInId } = checkIn;
    expect(await world().use.changeLength({ by: ana, checkInId, minutes: 90 })).toMatchObject({ ok: false });
    const file = async () => {
      const kept = await world().use.exportCheckIns({ by: ana, pairId });
      return kept.ok ? kept.value.checkIns.map(({ id }) => id) : [];
    };
    expect(await file()).not.toContain(checkInId);
    await world().use.answerCheckIn({ by: ana, checkInId, met: true });
    expect(await file()).toContain(checkInId);
  });
});
