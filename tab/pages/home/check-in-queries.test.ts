import { expect, it } from "vitest";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import type { PairHome } from "../../../shared/contract/home.ts";
import { withCheckIn } from "./check-in-queries.ts";

const checkIn = (status: CheckInView["status"], id = "c-1") => ({ id, status }) as CheckInView;
const home = (next: CheckInView | null, toAnswer: CheckInView | null = null) => ({ next, toAnswer }) as PairHome;

it("[TAB-2] puts a check-in as it is now in the place of the next", () => {
  expect(withCheckIn(home(checkIn("asked")), checkIn("booking")).next).toEqual(checkIn("booking"));
});

it("[TAB-2] goes back to asking once the next is cancelled", () => {
  expect(withCheckIn(home(checkIn("booked")), checkIn("cancelled")).next).toBeNull();
});

it("[TAB-3] asks no more once it was answered or moved, and keeps the next that stands already", () => {
  const next = checkIn("booked", "c-2");
  expect(withCheckIn(home(next, checkIn("booked")), checkIn("held"))).toEqual({ next, toAnswer: null });
  expect(withCheckIn(home(checkIn("booked"), checkIn("booked")), checkIn("moving")).toAnswer).toBeNull();
});

it("[TAB-3] goes on asking while other times are only looked at", () => {
  const ended = checkIn("booked");
  expect(withCheckIn(home(ended, ended), ended)).toEqual({ next: ended, toAnswer: ended });
});

it("[TAB-8] shows the answer at once, and keeps what it showed once the pair has gone on", () => {
  const ended = checkIn("booked");
  expect(withCheckIn(home(ended, ended), checkIn("missed")).answered).toEqual(checkIn("missed"));
  expect(withCheckIn(home(null), checkIn("held")).answered).toEqual(checkIn("held"));
  expect(withCheckIn({ ...home(checkIn("booked", "c-2")), answered: null }, checkIn("held")).answered).toBeNull();
  expect(withCheckIn({ ...home(ended), answered: null }, checkIn("cancelled")).answered).toBeNull();
});
