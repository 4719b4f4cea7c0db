import type { DateTimeTimeZone } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import { ianaZone } from "./zones.ts";

/** Graph's wall-clock time with its zone. */
export const dateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string() });

/** An instant in epoch milliseconds, or `null` when zone or text can't be read. Fractions of seven digits are usual. */
export function instantOf({ dateTime, timeZone }: z.infer<typeof dateTimeTimeZone>): number | null {
  const zone = ianaZone(timeZone);
  try {
    if (/(?:Z|[+-]\d\d:\d\d)$/i.test(dateTime)) return Temporal.Instant.from(dateTime).epochMilliseconds;
    return zone === null ? null : Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** An ISO instant as the clocks of a zone show it, under the name that Graph is to know the zone by. */
export function wallTime(instant: string, iana: string, timeZone = iana): Required<DateTimeTimeZone> {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(iana).toPlainDateTime();
  return { dateTime: local.toString({ smallestUnit: "second" }), timeZone };
}

/**
 * When a slot begins and ends, as the clocks of a zone show it. In the hour that clocks go through twice they can't say which is meant: then
 * both are told in UTC.
 */
export function wallTimes(
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  iana: string,
  timeZone = iana,
): { readonly start: Required<DateTimeTimeZone>; readonly end: Required<DateTimeTimeZone> } {
  const isPlain = [startsAt, endsAt].every((instant) => isToldByClocks(instant, iana));
  const [zone, name] = isPlain ? [iana, timeZone] : ["UTC", "UTC"];
  return { start: wallTime(startsAt, zone, name), end: wallTime(endsAt, zone, name) };
}

const isToldByClocks = (instant: string, iana: string): boolean =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(iana)
    .toPlainDateTime()
    .toZonedDateTime(iana)
    .toInstant()
    .equals(instant);

/** Epoch milliseconds as an ISO instant to the second. */
export const isoAt = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: "second" });
