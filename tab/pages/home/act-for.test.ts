import { expect, it } from "vitest";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { actFor } from "./act-for.ts";

const slot = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z", stretch: null };
const checkIn = (status: CheckInView["status"], over: Partial<CheckInView> = {}): CheckInView => ({
  id: "c-1",
  number: 3,
  status,
  minutes: 60,
  opener: "b",
  booker: "a",
  offered: [],
  slot,
  joinUrl: null,
  isOnTheSpot: false,
  movingTo: null,
  declined: [],
  guests: 0,
  appInChat: "unknown",
  recordingOff: "unknown",
  settledBy: null,
  lostBecause: null,
  ...over,
});
const home = { status: "meeting", next: null, toAnswer: null } as const;
const ended = checkIn("booked");

it.each(["booking", "booked", "moving", "needs-you"] as const)("[TAB-2] shows what stands or moves: %s", (status) => {
  expect(actFor({ ...home, next: checkIn(status) })).toBe("stands");
});

it("[TAB-2] asks for a time where nothing stands", () => {
  expect(actFor(home)).toBe("find");
  expect(actFor({ ...home, next: checkIn("asked", { slot: null }) })).toBe("find");
  expect(actFor({ ...home, next: checkIn("needs-you", { slot: null }) })).toBe("find");
  expect(actFor({ ...home, next: checkIn("cancelled") })).toBe("find");
});

it("[TAB-3] asks whether the pair met before it asks for the next time", () => {
  expect(actFor({ ...home, toAnswer: ended, next: ended })).toBe("answer");
  expect(actFor({ ...home, toAnswer: ended, next: null })).toBe("answer");
  expect(actFor({ ...home, toAnswer: ended, next: checkIn("asked", { id: "c-2", slot: null }) })).toBe("answer");
});

it("[TAB-3] lets the question wait behind a check-in that stands already", () => {
  expect(actFor({ ...home, toAnswer: ended, next: checkIn("booked", { id: "c-2" }) })).toBe("stands");
  expect(actFor({ ...home, toAnswer: ended, next: checkIn("moving") })).toBe("stands");
});

it("[TAB-2] shows what a resting or finished pair has, and else that it rests", () => {
  expect(actFor({ ...home, status: "paused" })).toBe("rest");
  expect(actFor({ ...home, status: "closed" })).toBe("over");
  expect(actFor({ ...home, status: "paused", next: checkIn("booked") })).toBe("stands");
});
