import { describe, expect, it } from "vitest";
import {
  aheadOf,
  type CheckIn,
  chooseSlot,
  hasLapsed,
  holdCheckIn,
  isAhead,
  loseSlot,
  missCheckIn,
  offerSlots,
  recordBooking,
} from "./check-in.ts";

const slot = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z", stretches: null };
const later = { startsAt: "2026-11-27T10:00:00Z", endsAt: "2026-11-27T11:00:00Z", stretches: null };
const event = {
  organiser: "ana",
  eventId: "e1",
  iCalUId: "u1",
  joinUrl: "https://teams.microsoft.com/l/meetup-join/x",
};

const asked: CheckIn = {
  id: "c1",
  pairId: "p1",
  number: 3,
  status: "asked",
  minutes: 60,
  opener: "ben",
  booker: "ana",
  offered: [slot, later],
  slot: null,
  bookingId: null,
  event: null,
  version: 1,
};

const chosen = () => {
  const result = chooseSlot(asked, slot.startsAt, "ben", "b1");
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

describe("booking a check-in", () => {
  it("[BOOK-1] takes one of the offered times, from either partner", () => {
    expect(chosen()).toMatchObject({ status: "booking", slot, booker: "ben", bookingId: "b1" });
  });

  it("[BOOK-2] refuses a time that was not offered", () => {
    expect(chooseSlot(asked, "2026-11-28T10:00:00Z", "ana", "b1")).toEqual({ ok: false, refusal: "time-not-offered" });
  });

  it("[BOOK-3] lets the first choice stand when both choose", () => {
    expect(chooseSlot(chosen(), later.startsAt, "ana", "b2")).toEqual({ ok: false, refusal: "already-booked" });
    expect(offerSlots(chosen(), [later])).toEqual({ ok: false, refusal: "already-booked" });
  });

  it("[BOOK-4] knows the event once it stands in the calendars, and offers nothing more", () => {
    expect(recordBooking(chosen(), event)).toMatchObject({ status: "booked", event, offered: [] });
  });

  it("[BOOK-5] asks again when the hour was taken in the meantime", () => {
    const lost = loseSlot(chosen());
    expect(lost).toMatchObject({ status: "needs-you", slot: null, bookingId: null });
    expect(offerSlots(lost, [later])).toMatchObject({ ok: true, value: { status: "asked", offered: [later] } });
  });

  it("[BOOK-6] is held when either says so, once", () => {
    const held = holdCheckIn(recordBooking(chosen(), event));
    expect(held).toMatchObject({ ok: true, value: { status: "held" } });
    if (held.ok) expect(holdCheckIn(held.value)).toEqual(held);
    expect(holdCheckIn({ ...asked, status: "cancelled" })).toEqual({ ok: false, refusal: "check-in-is-over" });
  });

  it("[BOOK-10] stops standing in the way a day after its end when nobody said it was held, and counts as missed", () => {
    const booked = recordBooking(chosen(), event);
    const end = Date.parse(slot.endsAt);
    const day = 86_400_000;
    expect([end, end + day - 1, end + day].map((now) => hasLapsed(booked, now))).toEqual([false, false, true]);
    expect(aheadOf([booked], end)).toBe(booked);
    expect(aheadOf([booked], end + day)).toBeNull();
    expect(hasLapsed(asked, end + 9 * day)).toBe(false);
    expect(holdCheckIn(missCheckIn(booked))).toEqual({ ok: false, refusal: "check-in-is-over" });
  });

  it("[BOOK-6] lies ahead until it is held, missed or cancelled", () => {
    expect(["asked", "booking", "booked", "needs-you"].every((status) => isAhead({ status } as CheckIn))).toBe(true);
    expect(["held", "missed", "cancelled"].some((status) => isAhead({ status } as CheckIn))).toBe(false);
    expect(chooseSlot({ ...asked, status: "missed" }, slot.startsAt, "ana", "b").ok).toBe(false);
    expect(offerSlots({ ...asked, status: "held" }, [slot]).ok).toBe(false);
  });
});
