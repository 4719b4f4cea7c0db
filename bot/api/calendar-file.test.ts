import { describe, expect, it } from "vitest";
import { type CheckIn, type CheckInStatus, untouched } from "../../shared/domain/check-in.ts";
import { calendarFile } from "./calendar-file.ts";

const now = Date.parse("2026-11-23T09:00:00Z");
const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${"x".repeat(120)}%40thread.v2/0?context=%7b%7d`;
const event = { organiser: "ana", eventId: "AAMk", iCalUId: "040000008200E00074C5B7101A82E008", joinUrl };

const checkIn = (over: Partial<CheckIn> & { readonly status: CheckInStatus }): CheckIn => ({
  ...untouched,
  id: "3f6f0a52-0000-4000-8000-000000000001",
  pairId: "3f6f0a52-0000-4000-8000-0000000000aa",
  number: 3,
  minutes: 60,
  opener: "ben",
  booker: "ana",
  offered: [],
  slot: { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z", stretch: null },
  bookingId: "b",
  event,
  version: 7,
  ...over,
});

/** Reads a calendar as RFC 5545 says: lines folded by CRLF and a space are joined, text is unescaped. */
function read(file: string): readonly Readonly<Record<string, string>>[] {
  const lines = file
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter(Boolean);
  const events: Record<string, string>[] = [];
  let open: Record<string, string> | null = null;
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (line === "BEGIN:VEVENT") open = {};
    else if (line === "END:VEVENT" && open) {
      events.push(open);
      open = null;
    } else if (open) open[name] = value.replace(/\\n/gi, "\n").replace(/\\([\\;,])/g, "$1");
  }
  return events;
}

describe("the file for other calendars", () => {
  it("[ICS-1] tells when in UTC, and neither with whom nor what about", () => {
    const [only, ...others] = read(calendarFile([checkIn({ status: "booked" })], now));
    expect(others).toEqual([]);
    expect(only).toEqual({
      UID: event.iCalUId,
      SEQUENCE: "7",
      DTSTAMP: "20261123T090000Z",
      DTSTART: "20261126T100000Z",
      DTEND: "20261126T110000Z",
      SUMMARY: "Check-in",
      URL: joinUrl,
      STATUS: "CONFIRMED",
      CLASS: "PRIVATE",
    });
  });

  it("[ICS-2] keeps what stands in the calendars and what was held, and nothing else", () => {
    const all = (["asked", "booking", "booked", "moving", "held", "missed", "cancelled", "needs-you"] as const).map(
      (status, at) => checkIn({ status, event: { ...event, iCalUId: `uid-${status}` }, number: at + 1 }),
    );
    const lost = checkIn({ status: "needs-you", event: null, slot: null });
    const kept = read(calendarFile([...all, lost], now)).map((one) => one["UID"]);
    expect(kept).toEqual(["uid-booked", "uid-moving", "uid-held", "uid-needs-you"]);
  });

  it("[ICS-3] gives one check-in the same UID each time, and a higher SEQUENCE after each change", () => {
    const held = checkIn({ status: "held", event: null });
    const [first] = read(calendarFile([held], now));
    const [second] = read(calendarFile([{ ...held, version: 8 }], now + 60_000));
    expect(first?.["UID"]).toBe(`${held.id}@counterpoint`);
    expect([second?.["UID"], second?.["SEQUENCE"]]).toEqual([first?.["UID"], "8"]);
  });

  it("[ICS-4] ends every line with CRLF and folds after 75 octets", () => {
    const file = calendarFile([checkIn({ status: "booked" })], now);
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("[ICS-4] lets nothing that came from Outlook begin a line of its own", () => {
    const forged = { ...event, iCalUId: "uid\r\nSUMMARY:Ana and Ben", joinUrl: "https://x.example/\r\nATTENDEE:ben" };
    const [only] = read(calendarFile([checkIn({ status: "booked", event: forged })], now));
    expect([only?.["SUMMARY"], only?.["ATTENDEE"], only?.["URL"]]).toEqual(["Check-in", undefined, undefined]);
  });

  it("[ICS-2] is an empty calendar for a pair that has none", () => {
    expect(calendarFile([], now)).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*END:VCALENDAR\r\n$/);
  });
});
