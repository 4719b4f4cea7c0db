import { Temporal } from "temporal-polyfill";
import { personBy } from "../people.ts";
import type { WallTime } from "../times.ts";
import { instantsOf } from "./content.ts";
import type { CalendarEvent } from "./event.ts";
import { datesOf } from "./recurrence.ts";

/** A span of time, its end excluded. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const occurrenceForm = /^(.+)OID(\d{8})=$/;

const occurrenceId = (masterId: string, date: string) => masterId.replace(/=$/, `OID${date.replaceAll("-", "")}=`);

/** The series and the date behind an occurrence's id; undefined for any other id. */
export function readOccurrenceId(id: string): { readonly masterId: string; readonly date: string } | undefined {
  const [, master, digits] = occurrenceForm.exec(id) ?? [];
  if (master === undefined || digits === undefined) return undefined;
  return { masterId: `${master}=`, date: digits.replace(/(....)(..)(..)/, "$1-$2-$3") };
}

/** What of a copy lies in a span: the copy itself, or the occurrences of a series that touch it, in order. */
export function occurrencesIn(event: CalendarEvent, span: Span): CalendarEvent[] {
  const { recurrence } = event.content;
  if (!recurrence) return touches(event, span) ? [event] : [];
  // A day more, as the zones of the event and of its owner may lie a day apart.
  const until = new Date(span.to.getTime() + 86_400_000).toISOString().slice(0, 10);
  const found: CalendarEvent[] = [];
  for (const date of datesOf(recurrence, until)) {
    const occurrence = occurrenceOn(event, date);
    if (touches(occurrence, span)) found.push(occurrence);
  }
  return found;
}

/** The occurrence of a series on a date; undefined where it has none. */
export function occurrenceAt(master: CalendarEvent, date: string): CalendarEvent | undefined {
  const { recurrence } = master.content;
  if (!recurrence) return undefined;
  for (const one of datesOf(recurrence, date)) if (one.toString() === date) return occurrenceOn(master, one);
  return undefined;
}

/** When a series is over: the end of its last occurrence, or "infinity". Null for a single event. */
export function endOfSeries(event: CalendarEvent): string | null {
  const { recurrence } = event.content;
  if (!recurrence) return null;
  if (recurrence.endDate === null && recurrence.numberOfOccurrences === null) return "infinity";
  const last = [...datesOf(recurrence)].at(-1);
  return last ? occurrenceOn(event, last).endAt.toISOString() : event.endAt.toISOString();
}

const touches = ({ startAt, endAt }: CalendarEvent, { from, to }: Span) =>
  startAt < to && (endAt > from || startAt >= from);

/** The wall clock of the event's own zone tells when an occurrence starts and ends, before and after a change of clocks. */
function occurrenceOn(master: CalendarEvent, date: Temporal.PlainDate): CalendarEvent {
  const { content, iCalUId } = master;
  const first = Temporal.PlainDateTime.from(content.start.local).toPlainDate();
  const days = first.until(date).total("days");
  const shifted = ({ local, zone }: WallTime): WallTime => ({
    local: Temporal.PlainDateTime.from(local).add({ days }).toString({ smallestUnit: "millisecond" }),
    zone,
  });
  const own = { ...content, recurrence: null, start: shifted(content.start), end: shifted(content.end) };
  const owner = personBy(master.mailbox);
  if (!owner) throw new Error("A copy is in a mailbox that nobody has.");
  const hex = (value: number, length: number) => value.toString(16).padStart(length, "0").toUpperCase();
  const inUid = `${hex(date.year, 4)}${hex(date.month, 2)}${hex(date.day, 2)}`;
  return {
    ...master,
    ...instantsOf(own, owner),
    id: occurrenceId(master.id, date.toString()),
    immutableId: occurrenceId(master.immutableId, date.toString()),
    iCalUId: `${iCalUId.slice(0, 32)}${inUid}${iCalUId.slice(40)}`,
    content: own,
    occurrenceOf: { id: master.id, immutableId: master.immutableId },
  };
}
