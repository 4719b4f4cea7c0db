import { describe, expect, it } from "vitest";
import { cancelCheckIn, clearCalendar } from "./booking.ts";
import type { CheckIn, CheckInStatus } from "./check-in.ts";
import { asked, booked, booking, monday, moving } from "./check-in-fixture.ts";
import { nextToBook, nextToOpen } from "./turn.ts";

const [ana, ben, chidi] = ["ana", "ben", "chidi"];
const pair = { members: [ana, ben] as string[] };
const trio = { members: [ana, ben, chidi] as string[] };
const checkIn = (status: CheckInStatus, by: string | undefined) => ({
  ...asked,
  status,
  opener: by as string,
  booker: by as string,
});
const cancelled = (checkIn: CheckIn): CheckIn => {
  const result = cancelCheckIn(checkIn, ben, { note: null, now: monday });
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

describe("who opens", () => {
  it("[TURN-1] is the first member at the first session", () => {
    expect(nextToOpen(pair, [])).toBe(ana);
  });

  it("[TURN-2] passes to the other after a session that was held", () => {
    expect(nextToOpen(pair, [checkIn("held", ana)])).toBe(ben);
    expect(nextToOpen(pair, [checkIn("held", ana), checkIn("held", ben)])).toBe(ana);
  });

  it("[TURN-3] keeps the turn for whoever was due when one is missed", () => {
    expect(nextToOpen(pair, [checkIn("held", ana), checkIn("missed", ben)])).toBe(ben);
  });

  it("[TURN-4] goes round all three in a trio", () => {
    expect(nextToOpen(trio, [checkIn("held", ben)])).toBe(chidi);
    expect(nextToOpen(trio, [checkIn("held", chidi)])).toBe(ana);
  });
});

describe("to whom booking falls", () => {
  it("[TURN-5] is the member who does not open at first, then passes on with every check-in that was booked", () => {
    expect(nextToBook(pair, [])).toBe(ben);
    expect(nextToBook(pair, [checkIn("booked", ben)])).toBe(ana);
    expect(nextToBook(pair, [checkIn("missed", ben), checkIn("held", ana)])).toBe(ben);
  });

  it("[TURN-5] is not used up by a check-in that never reached the calendars", () => {
    expect(nextToBook(pair, [checkIn("booked", ben), checkIn("cancelled", ana)])).toBe(ana);
  });

  it("[TURN-5] passes on while it moves, and when it was cancelled after it had stood there", () => {
    for (const reached of [moving, cancelled(booked), clearCalendar(cancelled(booked))])
      expect(nextToBook(pair, [checkIn("held", ben), reached])).toBe(ben);
    for (const never of [booking, cancelled(booking), clearCalendar(cancelled(booking)), cancelled(asked)])
      expect(nextToBook(pair, [checkIn("held", ben), never])).toBe(ana);
  });
});
