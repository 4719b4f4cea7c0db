import type { Preferences } from "../prefer.ts";
import { utc } from "../prefer.ts";
import { sevenDigits, shown } from "../times.ts";
import { windowsZoneOf } from "../zones.ts";
import { asHtml, plainText, previewOf } from "./body.ts";
import type { CalendarEvent, EventContent, Location } from "./event.ts";
import { recurrenceShape } from "./recurrence.ts";

const iso = (at: Date) => at.toISOString().replace("Z", "0000Z");

/** An event as Graph writes it, in the zone and with the ids that the caller prefers. */
export function eventShape(event: CalendarEvent, prefer: Preferences, bodies: boolean) {
  const { content } = event;
  return {
    "@odata.etag": `W/"${event.changeKey}"`,
    id: prefer.immutableIds ? event.immutableId : event.id,
    createdDateTime: iso(event.createdAt),
    lastModifiedDateTime: iso(event.modifiedAt),
    changeKey: event.changeKey,
    categories: content.categories,
    transactionId: event.isOrganizer ? event.transactionId : null,
    ...timesOf(event, prefer),
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: content.reminderMinutesBeforeStart,
    isReminderOn: content.isReminderOn,
    hasAttachments: false,
    subject: content.subject,
    ...(bodies ? bodyOf(content, prefer) : {}),
    importance: content.importance,
    sensitivity: content.sensitivity,
    isAllDay: content.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganizer,
    responseRequested: content.responseRequested,
    seriesMasterId: seriesOf(event, prefer),
    showAs: content.showAs,
    type: event.occurrenceOf ? "occurrence" : content.recurrence ? "seriesMaster" : "singleInstance",
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
    isDraft: false,
    hideAttendees: content.hideAttendees,
    allowNewTimeProposals: content.allowNewTimeProposals,
    recurrence: content.recurrence ? recurrenceShape(content.recurrence, windowsZoneOf(content.start.zone)) : null,
    responseStatus: content.responseStatus,
    ...placesOf(content.locations),
    attendees: content.hideAttendees && !event.isOrganizer ? [] : content.attendees,
    organizer: { emailAddress: content.organizer },
    ...meetingOf(content),
  };
}

const seriesOf = ({ occurrenceOf }: CalendarEvent, { immutableIds }: Preferences) =>
  (immutableIds ? occurrenceOf?.immutableId : occurrenceOf?.id) ?? null;

function timesOf(event: CalendarEvent, prefer: Preferences) {
  const { start, end, isAllDay } = event.content;
  const zone = prefer.zone ?? utc;
  const original = { originalStartTimeZone: windowsZoneOf(start.zone), originalEndTimeZone: windowsZoneOf(end.zone) };
  if (!isAllDay) {
    return { ...original, start: shown(event.startAt.getTime(), zone), end: shown(event.endAt.getTime(), zone) };
  }
  const day = (local: string) => ({ dateTime: sevenDigits(local), timeZone: zone.name });
  return { ...original, start: day(start.local), end: day(end.local) };
}

function bodyOf({ body }: EventContent, { bodyType }: Preferences) {
  const wanted = bodyType ?? body.contentType;
  const content =
    wanted === body.contentType ? body.content : wanted === "text" ? plainText(body.content) : asHtml(body.content);
  return { bodyPreview: previewOf(body), body: { contentType: wanted, content } };
}

const noPlace = { displayName: "", locationType: "default", uniqueIdType: "unknown", address: {}, coordinates: {} };

const placeOf = (place: Location) => ({
  ...place,
  locationType: "default",
  uniqueId: place.displayName,
  uniqueIdType: "private",
});

function placesOf(locations: readonly Location[]) {
  const first = locations[0];
  return { location: first ? placeOf(first) : noPlace, locations: locations.map(placeOf) };
}

function meetingOf({ joinUrl }: EventContent) {
  return {
    isOnlineMeeting: joinUrl !== null,
    onlineMeetingProvider: joinUrl === null ? "unknown" : "teamsForBusiness",
    onlineMeetingUrl: null,
    onlineMeeting: joinUrl === null ? null : { joinUrl },
  };
}
