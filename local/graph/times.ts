import { Temporal } from "temporal-polyfill";
import { GraphError } from "./errors.ts";
import { ianaZoneOf } from "./zones.ts";

/** A wall-clock moment as a calendar keeps it: `local` is "YYYY-MM-DDTHH:MM:SS[.fff]", `zone` IANA. */
export interface WallTime {
  readonly local: string;
  readonly zone: string;
}

/** Graph's dateTimeTimeZone. */
export interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

const hasOffset = /(?:[zZ]|[+-]\d\d:?\d\d)$/;

/** Graph's refusal of a zone it doesn't know, or of none. */
export function zoneNotSupported(name: string): GraphError {
  const sentence = "A valid TimeZone value must be specified. The following TimeZone value is not supported:";
  return new GraphError(400, "TimeZoneNotSupportedException", `${sentence} '${name}'.`);
}

/** The IANA zone behind a name in a request. @throws GraphError 400 TimeZoneNotSupportedException. */
export function zoneNamed(name: string | null | undefined): string {
  const zone = name ? ianaZoneOf(name) : undefined;
  if (!zone) throw zoneNotSupported(name ?? "");
  return zone;
}

/** Reads a request's dateTimeTimeZone. An offset in `dateTime` wins over the zone, which then only says how to keep it. */
export function readWallTime(value: { dateTime: string; timeZone?: string | null | undefined }): WallTime {
  const zone = zoneNamed(value.timeZone);
  const text = value.dateTime.trim();
  try {
    if (!hasOffset.test(text)) return { local: plain(Temporal.PlainDateTime.from(text)), zone };
    return { local: plain(Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime()), zone };
  } catch {
    throw new GraphError(400, "ErrorInvalidArgument", `The value '${text}' is not a date and time.`);
  }
}

const plain = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: "millisecond" });

/** The instant of a wall-clock moment in milliseconds since 1970. In a gap the later time counts, in an overlap the earlier. */
export function epochOf(time: WallTime): number {
  return Temporal.PlainDateTime.from(time.local).toZonedDateTime(time.zone).epochMilliseconds;
}

/** An instant as a zone's clocks show it. */
export function wallTimeAt(epochMs: number, zone: string): WallTime {
  // Most answers are in UTC, which needs no calendar arithmetic.
  if (zone === "Etc/UTC") return { local: new Date(epochMs).toISOString().slice(0, 23), zone };
  const there = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return { local: plain(there.toPlainDateTime()), zone };
}

/** Graph's seven-digit form of a wall-clock text. */
export const sevenDigits = (local: string) => `${local.slice(0, 19)}.${(local.slice(20) || "").padEnd(7, "0")}`;

/** An instant in a zone that is written under the name the caller asked for. */
export function shown(epochMs: number, zone: { readonly name: string; readonly iana: string }): DateTimeTimeZone {
  return { dateTime: sevenDigits(wallTimeAt(epochMs, zone.iana).local), timeZone: zone.name };
}

/** True when the text is a midnight. */
export const isMidnight = (local: string) => /T00:00:00(\.0+)?$/.test(local);
