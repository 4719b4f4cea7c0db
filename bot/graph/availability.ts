import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Availability, Interval } from "../../shared/domain/slots.ts";
import { RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { type Address, type Addresses, userPath } from "./people.ts";
import { readSchedule, schedule, unreadable } from "./schedule.ts";
import { isoAt } from "./times.ts";

/** Documented limits of one request, and the interval, which must always be sent: without one Graph has answered 500. */
const limits = { schedules: 20, days: 42, intervalMinutes: 30 };

const dayMs = 86_400_000;
const schedules = z.object({ value: z.array(schedule) });
type Schedule = z.infer<typeof schedule>;

/**
 * Free and busy times of people in a window of at most 42 days, in the order asked; `busy: null` for whoever can't be read.
 *
 * @throws RangeError for a longer window.
 */
export async function readAvailability(
  graph: Graph,
  addresses: Addresses,
  people: readonly PersonId[],
  window: Interval,
): Promise<readonly Availability[]> {
  if (window.end - window.start > limits.days * dayMs)
    throw new RangeError(`A window has at most ${limits.days} days.`);
  const found = await Promise.all(people.map(async (person) => ({ person, address: await addresses.of(person) })));
  const known = found.flatMap(({ person, address }) => (address ? [{ person, address }] : []));
  const answers = new Map<PersonId, Schedule>();
  for (let at = 0; at < known.length; at += limits.schedules) {
    const batch = known.slice(at, at + limits.schedules);
    const wanted = batch.map((one) => one.address.address);
    const read = await askOneOf(graph, known, wanted, window);
    for (const { person, address } of batch) {
      const own = read.find((one) => one.scheduleId?.toLowerCase() === address.address.toLowerCase());
      if (own) answers.set(person, own);
    }
  }
  return Promise.all(people.map((person) => availabilityOf(graph, person, answers.get(person))));
}

const availabilityOf = async (graph: Graph, person: PersonId, answer: Schedule | undefined): Promise<Availability> =>
  answer ? readSchedule(graph, person, answer) : unreadable(person);

interface Known {
  readonly person: PersonId;
  readonly address: Address;
}

/** Asks from the first person's mailbox; where that one is closed or missing, from the next person's. Nobody's: nothing is known. */
async function askOneOf(
  graph: Graph,
  known: readonly Known[],
  wanted: readonly string[],
  window: Interval,
): Promise<readonly Schedule[]> {
  for (const { person } of known) {
    try {
      return await askFrom(graph, person, wanted, window);
    } catch (error) {
      if (!(error instanceof RefusedByGraph) || ![403, 404].includes(error.status)) throw error;
    }
  }
  return [];
}

async function askFrom(
  graph: Graph,
  person: PersonId,
  wanted: readonly string[],
  window: Interval,
): Promise<readonly Schedule[]> {
  const time = (at: number) => ({ dateTime: isoAt(at).replace("Z", ""), timeZone: "UTC" });
  const { value } = await graph.post({
    operation: "get-schedule",
    path: `${userPath(person)}/calendar/getSchedule`,
    repeatability: "read",
    body: {
      schedules: wanted,
      startTime: time(window.start),
      endTime: time(window.end),
      availabilityViewInterval: limits.intervalMinutes,
    },
    answer: schedules,
  });
  return value;
}
