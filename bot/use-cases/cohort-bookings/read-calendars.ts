import type { PersonId } from "../../../shared/domain/person.ts";
import type { Availability, Interval } from "../../../shared/domain/slots/availability.ts";
import { type Calendar, CalendarAway, CalendarRefused, NotConnected } from "../../ports/calendar.ts";

/** Someone whose calendar couldn't be read: never free. */
const closed = (person: PersonId): Availability => ({
  person,
  hours: { zone: "UTC", days: [], from: "00:00", to: "00:00" },
  busy: null,
});

/**
 * The calendars of several groups of people at the same time, each group in a request of its own that another mailbox answers. Whoever
 * couldn't be read is there as such.
 *
 * @throws CalendarAway
 */
export async function readCalendars(
  calendar: Pick<Calendar, "availability">,
  groups: readonly (readonly PersonId[])[],
  window: Interval,
): Promise<(person: PersonId) => Availability> {
  const asked = groups.map((people) => [...new Set(people)]).filter((people) => people.length > 0);
  const answers = await Promise.all(asked.map((people) => readGroup(calendar, people, window)));
  const found = new Map(answers.flat().map((one) => [one.person, one]));
  return (person) => found.get(person) ?? closed(person);
}

/** The first person's mailbox answers for all; where that is too busy, the last person's. @throws CalendarAway when both are. */
async function readGroup(
  calendar: Pick<Calendar, "availability">,
  people: readonly PersonId[],
  window: Interval,
  others: readonly PersonId[] | null = people.toReversed(),
): Promise<readonly Availability[]> {
  try {
    return await calendar.availability(people, window);
  } catch (problem) {
    if (problem instanceof CalendarRefused || problem instanceof NotConnected) return [];
    if (!(problem instanceof CalendarAway) || !others) throw problem;
    return readGroup(calendar, others, window, null);
  }
}

/** `things` in groups of at most `size`. */
export const inGroups = <T>(things: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, at) => things.slice(at * size, (at + 1) * size));
