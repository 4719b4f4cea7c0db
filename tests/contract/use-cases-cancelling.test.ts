import { describe, expect, it } from "vitest";
import { book, checkInOf, checkInWorldForThisFile, choose, personOf } from "./check-in-world.ts";

const world = checkInWorldForThisFile();
const [ana, ben, chidi] = [personOf("Ana"), personOf("Ben"), personOf("Chidi")];
const no = (refusal: string) => ({ ok: false, refusal });

describe("cancelling a check-in", () => {
  it("[CANCEL-2] takes it out of both calendars, and tells both", async () => {
    const { id: checkInId, slot } = await book(world());
    await world().use.cancelCheckIn({ by: ana, checkInId, note: " Not well. " });
    await world().work();
    expect(await checkInOf(world(), checkInId)).toMatchObject({
      status: "cancelled",
      bookingId: null,
      event: null,
      slot,
      cancelNote: null,
    });
    expect(await world().standing()).toEqual([]);
    expect(world().news()).toEqual(["Ana: cancelled", "Ben: cancelled"]);
    expect(world().said.at(-1)?.notice).toMatchObject({ news: { by: ana.personId, was: slot } });
  });

  it("[CANCEL-3] brings the note to the organiser where the partner cancelled, and keeps it no longer than that", async () => {
    const { id: checkInId } = await book(world());
    await world().use.cancelCheckIn({ by: ben, checkInId, note: "Something came up." });
    await world().work();
    const toAna = world().said.find(
      ({ to, notice }) => to === "Ana" && notice.kind === "news" && notice.news.kind === "cancelled",
    );
    expect(toAna?.notice).toMatchObject({ checkIn: { cancelNote: "Something came up." } });
    expect((await checkInOf(world(), checkInId)).cancelNote).toBeNull();
  });

  it("[CANCEL-1] says it once, however often it is asked, and only the pair may", async () => {
    const { id: checkInId } = await book(world());
    expect(await world().use.cancelCheckIn({ by: chidi, checkInId })).toEqual(no("not-found"));
    for (const by of [ana, ben, ana]) expect((await world().use.cancelCheckIn({ by, checkInId })).ok).toBe(true);
    await world().work();
    expect(world().news()).toEqual(["Ana: cancelled", "Ben: cancelled"]);
  });

  it.each(["drop-after-commit", "status-after-commit"])(
    "[CANCEL-2] leaves nothing though the answer is lost (%s)",
    async (kind) => {
      const { id: checkInId } = await book(world());
      await world().outlook.fault({ match: { method: "POST", pathIncludes: "/cancel" }, times: 4, kind, status: 503 });
      await world().use.cancelCheckIn({ by: ana, checkInId });
      await world().work();
      await world().pass({ seconds: 40 });
      expect((await checkInOf(world(), checkInId)).bookingId).toBeNull();
      expect(await world().standing()).toEqual([]);
    },
  );

  it("[CANCEL-4] leaves no event when it overtakes its booking, whenever that is", async () => {
    for (const step of ["looked-for-event", "event-created"] as const) {
      const { id: checkInId } = await choose(world());
      world().after(step, () => world().use.cancelCheckIn({ by: ben, checkInId }));
      await world().work();
      await world().pass({ seconds: 15 });
      expect(await checkInOf(world(), checkInId)).toMatchObject({
        status: "cancelled",
        bookingId: null,
        event: null,
        slot: null,
      });
      expect(await world().standing()).toEqual([]);
    }
  });

  it("[CANCEL-4] looks once more for an event whose making was answered too late", async () => {
    const { id: checkInId, bookingId, slot } = await choose(world());
    await world().use.cancelCheckIn({ by: ben, checkInId });
    await world().work();
    expect(world().news()).toEqual(["Ana: cancelled", "Ben: cancelled"]);
    expect((await checkInOf(world(), checkInId)).bookingId).toBe(bookingId);
    await world().outlook.put("Ana", {
      subject: "Check-in",
      start: { dateTime: slot?.startsAt.slice(0, 19), timeZone: "UTC" },
      end: { dateTime: slot?.endsAt.slice(0, 19), timeZone: "UTC" },
      transactionId: bookingId,
    });
    await world().pass({ seconds: 13 });
    expect((await checkInOf(world(), checkInId)).bookingId).toBeNull();
    expect(await world().standing()).toEqual([]);
    expect(world().news()).toEqual([]);
  });

  it("[CANCEL-4] looks twice before it is certain, whichever jobs were lost", async () => {
    const { id: checkInId, bookingId } = await choose(world());
    world().loseJobs();
    await world().use.cancelCheckIn({ by: ana, checkInId });
    await world().pass({ seconds: 13 });
    expect((await checkInOf(world(), checkInId)).bookingId).toBe(bookingId);
    await world().pass({ seconds: 13 });
    expect((await checkInOf(world(), checkInId)).bookingId).toBeNull();
  });

  it("[CANCEL-5] lets a wish go without a word to whoever never heard of it", async () => {
    const asked = await world().use.askForCheckIn({ by: ana });
    const checkInId = asked.ok ? asked.value.checkIn.id : "";
    await world().use.cancelCheckIn({ by: ana, checkInId });
    await world().work();
    expect(world().news()).toEqual(["Ana: cancelled"]);
    expect(await world().use.askForCheckIn({ by: ben })).toMatchObject({ ok: true, value: { checkIn: { number: 1 } } });
  });

  it("[TURN-5] passes booking on after it had stood in the calendars", async () => {
    const { id: checkInId } = await book(world());
    await world().use.cancelCheckIn({ by: ana, checkInId });
    await world().work();
    expect(await world().use.readNextCheckIn({ by: ana })).toMatchObject({
      ok: true,
      value: { nextBooker: ben.personId },
    });
  });
});

describe("after a check-in", () => {
  const past = async (endsAt = "") =>
    world().pass({
      seconds:
        Math.ceil((Temporal.Instant.from(endsAt).epochMilliseconds - world().now().epochMilliseconds) / 1000) + 60,
    });

  it("[BOOK-14] the first answer stands, and everyone learns it", async () => {
    const { id: checkInId, slot } = await book(world());
    expect(await world().use.answerCheckIn({ by: ana, checkInId, met: true })).toEqual(no("not-booked"));
    await past(slot?.endsAt);
    const home = await world().use.readHome({ by: ben });
    expect(home.ok && home.value.pair?.toAnswer?.id).toBe(checkInId);
    expect(await world().use.answerCheckIn({ by: ana, checkInId, met: true })).toMatchObject({
      ok: true,
      value: { checkIn: { status: "held", settledBy: ana.personId } },
    });
    await world().work();
    expect(world().news()).toEqual(["Ana: answered", "Ben: answered"]);
    expect(await world().use.answerCheckIn({ by: ben, checkInId, met: false })).toEqual(no("check-in-is-over"));
    expect(await world().use.cancelCheckIn({ by: ben, checkInId })).toEqual(no("check-in-is-over"));
  });

  it("[TAB-8] the answer stands on everyone's Home, until the pair goes on to the next", async () => {
    const answered = async () => {
      const home = await world().use.readHome({ by: ben });
      const { toAnswer, answered: last } = (home.ok && home.value.pair) || {};
      return { toAnswer: toAnswer?.id ?? null, last: last && [last.id, last.status, last.settledBy] };
    };
    const { id: checkInId, slot } = await book(world());
    await past(slot?.endsAt);
    expect(await answered()).toEqual({ toAnswer: checkInId, last: null });
    await world().use.answerCheckIn({ by: ana, checkInId, met: false });
    expect(await answered()).toEqual({ toAnswer: null, last: [checkInId, "missed", ana.personId] });
    await world().use.answerCheckIn({ by: ben, checkInId, met: true });
    expect(await answered()).toEqual({ toAnswer: null, last: [checkInId, "held", ben.personId] });
    await world().use.askForCheckIn({ by: ana });
    expect(await answered()).toEqual({ toAnswer: null, last: null });
  });

  it("[BOOK-14] a no may become a yes until the pair has gone on to the next", async () => {
    const { id: checkInId, slot } = await book(world());
    await past(slot?.endsAt);
    await world().use.answerCheckIn({ by: ana, checkInId, met: false });
    expect(await world().use.answerCheckIn({ by: ben, checkInId, met: true })).toMatchObject({
      value: { checkIn: { status: "held" } },
    });

    const second = await book(world());
    await past(second.slot?.endsAt);
    await world().use.answerCheckIn({ by: ana, checkInId: second.id, met: false });
    await world().use.askForCheckIn({ by: ana });
    expect(await world().use.answerCheckIn({ by: ben, checkInId: second.id, met: true })).toEqual(
      no("check-in-is-over"),
    );
  });

  it("[BOOK-19] gives the pair its check-ins for other calendars: what stands and what was held, and to nobody else", async () => {
    const booked = await book(world());
    const mine = await world().use.readHome({ by: ana });
    const pairId = mine.ok ? (mine.value.pair?.id ?? "") : "";
    const kept = await world().use.exportCheckIns({ by: ben, pairId });
    expect(kept.ok && kept.value.checkIns.map((one) => one.id)).toEqual([booked.id]);
    await world().use.cancelCheckIn({ by: ana, checkInId: booked.id });
    const after = await world().use.exportCheckIns({ by: ben, pairId });
    expect(after.ok && after.value.checkIns).toEqual([]);
    expect(await world().use.exportCheckIns({ by: chidi, pairId })).toEqual(no("not-found"));
  });
});
