import type { CustomZone, Interval } from "./availability.ts";
import { customOffsets } from "./custom-zone.ts";
import { day } from "./durations.ts";
import type { OffsetSince, Offsets } from "./offsets.ts";

/** A zone is asked for so long a time at once, and the answer remembered: asking is slow, and pairs share zones and weeks. */
const blockLength = 256 * day;
const remembered = new Map<string, Offsets>();
const mostRemembered = 1024;

/**
 * The offsets of a zone over an interval.
 * @throws RangeError for a zone that nobody knows, or a custom zone that makes no sense.
 */
export function offsetsOf(zone: string | CustomZone, { start, end }: Interval): Offsets {
  const name = typeof zone === "string" ? zone : JSON.stringify(zone);
  const offsets: OffsetSince[] = [];
  for (let block = Math.floor(start / blockLength); block * blockLength < end; block += 1) {
    const key = `${block} ${name}`;
    for (const one of remembered.get(key) ?? remember(key, offsetsIn(zone, block * blockLength)))
      if (one.offset !== offsets.at(-1)?.offset) offsets.push(one);
  }
  return offsets;
}

function remember(key: string, offsets: Offsets): Offsets {
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, offsets);
  return offsets;
}

const offsetsIn = (zone: string | CustomZone, start: number): Offsets =>
  typeof zone === "string"
    ? namedOffsets(zone, start, start + blockLength)
    : customOffsets(zone, { start, end: start + blockLength });

function namedOffsets(zone: string, start: number, end: number): Offsets {
  const offsets: OffsetSince[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  while (at && at.epochMilliseconds < end) {
    offsets.push({ since: at.epochMilliseconds, offset: at.offsetNanoseconds / 1_000_000 });
    at = at.getTimeZoneTransition("next");
  }
  return offsets;
}
