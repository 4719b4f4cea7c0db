import type { Temporal } from "temporal-polyfill";
import type { LocalPerson } from "../../identities.ts";
import type { Sensitivity, ShowAs } from "../events/event.ts";

/** An event to be in somebody's calendar. `start` and `end` are wall-clock on the owner's own clock, "YYYY-MM-DDTHH:MM". */
export interface Planned {
  readonly subject: string;
  readonly start: Temporal.PlainDateTime;
  readonly end: Temporal.PlainDateTime;
  readonly showAs: ShowAs;
  readonly sensitivity: Sensitivity;
  readonly isAllDay: boolean;
  readonly place: string | null;
}

/** What is already taken in one person's week. Adding refuses what would overlap, or take the hours that stay open for everyone. */
export class WeekPlan {
  readonly events: Planned[] = [];
  readonly #person: LocalPerson;
  readonly #taken: { readonly from: number; readonly to: number }[] = [];

  constructor(person: LocalPerson, monday: Temporal.PlainDate) {
    this.#person = person;
    for (const weekday of openDays) {
      const date = monday.add({ days: weekday - 1 });
      const at = (time: string) => date.toPlainDateTime(time).toZonedDateTime("UTC").epochMilliseconds;
      this.#taken.push({ from: at(openHours.from), to: at(openHours.to) });
    }
  }

  /** Keeps these hours from being filled. */
  block(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): void {
    this.#taken.push(this.#span(from, to));
  }

  /** Adds the event if its hours are free; says whether it did. */
  add(event: Planned): boolean {
    const { from, to } = this.#span(event.start, event.end);
    if (this.#taken.some((one) => one.from < to && from < one.to)) return false;
    this.#taken.push({ from, to });
    this.events.push(event);
    return true;
  }

  /** Adds an event that takes no hours, such as a note for the whole day. */
  note(event: Planned): void {
    this.events.push(event);
  }

  #span(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime) {
    const at = (time: Temporal.PlainDateTime) => time.toZonedDateTime(this.#person.zone).epochMilliseconds;
    return { from: at(from), to: at(to) };
  }
}

/** Tuesdays and Thursdays, 09:30 to 11:30 UTC, stay open in every calendar: so any two people at work then have hours in common. */
export const openDays = [2, 4] as const;
const openHours = { from: "09:30", to: "11:30" };
