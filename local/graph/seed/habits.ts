import type { DayName } from "../events/recurrence.ts";

/** Something that one person does every week, as a series without an end: ISO weekday, and the time on that person's own clock. */
export interface Habit {
  readonly person: string;
  readonly subject: string;
  readonly day: number;
  readonly dayName: DayName;
  readonly at: string;
  readonly minutes: number;
}

/** Outside the hours that stay open for everyone. */
export const habits: readonly Habit[] = [
  { person: "Ana", subject: "Language class", day: 3, dayName: "wednesday", at: "16:00", minutes: 60 },
  { person: "Ben", subject: "Reading hour", day: 5, dayName: "friday", at: "10:00", minutes: 60 },
  { person: "Chidi", subject: "Studio hour", day: 3, dayName: "wednesday", at: "14:00", minutes: 60 },
  { person: "Dara", subject: "On-call handover", day: 1, dayName: "monday", at: "16:30", minutes: 30 },
];
