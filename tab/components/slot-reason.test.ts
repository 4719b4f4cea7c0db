import { expect, it } from "vitest";
import { checkInMessages } from "../../shared/content/tab-messages.ts";
import type { MemberView } from "../../shared/contract/people.ts";
import { slotReason } from "./slot-reason.ts";

const say = checkInMessages("en-GB");
const ana: MemberView = { id: "a", name: "Ana", voice: "voice-1", timeZone: "Europe/London" };
const ben: MemberView = { id: "b", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" };
const chidi: MemberView = { id: "c", name: "Chidi", voice: "voice-3", timeZone: "Europe/London" };
const pair = [ana, ben];

const at = (startsAt: string, person: string | null, lastBorneBy: string | null = null) => ({
  startsAt,
  stretch: person === null ? null : ({ person, side: "after", lastBorneBy } as const),
});

it("[TAB-1] says of a comfortable time that it is inside the working days", () => {
  expect(slotReason(at("2026-11-26T10:00:00Z", null), pair, "a", say)).toBe("Inside both your working days");
  expect(slotReason(at("2026-11-26T10:00:00Z", null), [...pair, chidi], "a", say)).toBe(
    "Inside all three working days",
  );
});

it("[TAB-1] says of an uncomfortable time whose it is now and whose it was, as the reader stands to it", () => {
  const slot = at("2026-11-26T18:00:00Z", "a", "b");
  expect(slotReason(slot, pair, "a", say)).toBe("Your evening this time, Ben’s last time");
  expect(slotReason(slot, pair, "b", say)).toBe("Ana’s evening this time, yours last time");
});

it("[TAB-1] tells the part of the day by the clock of whoever bears it", () => {
  expect(slotReason(at("2026-11-26T02:30:00Z", "b", "a"), pair, "a", say)).toBe(
    "Ben’s early morning this time, yours last time",
  );
  expect(slotReason(at("2026-11-26T13:00:00Z", "a", "b"), pair, "a", say)).toBe(
    "Outside your working day this time, Ben’s last time",
  );
});

it("[TAB-1] says whose turn is next where nobody bore such an hour before", () => {
  const slot = at("2026-11-26T18:00:00Z", "a");
  expect(slotReason(slot, pair, "a", say)).toBe("Your evening this time, Ben’s next time");
  expect(slotReason(slot, [...pair, chidi], "a", say)).toBe("Your evening this time, somebody else’s next time");
});

it("[SLOT-16] says plainly whose day a second time running is, and who alone can choose it", () => {
  const slot = at("2026-11-26T18:00:00Z", "a", "a");
  expect(slotReason(slot, pair, "a", say)).toBe("Your evening again, as last time");
  expect(slotReason(slot, pair, "b", say)).toBe("Ana’s evening again, as last time. Only Ana can choose it");
});
