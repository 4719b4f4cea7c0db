import { z } from "zod";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import type { CopyOrNot, OutlookCopy, OutlookTruth, Response } from "../../shared/domain/outlook-truth.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import { NotConnected } from "../ports/calendar.ts";
import { eventPath, joinUrlOf, standingEvent, timesOf } from "./event.ts";
import { isNoMailbox, isNoSuchEvent, RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { type Address, type Addresses, userPath } from "./people.ts";

const attendee = z.object({
  type: z.string().nullish(),
  status: z.object({ response: z.string().nullish() }).nullish(),
  emailAddress: z.object({ address: z.string().nullish() }).nullish(),
});
const copy = standingEvent.extend({
  isOrganizer: z.boolean().nullish(),
  responseStatus: z.object({ response: z.string().nullish() }).nullish(),
  attendees: z.array(attendee).nullish(),
});
const copies = z.object({ value: z.array(copy) });

type Copy = z.infer<typeof copy>;
type Attendee = z.infer<typeof attendee>;
type People = ReadonlyMap<PersonId, Address>;

const copyFields =
  "$select=id,isCancelled,isOrganizer,start,end,isOnlineMeeting,onlineMeeting,responseStatus,attendees";

/**
 * What every mailbox of the pair says of the event now. The original is read by its id, the others by the one that all copies share.
 *
 * @throws CalendarAway when Outlook can't be reached, NotConnected when the organiser isn't connected.
 */
export async function readTruth(
  graph: Graph,
  addresses: Addresses,
  event: CalendarEvent,
  members: readonly PersonId[],
): Promise<OutlookTruth> {
  const everyone = [...new Set([event.organiser, ...members])];
  const others = everyone.filter((person) => person !== event.organiser);
  const people = await addressesFor(addresses, everyone);
  const [organiser, ...rest] = await Promise.all([
    orNot(readOriginal(graph, event), (found) => copyFrom(found, people, everyone)),
    ...others.map((person) => readOther(graph, person, event, { people, everyone })),
  ]);
  return {
    organiser,
    others: Object.fromEntries(others.map((person, index) => [person, rest[index] ?? "unreadable"])),
  };
}

/** Addresses in the name of whoever is connected; nobody's when nobody is. */
async function addressesFor(addresses: Addresses, people: readonly PersonId[]): Promise<People> {
  for (const asking of people) {
    try {
      return await addresses.of(people, asking);
    } catch (error) {
      if (!(error instanceof NotConnected)) throw error;
    }
  }
  return new Map();
}

const readOriginal = (graph: Graph, { organiser, eventId }: CalendarEvent): Promise<Copy> =>
  graph.get({ operation: "read-original", path: `${eventPath(organiser, eventId)}?${copyFields}`, answer: copy });

interface Known {
  readonly people: People;
  readonly everyone: readonly PersonId[];
}

async function readOther(
  graph: Graph,
  person: PersonId,
  { iCalUId }: CalendarEvent,
  { people, everyone }: Known,
): Promise<CopyOrNot> {
  const filter = encodeURIComponent(`iCalUId eq '${iCalUId.replaceAll("'", "''")}'`);
  const path = `${userPath(person)}/events?$filter=${filter}&${copyFields}&$top=5`;
  try {
    return await orNot(graph.get({ operation: "read-copy", path, answer: copies }), ({ value }) => {
      const found = value.find((one) => one.isCancelled !== true) ?? value[0];
      return found ? copyFrom(found, people, everyone) : "gone";
    });
  } catch (error) {
    if (error instanceof NotConnected) return "unreadable";
    throw error;
  }
}

/** What was found, or why there is nothing: no event, no mailbox, or no leave to look, which says nothing. */
async function orNot<Found>(found: Promise<Found>, read: (found: Found) => CopyOrNot): Promise<CopyOrNot> {
  try {
    return read(await found);
  } catch (error) {
    if (isNoMailbox(error)) return "no-mailbox";
    if (isNoSuchEvent(error)) return "gone";
    if (error instanceof RefusedByGraph) return "unreadable";
    throw error;
  }
}

const answers: ReadonlyMap<string, Response> = new Map([
  ["organizer", "accepted"],
  ["accepted", "accepted"],
  ["tentativelyAccepted", "tentative"],
  ["declined", "declined"],
]);

const responseFrom = (text: string | null | undefined): Response => answers.get(text ?? "") ?? "none";

/** A copy in our words; one whose times can't be placed says nothing. */
function copyFrom(found: Copy, people: People, everyone: readonly PersonId[]): OutlookCopy | "unreadable" {
  const times = timesOf(found);
  if (!times) return "unreadable";
  const own = found.isOrganizer ? "accepted" : responseFrom(found.responseStatus?.response);
  const invited = (found.attendees ?? []).filter(({ type }) => type !== "resource");
  return {
    ...times,
    eventId: found.id,
    isCancelled: found.isCancelled === true,
    joinUrl: joinUrlOf(found),
    response: own,
    responses: found.isOrganizer ? responsesIn(invited, people, everyone) : {},
    guests: guestsIn(invited, people, everyone),
  };
}

const belongsTo = ({ emailAddress }: Attendee, person: Address | undefined): boolean =>
  person?.all.includes(emailAddress?.address?.toLowerCase() ?? "") ?? false;

function responsesIn(
  invited: readonly Attendee[],
  people: People,
  everyone: readonly PersonId[],
): Readonly<Record<PersonId, Response>> {
  const told = everyone.flatMap((person) => {
    const found = invited.find((one) => belongsTo(one, people.get(person)));
    return found ? [[person, responseFrom(found.status?.response)] as const] : [];
  });
  return Object.fromEntries(told);
}

/** Whom we can't tell by an address any more is not taken for a stranger. */
function guestsIn(invited: readonly Attendee[], people: People, everyone: readonly PersonId[]): number {
  const strangers = invited.filter((one) => !everyone.some((person) => belongsTo(one, people.get(person))));
  const nameless = everyone.filter((person) => !people.has(person));
  return Math.max(0, strangers.length - nameless.length);
}
