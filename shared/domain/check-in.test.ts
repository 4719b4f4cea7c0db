import { describe, expect, it } from "vitest";
import {
  aheadOf,
  awaitsAnswer,
  type CheckIn,
  type CheckInStatus,
  checkInStatuses,
  hasBegun,
  hasLapsed,
  isAhead,
  isInCalendars,
  missCheckIn,
  owesCalendar,
} from "./check-in.ts";
import { afterSlot, asked, booked, booking, monday, moving, slot } from "./check-in-fixture.ts";

const those = (test: (checkIn: CheckIn) => boolean, checkIn: CheckIn): readonly CheckInStatus[] =>
  checkInStatuses.filter((status) => test({ ...checkIn, status }));

describe("where a check-in stands", () => {
  it("[BOOK-6] lies ahead until it is held, missed or cancelled", () => {
    expect(those(isAhead, booked)).toEqual(["asked", "booking", "booked", "moving", "needs-you"]);
  });

  it("[BOOK-6] stands in the calendars while it moves, and while it needs somebody though its event is there", () => {
    expect(those(isInCalendars, booked)).toEqual(["booked", "moving", "needs-you"]);
    expect(isInCalendars({ ...asked, status: "needs-you" })).toBe(false);
  });

  it("[BOOK-7] owes the calendars what was decided and is not there yet", () => {
    expect(those(owesCalendar, booked)).toEqual(["booking", "moving", "cancelled"]);
    expect(owesCalendar({ ...booked, status: "cancelled", bookingId: null })).toBe(false);
  });
});

describe("a check-in that has begun", () => {
  it("was held, or stands in the calendars and its hour has come", () => {
    const start = Date.parse(slot.startsAt);
    expect([start - 1, start].map((now) => hasBegun(booked, now))).toEqual([false, true]);
    expect(hasBegun({ ...booked, status: "held" }, monday)).toBe(true);
    expect([asked, booking, missCheckIn(booked)].some((one) => hasBegun(one, afterSlot))).toBe(false);
  });
});

describe("a check-in that is over", () => {
  it("[HOME-1] waits for an answer from its end on, until it has one", () => {
    expect([booked, moving].map((one) => awaitsAnswer(one, afterSlot))).toEqual([true, true]);
    expect(awaitsAnswer(booked, monday)).toBe(false);
    expect(
      [booking, missCheckIn(booked), { ...booked, status: "held" as const }].some((one) =>
        awaitsAnswer(one, afterSlot),
      ),
    ).toBe(false);
  });

  it("[BOOK-10] stops standing in the way a day after its end when nobody said it was held, and counts as missed", () => {
    const end = Date.parse(slot.endsAt);
    const day = 86_400_000;
    expect([end, end + day - 1, end + day].map((now) => hasLapsed(booked, now))).toEqual([false, false, true]);
    expect(aheadOf([booked], end)).toBe(booked);
    expect(aheadOf([booked], end + day)).toBeNull();
    expect(hasLapsed(asked, end + 9 * day)).toBe(false);
    expect(missCheckIn(moving)).toMatchObject({ status: "missed", move: null, settledBy: null });
  });
});
