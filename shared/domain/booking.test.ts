import { describe, expect, it } from "vitest";
import {
  answerCheckIn,
  cancelCheckIn,
  changeLength,
  chooseSlot,
  clearCalendar,
  forgetNote,
  holdCheckIn,
  loseMove,
  loseSlot,
  offerSlots,
  recordBooking,
  recordMove,
} from "./booking.ts";
import { missCheckIn } from "./check-in.ts";
import { afterSlot, asked, booked, booking, event, later, monday, moving, slot } from "./check-in-fixture.ts";

const when = { id: "x1", now: monday };
const no = (refusal: string) => ({ ok: false, refusal });

describe("booking a check-in", () => {
  it("[BOOK-1] takes one of the offered times, from either partner", () => {
    expect(chooseSlot(asked, slot.startsAt, "ben", when)).toMatchObject({
      ok: true,
      value: { status: "booking", slot, booker: "ben", bookingId: "x1" },
    });
  });

  it("[BOOK-2] refuses a time that was not offered", () => {
    expect(chooseSlot(asked, "2026-11-28T10:00:00Z", "ana", when)).toEqual(no("time-not-offered"));
  });

  it("[BOOK-3] lets the first choice stand when both choose", () => {
    for (const taken of [booking, moving]) {
      expect(chooseSlot(taken, later.startsAt, "ana", when)).toEqual(no("already-booked"));
      expect(offerSlots(taken, [later])).toEqual(no("already-booked"));
    }
    expect(chooseSlot(booked, later.startsAt, "ana", when)).toEqual(no("already-booked"));
  });

  it("[BOOK-4] knows the event once it stands in the calendars, and offers nothing more", () => {
    expect(recordBooking(booking, event)).toMatchObject({ status: "booked", event, offered: [] });
  });

  it("[BOOK-5] asks again when the hour was taken in the meantime", () => {
    const lost = loseSlot(booking);
    expect(lost).toMatchObject({ status: "needs-you", slot: null, bookingId: null });
    expect(offerSlots(lost, [later])).toMatchObject({ ok: true, value: { status: "asked", offered: [later] } });
  });

  it("[BOOK-13] refuses a time that has passed and a length that can't be, and changes nothing", () => {
    expect(chooseSlot(asked, slot.startsAt, "ana", { id: "x1", now: afterSlot })).toEqual(no("time-has-passed"));
    expect(changeLength(booked, 30, "ana", { id: "x1", now: afterSlot })).toEqual(no("time-has-passed"));
    for (const minutes of [0, -30, 7, 185, Number.NaN])
      expect(changeLength(booked, minutes, "ana", when)).toEqual(no("impossible-length"));
  });

  it("[BOOK-6] takes no times and no choice once it is over", () => {
    expect(chooseSlot({ ...asked, status: "missed" }, slot.startsAt, "ana", when).ok).toBe(false);
    expect(offerSlots({ ...asked, status: "held" }, [slot]).ok).toBe(false);
  });
});

describe("moving a check-in", () => {
  const offered = offerSlots(booked, [later]);
  const chosen = offered.ok ? chooseSlot(offered.value, later.startsAt, "ben", when) : offered;

  it("[MOVE-1] keeps its hour until another is chosen, and its event until that stands", () => {
    expect(offered).toMatchObject({ ok: true, value: { status: "booked", slot, event } });
    expect(chosen).toMatchObject({
      ok: true,
      value: {
        status: "moving",
        slot,
        event,
        bookingId: "b1",
        booker: "ana",
        move: { id: "x1", slot: later, by: "ben" },
      },
    });
  });

  it("[MOVE-2] keeps its event and link at the new hour, and asks anew whoever had declined", () => {
    const there = recordMove({ ...moving, declined: ["ben"] });
    expect(there).toMatchObject({ status: "booked", slot: later, event, move: null, declined: [], bookingId: "b1" });
  });

  it("[MOVE-3] stays where it is when the new hour is gone", () => {
    expect(loseMove(moving)).toMatchObject({ status: "booked", slot, event, move: null, offered: [] });
    expect(loseMove({ ...moving, declined: ["ben"] })).toMatchObject({ status: "needs-you" });
  });

  it("[MOVE-4] takes another length from the same start", () => {
    const longer = changeLength(booked, 75, "ben", when);
    expect(longer).toMatchObject({
      ok: true,
      value: { status: "moving", move: { slot: { startsAt: slot.startsAt, endsAt: "2026-11-26T11:15:00Z" } } },
    });
    expect(longer.ok && recordMove(longer.value)).toMatchObject({ minutes: 75 });
    expect(changeLength(booked, 60, "ben", when)).toEqual({ ok: true, value: booked });
    expect(changeLength(asked, 45, "ben", when)).toMatchObject({ ok: true, value: { minutes: 45, offered: [] } });
    expect(changeLength(moving, 45, "ben", when)).toEqual(no("already-booked"));
  });
});

describe("cancelling a check-in", () => {
  const cancel = { note: "Not well", now: monday };

  it("[CANCEL-1] is possible until its hour has passed, from wherever it stands, and once", () => {
    for (const one of [asked, booking, booked, moving]) {
      const cancelled = cancelCheckIn(one, "ben", cancel);
      expect(cancelled).toMatchObject({
        ok: true,
        value: { status: "cancelled", move: null, offered: [], settledBy: "ben" },
      });
      if (cancelled.ok) expect(cancelCheckIn(cancelled.value, "ana", cancel)).toEqual(cancelled);
    }
    expect(cancelCheckIn(booked, "ben", { note: null, now: afterSlot })).toEqual(no("check-in-is-over"));
    expect(cancelCheckIn({ ...booked, status: "held" }, "ben", cancel)).toEqual(no("check-in-is-over"));
  });

  it("[CANCEL-2] remembers what may still stand in a calendar until nothing does", () => {
    const cancelled = cancelCheckIn(booked, "ana", cancel);
    expect(cancelled).toMatchObject({ ok: true, value: { bookingId: "b1", event, slot, cancelNote: "Not well" } });
    expect(cancelled.ok && clearCalendar(cancelled.value)).toMatchObject({
      bookingId: null,
      event: null,
      slot,
      cancelNote: null,
    });
  });

  it("[CANCEL-3] keeps the note for the organiser, to whom Outlook says nothing, until it was delivered", () => {
    const cancelled = cancelCheckIn(booked, "ben", cancel);
    const cleared = cancelled.ok ? clearCalendar(cancelled.value) : booked;
    expect(cleared.cancelNote).toBe("Not well");
    expect(forgetNote(cleared).cancelNote).toBeNull();
  });
});

describe("saying whether the pair met", () => {
  it("[BOOK-6] is held when either says so; saying it again changes nothing; a cancelled one can't be held", () => {
    const held = answerCheckIn(booked, true, "ben", afterSlot);
    expect(held).toMatchObject({ ok: true, value: { status: "held", settledBy: "ben" } });
    if (held.ok) expect(answerCheckIn(held.value, true, "ana", afterSlot)).toEqual(held);
    expect(answerCheckIn({ ...booked, status: "cancelled" }, true, "ana", afterSlot)).toEqual(no("check-in-is-over"));
  });

  it("[BOOK-14] lets the first answer stand, except that having met from either makes it held", () => {
    const missed = answerCheckIn(booked, false, "ana", afterSlot);
    expect(missed).toMatchObject({ ok: true, value: { status: "missed", settledBy: "ana" } });
    expect(missed.ok && answerCheckIn(missed.value, true, "ben", afterSlot)).toMatchObject({
      value: { status: "held", settledBy: "ben" },
    });
    expect(answerCheckIn({ ...booked, status: "held" }, false, "ana", afterSlot)).toEqual(no("check-in-is-over"));
    expect(answerCheckIn(missCheckIn(booked), true, "ana", afterSlot)).toEqual(no("check-in-is-over"));
  });

  it("[BOOK-14] waits until it has begun, and until it stands in the calendars", () => {
    expect(answerCheckIn(booked, true, "ana", monday)).toEqual(no("not-booked"));
    expect(answerCheckIn(asked, false, "ana", afterSlot)).toEqual(no("not-booked"));
    expect(answerCheckIn(booking, true, "ana", afterSlot)).toEqual(no("not-booked"));
  });

  it("[BOOK-6] is held by a session that comes to its close, whenever that is", () => {
    expect(holdCheckIn(booked, "ana")).toMatchObject({ ok: true, value: { status: "held", settledBy: "ana" } });
  });
});
