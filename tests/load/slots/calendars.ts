import type { Availability, BusyTime, Interval, WorkingHours } from "../../../shared/domain/slots/availability.ts";
import type { SlotSearch } from "../../../shared/domain/slots/find-slots.ts";

const minute = 60_000;
const day = 1440 * minute;

/** Four weeks from a Monday; the clocks change in America after the first, in Europe before the last. */
export const fourWeeks: Interval = { start: Date.UTC(2027, 2, 8), end: Date.UTC(2027, 3, 5) };

interface Place {
  readonly zone: string;
  /** By so many hours clocks are ahead of UTC, roughly: enough to lay meetings into the day. */
  readonly ahead: number;
}
type Some<One> = readonly [One, ...One[]];

/** Where people of one company work. */
const places: Some<Place> = [
  { zone: "Europe/London", ahead: 0 },
  { zone: "Europe/Berlin", ahead: 1 },
  { zone: "America/New_York", ahead: -5 },
  { zone: "Asia/Kolkata", ahead: 5.5 },
  { zone: "Asia/Singapore", ahead: 8 },
];

const shifts: Some<Pick<WorkingHours, "from" | "to">> = [
  { from: "09:00", to: "17:30" },
  { from: "08:30", to: "17:00" },
  { from: "08:00", to: "16:00" },
  { from: "10:00", to: "18:30" },
];

/**
 * A pair's search, always the same for the same number: three pairs in four share a place. Each has 10 to 25 meetings a week, on the half
 * hour and mostly half an hour or an hour long; one in eight is away for two to five days. Either may have borne the last stretched hour.
 */
export function searchOfPair(number: number): SlotSearch {
  const random = randomFrom(number);
  const pick = <One>(of: Some<One>): One => of[Math.floor(random() * of.length)] ?? of[0];
  const first = pick(places);
  const second = random() < 0.75 ? first : pick(places);
  const people = [first, second].map((place, at) => personAt(place, `${number}-${at}`, random, pick(shifts)));
  const lastStretched = pick<string | null>([null, `${number}-0`, `${number}-1`]);
  return { people, minutes: 60, window: fourWeeks, lastStretched };
}

type Random = () => number;

function personAt(
  place: Place,
  person: string,
  random: Random,
  shift: Pick<WorkingHours, "from" | "to">,
): Availability {
  const hours = { zone: place.zone, days: [1, 2, 3, 4, 5], ...shift };
  const busy = [...meetings(place, random), ...(random() < 0.125 ? [absence(random)] : [])];
  return { person, hours, busy: busy.toSorted((one, other) => one.start - other.start) };
}

function meetings({ ahead }: Place, random: Random): readonly BusyTime[] {
  const all: BusyTime[] = [];
  for (let monday = fourWeeks.start; monday < fourWeeks.end; monday += 7 * day) {
    const count = 10 + Math.floor(random() * 16);
    for (let at = 0; at < count; at += 1) {
      const halfHours = 17 + Math.floor(random() * 18);
      const start = monday + Math.floor(random() * 5) * day + (halfHours * 30 - ahead * 60) * minute;
      const length = [30, 30, 60, 60, 90][Math.floor(random() * 5)] ?? 30;
      all.push({ start, end: start + length * minute, status: random() < 0.1 ? "tentative" : "busy" });
    }
  }
  return all;
}

function absence(random: Random): BusyTime {
  const start = fourWeeks.start + Math.floor(random() * 28) * day;
  return { start, end: start + (2 + Math.floor(random() * 4)) * day, status: "out-of-office" };
}

/** Numbers from 0 to 1 that look random and are the same for the same seed: a 32-bit xorshift. */
function randomFrom(seed: number): Random {
  let state = (seed + 1) * 2_654_435_761;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
