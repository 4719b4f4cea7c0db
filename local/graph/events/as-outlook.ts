import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { badRequest } from "../errors.ts";
import { personLoosely } from "../people.ts";
import { cancelEvent, deleteEvent } from "./cancel-event.ts";
import { changeEvent } from "./change-event.ts";
import type { CalendarEvent } from "./event.ts";
import { readBody } from "./event-input.ts";
import type { Mailbox } from "./mailbox.ts";
import { respondToEvent } from "./respond-to-event.ts";
import { meetingBlob } from "./teams-meeting.ts";

type Act = (mailbox: Mailbox, event: CalendarEvent, body: unknown) => Promise<unknown>;

const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/);
const zone = z.string().optional();
const move = z.union([
  z.strictObject({ start: local, end: local.optional(), timeZone: zone }),
  z.strictObject({ byMinutes: z.number().int() }),
]);
const length = z.strictObject({
  minutes: z
    .number()
    .int()
    .min(1)
    .max(24 * 60),
});
const said = z.strictObject({ comment: z.string().nullish(), silently: z.boolean().optional() });
const invited = z.strictObject({ who: z.string() });

/**
 * What a person can do to an event in Outlook, with what each takes.
 *
 * - `move`: `{start, end?, timeZone?}` on a clock (the owner's own unless another is named; without `end` the length stays), or
 *   `{byMinutes}`. `lengthen`: `{minutes}`, the new length.
 * - `accept`, `tentative`, `decline`: `{comment?, silently?}`. `cancel`: `{comment?}`, for the organiser. `delete`: nothing.
 * - `remove-link`: nothing; the Teams meeting is switched off. `invite`: `{who}`, a name or an address.
 */
export const outlookActs = {
  move: moveEvent,
  lengthen: (mailbox, event, body) => {
    const { minutes } = readBody(length, body);
    return changeTimes(mailbox, event, event.startAt, new Date(event.startAt.getTime() + minutes * 60_000));
  },
  accept: answerWith("accept"),
  tentative: answerWith("tentativelyAccept"),
  decline: answerWith("decline"),
  cancel: (mailbox, { id }, body) => cancelEvent(mailbox, id, { comment: readBody(said, body).comment ?? null }),
  delete: (mailbox, { id }) => deleteEvent(mailbox, id),
  "remove-link": removeLink,
  invite: inviteSomeone,
} as const satisfies Readonly<Record<string, Act>>;

export type OutlookAct = keyof typeof outlookActs;

export const isOutlookAct = (name: string): name is OutlookAct => Object.hasOwn(outlookActs, name);

function answerWith(answer: "accept" | "tentativelyAccept" | "decline"): Act {
  return (mailbox, { id }, body) => {
    const { comment, silently } = readBody(said, body);
    return respondToEvent(mailbox, id, answer, { comment: comment ?? null, sendResponse: silently !== true });
  };
}

async function moveEvent(mailbox: Mailbox, event: CalendarEvent, body: unknown) {
  const given = readBody(move, body);
  if ("byMinutes" in given) {
    const later = (at: Date) => new Date(at.getTime() + given.byMinutes * 60_000);
    return changeTimes(mailbox, event, later(event.startAt), later(event.endAt));
  }
  const timeZone = given.timeZone ?? mailbox.owner.zone;
  const minutes = (event.endAt.getTime() - event.startAt.getTime()) / 60_000;
  const end = given.end ?? Temporal.PlainDateTime.from(given.start).add({ minutes }).toString();
  return changeEvent(mailbox, event.id, {
    start: { dateTime: given.start, timeZone },
    end: { dateTime: end, timeZone },
  });
}

/** Writes new moments on the clock that the event was written on. */
function changeTimes(mailbox: Mailbox, event: CalendarEvent, startAt: Date, endAt: Date) {
  const on = (at: Date, timeZone: string) => ({ dateTime: at.toISOString(), timeZone });
  const { start, end } = event.content;
  return changeEvent(mailbox, event.id, { start: on(startAt, start.zone), end: on(endAt, end.zone) });
}

/** Outlook's switch "Teams meeting", turned off: link and block go, the rest of the words stays. */
async function removeLink(mailbox: Mailbox, { id, content }: CalendarEvent) {
  if (content.joinUrl === null) throw badRequest("This meeting has no Teams link.");
  const behaviour = { ...mailbox.behaviour, bodyCarriesMeeting: true };
  const words = content.body.content.replace(meetingBlob(content.joinUrl), "").replaceAll(content.joinUrl, "");
  return changeEvent({ ...mailbox, behaviour }, id, {
    body: { contentType: content.body.contentType, content: words },
  });
}

async function inviteSomeone(mailbox: Mailbox, { id, isOrganizer, content }: CalendarEvent, body: unknown) {
  const { who } = readBody(invited, body);
  if (!isOrganizer) throw badRequest("Only the organizer can invite others.", "ErrorInvalidRequest");
  const address = personLoosely(who)?.mail ?? who.trim();
  const already = content.attendees.map(({ emailAddress, type }) => ({ emailAddress, type }));
  return changeEvent(mailbox, id, { attendees: [...already, { emailAddress: { address }, type: "required" }] });
}
