import { z } from "zod";
import { localTenant } from "../identities.ts";
import { personById } from "./people.ts";

const person = z.looseObject({ emailAddress: z.looseObject({ address: z.string().optional() }) });

/** A copy of an event as the Graph stand-in tells it on `/_local/events`; only what a meeting needs is read. */
const copyInput = z.looseObject({
  mailbox: z.string(),
  subject: z.string().nullable(),
  startAt: z.iso.datetime(),
  endAt: z.iso.datetime(),
  cancelled: z.boolean(),
  deleted: z.boolean(),
  joinUrl: z.string().nullable(),
  organizer: person,
  attendees: z.array(person),
});
const listInput = z.looseObject({ value: z.array(copyInput) });

/** An online meeting that somebody's calendar holds. Times are milliseconds. */
export interface CalendarMeeting {
  readonly joinUrl: string;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Directory ids of everyone in it whom this tenant knows, sorted. */
  readonly people: readonly string[];
}

const answerTimeoutMs = 4_000;

/** All online meetings in the calendars, once each. When the calendars cannot be reached there are none. */
export async function calendarMeetings(graphUrl: string): Promise<readonly CalendarMeeting[]> {
  const url = new URL("/_local/events?seeded=true", graphUrl);
  const answer = await fetch(url, { signal: AbortSignal.timeout(answerTimeoutMs) }).catch(() => undefined);
  return answer?.ok ? meetingsFrom(await answer.json()) : [];
}

/** Reads meetings from the stand-in's list of copies: the copies of one meeting share its join link. A list of another shape is an error. */
export function meetingsFrom(list: unknown): readonly CalendarMeeting[] {
  const byLink = new Map<string, CalendarMeeting>();
  for (const copy of listInput.parse(list).value) {
    const { joinUrl, cancelled, deleted, subject, startAt, endAt } = copy;
    if (joinUrl === null || cancelled || deleted) continue;
    const people = [...new Set([...(byLink.get(joinUrl)?.people ?? []), ...peopleOf(copy)])].sort();
    const [startsAt, endsAt] = [Date.parse(startAt), Date.parse(endAt)];
    byLink.set(joinUrl, { joinUrl, title: subject ?? "", startsAt, endsAt, people });
  }
  return [...byLink.values()];
}

/** The meeting to enter now: exactly these people's, a check-in rather than another, one still to end rather than a past one, the soonest first. */
export function meetingOf(
  meetings: readonly CalendarMeeting[],
  people: readonly string[],
  now: number,
): CalendarMeeting | undefined {
  const theirs = meetings.filter((one) => one.people.join() === [...people].sort().join());
  const checkIns = theirs.filter((one) => one.title === "Check-in");
  const ahead = (checkIns.length > 0 ? checkIns : theirs).filter((one) => one.endsAt > now);
  return ahead.sort((one, other) => one.startsAt - other.startsAt)[0];
}

/** The id of a meeting's chat, which its join link carries; undefined for any other link. */
export function chatIdIn(joinUrl: string): string | undefined {
  const segment = joinUrl.match(/\/l\/meetup-join\/([^/?]+)/)?.[1];
  return segment === undefined ? undefined : decodeURIComponent(segment);
}

/** A join link for a meeting that no calendar holds. */
export function joinUrlFor(chatId: string, organiserOid: string): string {
  const context = JSON.stringify({ Tid: localTenant.id, Oid: organiserOid });
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chatId)}/0?context=${encodeURIComponent(context)}`;
}

function peopleOf({ mailbox, organizer, attendees }: z.infer<typeof copyInput>) {
  const addresses = [organizer, ...attendees].map((one) => one.emailAddress.address);
  return [mailbox, ...addresses].flatMap((id) => (id === undefined ? [] : (personById(id)?.oid ?? [])));
}
