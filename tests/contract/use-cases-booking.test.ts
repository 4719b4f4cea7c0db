import { describe, expect, it } from "vitest";
import { book, checkInOf, checkInWorldForThisFile, choose, personOf } from "./check-in-world.ts";

const world = checkInWorldForThisFile();
const [ana, ben] = [personOf("Ana"), personOf("Ben")];
const no = (refusal: string) => ({ ok: false, refusal });

/** Why its time was lost, as the check-in itself says and as Ben's Home does. */
async function lostBecause(checkInId: string) {
  const found = await world().use.readCheckIn({ by: ben, checkInId });
  const home = await world().use.readHome({ by: ben });
  return [found.ok && found.value.lostBecause, home.ok && home.value.pair?.next?.lostBecause];
}

describe("a booking", () => {
  it("[BOOK-7] stands once in both calendars, private and with a Teams meeting, and both are told once", async () => {
    const { id } = await choose(world());
    await world().work();
    expect(await checkInOf(world(), id)).toMatchObject({
      status: "booked",
      event: { organiser: ana.personId, joinUrl: expect.stringContaining("https://") },
      appInChat: "done",
      recordingOff: "done",
    });
    const copies = await world().standing();
    expect(copies.map(({ mailbox }) => mailbox).sort()).toEqual([ana.personId, ben.personId].sort());
    for (const copy of copies) expect(copy).toMatchObject({ subject: "Check-in", sensitivity: "private" });
    expect(world().news()).toEqual(["Ana: booked", "Ben: booked"]);
  });

  it.each(["drop-after-commit", "status-after-commit"])(
    "[BOOK-7] makes one event though the answer to its making is lost (%s)",
    async (kind) => {
      await world().outlook.fault({ match: { method: "POST", pathIncludes: "/events" }, times: 4, kind, status: 503 });
      const { id } = await choose(world());
      await world().work();
      await world().pass({ seconds: 60 });
      expect((await checkInOf(world(), id)).status).toBe("booked");
      expect(await world().standing()).toHaveLength(2);
    },
  );

  it("[BOOK-5] is told as lost when the hour was taken before it reached the calendars", async () => {
    const { id, slot } = await choose(world());
    await world().outlook.put("Ben", {
      subject: "Dentist",
      start: { dateTime: slot?.startsAt.slice(0, 19), timeZone: "UTC" },
      end: { dateTime: slot?.endsAt.slice(0, 19), timeZone: "UTC" },
    });
    await world().work();
    expect(await checkInOf(world(), id)).toMatchObject({ status: "needs-you", slot: null, bookingId: null });
    expect(world().news()).toEqual(["Ana: slot-lost", "Ben: slot-lost"]);
    expect(world().said[0]?.notice).toMatchObject({ news: { was: { startsAt: slot?.startsAt } } });
    expect(await lostBecause(id)).toEqual(["taken", "taken"]);
    await world().use.askForCheckIn({ by: ana });
    expect(await lostBecause(id)).toEqual([null, null]);
  });

  it("[BOOK-7] takes for its own what came into the hour only after it had looked", async () => {
    const { id, slot, bookingId } = await choose(world());
    world().after("looked-for-event", () =>
      world().outlook.put("Ana", {
        subject: "Check-in",
        start: { dateTime: slot?.startsAt.slice(0, 19), timeZone: "UTC" },
        end: { dateTime: slot?.endsAt.slice(0, 19), timeZone: "UTC" },
        transactionId: bookingId,
      }),
    );
    await world().work();
    expect((await checkInOf(world(), id)).status).toBe("booked");
    expect(await world().standing()).toHaveLength(1);
  });

  it("[BOOK-15] stands without a Teams link where the organiser's calendar takes none, and says so", async () => {
    await world().outlook.behave("Ana", { allowsTeamsMeetings: false });
    const { id } = await choose(world());
    await world().work();
    expect(await checkInOf(world(), id)).toMatchObject({
      status: "booked",
      event: { joinUrl: null },
      appInChat: "unknown",
    });
    expect(await world().standing()).toHaveLength(2);
  });

  it("[BOOK-16] is refused plainly with a partner who has no mailbox, and makes nothing", async () => {
    await world().outlook.behave("Ben", { hasMailbox: false });
    expect(await world().use.askForCheckIn({ by: ana })).toMatchObject({
      ok: true,
      value: { checkIn: { offered: [] }, noSlots: { reason: "calendar-unreadable" } },
    });
    expect(await world().standing()).toEqual([]);
  });

  it("[BOOK-16] is told as impossible where Outlook refuses to write, and nothing stands", async () => {
    await world().outlook.behave("Ana", { permissions: "read" });
    const { id } = await choose(world());
    await world().work();
    expect(await checkInOf(world(), id)).toMatchObject({ status: "needs-you", bookingId: null });
    expect(world().news()).toEqual(["Ana: cannot-book", "Ben: cannot-book"]);
    expect(await lostBecause(id)).toEqual(["refused", "refused"]);
    expect(await world().standing()).toEqual([]);
  });

  it("[BOOK-17] that couldn't be written for a day is given back to the pair", async () => {
    const { id } = await choose(world());
    await world().use.giveUpWriting({ tenantId: ana.tenantId, checkInId: id });
    await world().work();
    expect(await checkInOf(world(), id)).toMatchObject({ status: "needs-you", bookingId: null, slot: null });
    expect(world().news()).toEqual(["Ana: cannot-book", "Ben: cannot-book"]);
  });

  it("[BOOK-13] takes no time that has passed", async () => {
    const asked = await world().use.askForCheckIn({ by: ana });
    if (!asked.ok) throw new Error(asked.refusal);
    await world().pass({ hours: 24 * 60 });
    const { id: checkInId, offered } = asked.value.checkIn;
    const startsAt = offered[0]?.startsAt ?? "";
    expect(await world().use.bookCheckIn({ by: ben, checkInId, startsAt })).toEqual(no("time-has-passed"));
  });
});

describe("the favours of a meeting", () => {
  it("[MEETING-1] are remembered as refused where policy refuses them, and don't stand in the way", async () => {
    await world().outlook.behave("Ana", { appsInChats: false, meetingOptions: false });
    const { status, appInChat, recordingOff } = await book(world());
    expect({ status, appInChat, recordingOff }).toEqual({
      status: "booked",
      appInChat: "refused",
      recordingOff: "refused",
    });
  });

  it("[MEETING-2] are asked for again when Teams was away, each by itself", async () => {
    await world().outlook.fault({ match: { pathIncludes: "/chats/" }, times: 8, kind: "status", status: 503 });
    const booked = await book(world());
    expect(booked).toMatchObject({ appInChat: "unknown", recordingOff: "done" });
    await world().pass({ minutes: 1 });
    await world().pass({ minutes: 1 });
    await world().pass({ minutes: 1 });
    expect(await checkInOf(world(), booked.id)).toMatchObject({ appInChat: "done" });
  });
});

describe("what the calendars are owed", () => {
  const writing = () =>
    world()
      .waiting()
      .filter((one) => one.name === "write-to-calendar").length;

  it("[BOOK-18] gets its job again from the sweep where that was lost", async () => {
    const { id } = await choose(world());
    world().loseJobs();
    await world().pass({ minutes: 12 });
    await world().use.sweepMailboxes({ tenantId: ana.tenantId });
    await world().work();
    expect((await checkInOf(world(), id)).status).toBe("booked");
  });

  it("[BOOK-18] gets no second one as long as its own is still trying", async () => {
    await choose(world());
    await world().use.sweepMailboxes({ tenantId: ana.tenantId });
    expect(writing()).toBe(1);
    world().loseJobs();
    await world().pass({ minutes: 45 });
    await world().use.sweepMailboxes({ tenantId: ana.tenantId });
    expect(writing()).toBe(0);
  });
});
