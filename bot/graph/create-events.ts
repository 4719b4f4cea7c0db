import type { PersonId } from "../../shared/domain/person.ts";
import { type Booking, type BookingOutcome, CalendarAway, CalendarRefused, NotConnected } from "../ports/calendar.ts";
import { askTogether, type BatchAnswer, mostInBatch } from "./batch.ts";
import { adopt, type BookingTools, createEvent, isDuplicate, nobodyThere } from "./booking.ts";
import { type BookingContent, eventFrom, invited } from "./booking-content.ts";
import { isUnknownZone, outlookEvent, settled } from "./event.ts";
import { isConflict } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { type Address, userPath } from "./people.ts";
import { windowsZone } from "./zones.ts";

/**
 * Makes the events of up to 20 bookings in one request, in their order, each with an outcome of its own. Where everybody has a token of
 * their own, no request can serve several people, and each is made by itself.
 *
 * @throws RangeError for more, CalendarAway when nothing was made yet.
 */
export async function createEvents(
  tools: BookingTools,
  bookings: readonly Booking[],
): Promise<readonly BookingOutcome[]> {
  if (bookings.length > mostInBatch) throw new RangeError(`At most ${mostInBatch} bookings fit one request.`);
  if (tools.graph.isPerPerson)
    return Promise.all(bookings.map((booking) => outcomeOf(createEvent(tools, booking).then(made))));
  const outcomes = new Map<Booking, BookingOutcome>();
  const ready = await readyBookings(tools, bookings, outcomes);
  const answers = await send(tools.graph, ready);
  await Promise.all(
    ready.map(async (content, index) => {
      const answer = answers[index] ?? { kind: "lost" };
      outcomes.set(content.booking, await outcomeOf(settle(tools.graph, content, answer)));
    }),
  );
  return bookings.map((booking) => outcomes.get(booking) ?? { kind: "unsure" });
}

const made = (event: Extract<BookingOutcome, { kind: "made" }>["event"]): BookingOutcome => ({ kind: "made", event });

const refused = ({ reason }: CalendarRefused): BookingOutcome => ({ kind: "refused", reason });

/** Someone who isn't connected is unsure as well: trying that booking by itself says who it is. */
async function outcomeOf(work: Promise<BookingOutcome>): Promise<BookingOutcome> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CalendarRefused) return refused(error);
    if (error instanceof CalendarAway || error instanceof NotConnected) return { kind: "unsure" };
    throw error;
  }
}

/** Those for which everything is known that the event needs; the others get their outcome here. */
async function readyBookings(
  { addresses, teams }: BookingTools,
  bookings: readonly Booking[],
  outcomes: Map<Booking, BookingOutcome>,
): Promise<readonly BookingContent[]> {
  const [first] = bookings;
  if (!first) return [];
  const known = await addresses.of(bookings.flatMap(invited), first.organiser);
  const leaves = await teams.ofAll(bookings.map(({ organiser }) => organiser));
  return bookings.flatMap((booking, index) => {
    const hasTeams = leaves[index] ?? { kind: "lost" };
    const attendees = attendeesOf(booking, known);
    if (!attendees) outcomes.set(booking, refused(nobodyThere()));
    else if (typeof hasTeams === "boolean") return [{ booking, attendees, hasTeams }];
    else outcomes.set(booking, hasTeams.kind === "refused" ? refused(hasTeams.refusal) : { kind: "unsure" });
    return [];
  });
}

function attendeesOf(booking: Booking, known: ReadonlyMap<PersonId, Address>): readonly Address[] | null {
  const others = invited(booking);
  const found = others.flatMap((person) => known.get(person) ?? []);
  return found.length === others.length ? found : null;
}

/** Sends them; those in a zone that Outlook lacks once more, by Windows' name for it. */
async function send(graph: Graph, contents: readonly BookingContent[]): Promise<readonly BatchAnswer[]> {
  const items = (zoneName: (zone: string) => string, some: readonly BookingContent[]) =>
    some.map((content) => ({
      method: "POST" as const,
      path: `${userPath(content.booking.organiser)}/events`,
      body: eventFrom(content, zoneName(content.booking.timeZone)),
      mailbox: content.booking.organiser,
    }));
  const answers = await askTogether(
    graph,
    "create-events",
    items((zone) => zone, contents),
  );
  const unknown = contents.filter((content, index) => {
    const answer = answers[index];
    return answer?.kind === "refused" && isUnknownZone(answer.refusal) && windowsZone(content.booking.timeZone);
  });
  if (unknown.length === 0) return answers;
  const again = await askTogether(
    graph,
    "create-events",
    items((zone) => windowsZone(zone) ?? zone, unknown),
  );
  return answers.map((answer, index) => {
    const content = contents[index];
    return (content && again[unknown.indexOf(content)]) ?? answer;
  });
}

async function settle(
  graph: Graph,
  { booking, hasTeams }: BookingContent,
  answer: BatchAnswer,
): Promise<BookingOutcome> {
  if (answer.kind === "lost") return { kind: "unsure" };
  if (answer.kind === "answered") {
    const read = outlookEvent.safeParse(answer.body);
    return read.success ? made(await settled(graph, booking.organiser, read.data, hasTeams)) : { kind: "unsure" };
  }
  if (isConflict(answer.refusal)) return { kind: "unsure" };
  if (isDuplicate(answer.refusal)) return made(await adopt(graph, booking, answer.refusal));
  throw answer.refusal;
}
