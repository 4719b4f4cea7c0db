import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Availability, Interval } from "../../shared/domain/slots/availability.ts";
import { NotConnected } from "../ports/calendar.ts";
import { RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { type Address, type Addresses, userPath } from "./people.ts";
import { joined, readSchedule, type Schedule, schedule, unreadable } from "./schedule.ts";
import { isoAt } from "./times.ts";

/** Documented limits of one request, and the interval in minutes, which must always be sent: without one Graph has answered 500. */
const limits = { schedules: 20, days: 42, interval: 30, shortestInterval: 5 };

const dayMs = 86_400_000;
const minuteMs = 60_000;
const schedules = z.object({ value: z.array(schedule) });

/**
 * Free and busy times of people in a window, in the order asked; `busy: null` for whoever can't be read.
 *
 * @throws NotConnected when nobody can be asked because somebody is not connected.
 */
export async function readAvailability(
  graph: Graph,
  addresses: Addresses,
  people: readonly PersonId[],
  window: Interval,
): Promise<readonly Availability[]> {
  const found = await askOneOf(graph, addresses, people, window);
  return Promise.all(
    people.map(async (person) => {
      const answer = found.get(person);
      return answer ? readSchedule(graph, person, answer, window) : unreadable(person);
    }),
  );
}

type Found = ReadonlyMap<PersonId, Schedule>;

/** Asks from the first person's mailbox; where that one is closed, missing or not connected, from the next person's. */
async function askOneOf(
  graph: Graph,
  addresses: Addresses,
  people: readonly PersonId[],
  window: Interval,
): Promise<Found> {
  let unconnected: NotConnected | null = null;
  for (const asking of people) {
    try {
      const known = await addresses.of(people, asking);
      if (known.has(asking)) return await askFrom(graph, asking, known, window);
    } catch (error) {
      if (error instanceof NotConnected) unconnected ??= error;
      else if (!(error instanceof RefusedByGraph) || ![403, 404].includes(error.status)) throw error;
    }
  }
  if (unconnected) throw unconnected;
  return new Map();
}

async function askFrom(
  graph: Graph,
  asking: PersonId,
  known: ReadonlyMap<PersonId, Address>,
  window: Interval,
): Promise<Found> {
  const found = new Map<PersonId, Schedule>();
  const everyone = [...known];
  for (let at = 0; at < everyone.length; at += limits.schedules) {
    const some = everyone.slice(at, at + limits.schedules);
    const wanted = some.map(([, { address }]) => address);
    const parts = await Promise.all(partsOf(window).map((part) => askPart(graph, asking, wanted, part)));
    for (const [person, { address }] of some) {
      const own = parts.flatMap((part) => ofAddress(part, address) ?? []);
      if (own.length === parts.length) found.set(person, joined(own));
    }
  }
  return found;
}

const ofAddress = (part: readonly Schedule[], address: string): Schedule | undefined =>
  part.find((one) => one.scheduleId?.toLowerCase() === address.toLowerCase());

/** A window in equal parts that one request may ask about. */
function partsOf({ start, end }: Interval): readonly Interval[] {
  const count = Math.max(1, Math.ceil((end - start) / (limits.days * dayMs)));
  const length = Math.ceil((end - start) / count / minuteMs) * minuteMs;
  return Array.from({ length: count }, (_, part) => ({
    start: start + part * length,
    end: Math.min(end, start + (part + 1) * length),
  }));
}

/** As coarse as the window allows: the view that it is for isn't read, but a longer one than the window is refused. */
const intervalFor = ({ start, end }: Interval): number =>
  Math.max(limits.shortestInterval, Math.min(limits.interval, Math.floor((end - start) / minuteMs)));

async function askPart(
  graph: Graph,
  asking: PersonId,
  wanted: readonly string[],
  window: Interval,
): Promise<readonly Schedule[]> {
  const time = (at: number) => ({ dateTime: isoAt(at).replace("Z", ""), timeZone: "UTC" });
  const { value } = await graph.post({
    operation: "get-schedule",
    path: `${userPath(asking)}/calendar/getSchedule`,
    repeatability: "read",
    body: {
      schedules: wanted,
      startTime: time(window.start),
      endTime: time(window.end),
      availabilityViewInterval: intervalFor(window),
    },
    answer: schedules,
  });
  return value;
}
