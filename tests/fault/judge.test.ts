import { describe, expect, it } from "vitest";
import type { ToldEvent } from "../world.ts";
import { type Aimed, judge, type Wanted } from "./storm/judge.ts";
import type { KeptCheckIn } from "./storm/records.ts";

const start = Date.parse("2026-12-03T09:00:00Z");
const end = Date.parse("2026-12-03T10:00:00Z");
const wanted: Wanted = { startsAt: start, endsAt: end, joinUrl: null };
const booked: Aimed = { wanted, tidings: ["booked"] };
const cancelled: Aimed = { wanted: null, tidings: ["cancelled", "booked, cancelled"] };

const copy = (mailbox: string, change: Partial<ToldEvent> = {}): ToldEvent => ({
  subject: "Check-in",
  mailbox,
  role: mailbox === "Ana" ? "organizer" : "attendee",
  transactionId: "booking-1",
  iCalUId: "meeting-1",
  immutableId: `${mailbox}-1`,
  cancelled: false,
  deleted: false,
  startAt: new Date(start).toISOString(),
  endAt: new Date(end).toISOString(),
  joinUrl: "https://teams.microsoft.com/l/1",
  sensitivity: "private",
  seeded: false,
  ...change,
});

const record = (change: Partial<KeptCheckIn> = {}): KeptCheckIn => ({
  id: "check-in-1",
  status: "booked",
  minutes: 60,
  startsAt: start,
  endsAt: end,
  movingTo: null,
  organiser: "Ana",
  iCalUId: "meeting-1",
  joinUrl: "https://teams.microsoft.com/l/1",
  owes: false,
  jobs: 0,
  news: ["booked"],
  ...change,
});

const found = (copies: readonly ToldEvent[], kept = record(), news = ["booked"]) => ({
  members: ["Ana", "Ben"],
  copies,
  record: kept,
  news,
});
const gone = record({ status: "cancelled" });
const outcomeOf = (...asked: Parameters<typeof judge>) => judge(...asked).outcome;

describe("what a storm has left in the calendars of Ana and Ben", () => {
  it("is right when one meeting stands in both, where it was wanted", () => {
    expect(outcomeOf(booked, found([copy("Ana"), copy("Ben")]))).toBe("right");
  });

  it("is right when nothing stands after a cancellation", () => {
    expect(outcomeOf(cancelled, found([], gone, ["cancelled"]))).toBe("right");
  });

  it("is doubled when two meetings stand, or one twice in a calendar, or one that was cancelled", () => {
    const other = { iCalUId: "meeting-2" };
    expect(outcomeOf(booked, found([copy("Ana"), copy("Ben"), copy("Ana", other)]))).toBe("doubled");
    expect(outcomeOf(booked, found([copy("Ana"), copy("Ben"), copy("Ben")]))).toBe("doubled");
    expect(outcomeOf(cancelled, found([copy("Ben")], gone))).toBe("doubled");
  });

  it("is lost when nothing stands, or in one calendar only", () => {
    expect(outcomeOf(booked, found([]))).toBe("lost");
    expect(outcomeOf(booked, found([copy("Ana")]))).toBe("lost");
  });

  const wrong: readonly (readonly [string, Partial<ToldEvent>])[] = [
    ["begins at another hour", { startAt: "2026-12-03T11:00:00Z" }],
    ["has another length", { endAt: "2026-12-03T09:30:00Z" }],
    ["shows who meets whom", { sensitivity: "normal" }],
    ["has lost its link", { joinUrl: null }],
  ];
  it.each(wrong)("is lost when a copy %s", (_what, change) => {
    expect(outcomeOf(booked, found([copy("Ana"), copy("Ben", change)]))).toBe("lost");
  });

  it("is lost when a move has changed the link", () => {
    const moved = { ...wanted, joinUrl: "https://teams.microsoft.com/l/0" };
    expect(outcomeOf({ ...booked, wanted: moved }, found([copy("Ana"), copy("Ben")]))).toBe("lost");
  });

  it("is lost when people were told of something that didn't happen, or of nothing", () => {
    const copies = [copy("Ana"), copy("Ben")];
    expect(outcomeOf(booked, found(copies, record(), ["booked", "moved-in-outlook"]))).toBe("lost");
    expect(outcomeOf(booked, found(copies, record(), []))).toBe("lost");
    expect(outcomeOf(cancelled, found([], gone, ["booked", "cancelled"]))).toBe("right");
  });

  it("is lost when the records say something else than the calendars", () => {
    const copies = [copy("Ana"), copy("Ben")];
    expect(outcomeOf(booked, found(copies, record({ status: "needs-you" })))).toBe("lost");
    expect(outcomeOf(booked, found(copies, record({ startsAt: end })))).toBe("lost");
    expect(outcomeOf(booked, found(copies, record({ iCalUId: "meeting-2" })))).toBe("lost");
    expect(outcomeOf(cancelled, found([]))).toBe("lost");
  });
});
