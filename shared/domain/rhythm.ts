import { cadenceRules } from "./cadence.ts";
import { type CheckIn, isInCalendars } from "./check-in.ts";

/** What the bot says by itself as time passes: two reminders, and the question afterwards. */
export const rhythmKinds = ["day-before", "ten-minutes-before", "how-it-went"] as const;
export type RhythmKind = (typeof rhythmKinds)[number];

/**
 * When it speaks. Quiet hours are local wall-clock hours in which nothing is said but what concerns the next ten minutes, or the meeting that the
 * person has just come out of. The reminder of the day before is left out when fewer than `leastHoursBefore` are left. A meeting that ended is
 * given `rejoinMinutes` to begin again, as a call that dropped does, and is just over for `justOverMinutes`; one that goes on is left alone for
 * `overrunMinutes` after its hour.
 */
export const rhythmRules = {
  quietFrom: 19,
  quietTo: 8,
  hoursBefore: 24,
  leastHoursBefore: 2,
  minutesBefore: 10,
  askForHours: 24,
  rejoinMinutes: 2,
  justOverMinutes: 10,
  overrunMinutes: 30,
  firstAfterDays: 7,
} as const;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Whether it is a quiet hour for someone in this zone (IANA) at `now` (epoch milliseconds). */
export function isQuiet(now: number, zone: string): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  return hour >= rhythmRules.quietFrom || hour < rhythmRules.quietTo;
}

/**
 * Whether it is time, at `now` (epoch milliseconds), to say this to someone in this zone about the check-in. How it went is asked after the end,
 * and right after its meeting whatever the hour; also of one that the session says was held, whose people have more to say than that.
 *
 * @param endedAt - when its meeting ended, in epoch milliseconds; `null` where that is not known.
 */
export function isDue(
  kind: RhythmKind,
  checkIn: Pick<CheckIn, "status" | "event" | "slot">,
  zone: string,
  now: number,
  endedAt: number | null = null,
): boolean {
  const { slot, status } = checkIn;
  if (!slot || !(isInCalendars(checkIn) || (kind === "how-it-went" && status === "held"))) return false;
  const start = Temporal.Instant.from(slot.startsAt).epochMilliseconds;
  const end = Temporal.Instant.from(slot.endsAt).epochMilliseconds;
  switch (kind) {
    case "ten-minutes-before":
      return now >= start - rhythmRules.minutesBefore * minuteMs && now < start;
    case "day-before":
      return (
        now >= start - rhythmRules.hoursBefore * hourMs &&
        now < start - rhythmRules.leastHoursBefore * hourMs &&
        !isQuiet(now, zone)
      );
    case "how-it-went":
      if (now >= end + rhythmRules.askForHours * hourMs) return false;
      return (endedAt !== null && endedAt >= start && isJustOver(endedAt, now)) || (now >= end && !isQuiet(now, zone));
  }
}

/** Whether a meeting that ended then has had its time to begin again, and is still fresh. */
const isJustOver = (endedAt: number, now: number): boolean =>
  now >= endedAt + rhythmRules.rejoinMinutes * minuteMs && now < endedAt + rhythmRules.justOverMinutes * minuteMs;

/** From when to when a check-in may begin for anything to be due about it at `now`. Epoch milliseconds, for the longest check-in. */
export const rhythmReach = (now: number): { readonly start: number; readonly end: number } => ({
  start: now - rhythmRules.askForHours * hourMs - 3 * hourMs,
  end: now + rhythmRules.hoursBefore * hourMs,
});

/**
 * Whether it is time to offer a pair its next check-in unasked: when the search for times would begin. The first one is left to the pair and
 * the coordinator for the cohort's first week.
 *
 * A check-in that one of them called off counts like one held at its hour: nobody is asked again before the next would come. Whoever called
 * off a wish that had no hour yet is left alone until somebody asks.
 *
 * @param history - the pair's check-ins, oldest first, none of which lies ahead.
 * @param cohortStart - epoch milliseconds, as `now`.
 */
export function isOfferDue(
  now: number,
  {
    history,
    cadenceDays,
    cohortStart,
  }: {
    readonly history: readonly Pick<CheckIn, "status" | "slot" | "settledBy">[];
    readonly cadenceDays: number;
    readonly cohortStart: number;
  },
): boolean {
  const last = history.at(-1);
  const isCalledOff = last?.status === "cancelled" && last.settledBy !== null;
  if (isCalledOff && !last.slot) return false;
  const counted = isCalledOff ? last : history.findLast(({ status }) => status === "held");
  if (!counted?.slot) return now >= cohortStart + rhythmRules.firstAfterDays * dayMs;
  const notice = (cadenceRules.earlyDays + cadenceRules.noticeDays) * dayMs;
  return now >= Temporal.Instant.from(counted.slot.startsAt).epochMilliseconds + cadenceDays * dayMs - notice;
}
