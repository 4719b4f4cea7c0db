import { z } from "zod";
import { badRequest, GraphError } from "../errors.ts";
import { recurrenceInput } from "./recurrence.ts";
import { oneOf } from "./words.ts";

const text = z.string().nullish();
const anything = z.unknown().optional();
const annotation = { "@odata.type": z.string().optional() };
const dateTimeTimeZone = z.strictObject({ dateTime: z.string(), timeZone: z.string().nullish(), ...annotation });
const emailAddress = z.strictObject({ name: text, address: z.string(), ...annotation });
const location = z.strictObject({
  displayName: text,
  locationEmailAddress: text,
  locationUri: text,
  locationType: text,
  uniqueId: text,
  uniqueIdType: text,
  address: anything,
  coordinates: anything,
  ...annotation,
});
const attendee = z.strictObject({
  emailAddress,
  type: oneOf(["required", "optional", "resource"]).nullish(),
  status: anything,
  proposedNewTime: anything,
  ...annotation,
});

/** What a client may send and Graph keeps. */
const writable = {
  subject: text,
  body: z.strictObject({ contentType: oneOf(["text", "html"]).nullish(), content: text, ...annotation }).nullish(),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  location: location.nullish(),
  locations: z.array(location).nullish(),
  attendees: z.array(attendee).max(500).nullish(),
  isAllDay: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: oneOf(["unknown", "skypeForBusiness", "skypeForConsumer", "teamsForBusiness"]).nullish(),
  sensitivity: oneOf(["normal", "personal", "private", "confidential"]).nullish(),
  showAs: oneOf(["unknown", "free", "tentative", "busy", "oof", "workingElsewhere"]).nullish(),
  importance: oneOf(["low", "normal", "high"]).nullish(),
  categories: z.array(z.string()).nullish(),
  reminderMinutesBeforeStart: z.number().int().nullish(),
  isReminderOn: z.boolean().nullish(),
  responseRequested: z.boolean().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  recurrence: recurrenceInput.nullish(),
};

/** What a client may send back as it read it; Graph keeps its own. */
const readOnly = Object.fromEntries(
  [
    ...[
      "id",
      "@odata.etag",
      "@odata.context",
      "changeKey",
      "createdDateTime",
      "lastModifiedDateTime",
      "iCalUId",
      "isOrganizer",
    ],
    ...[
      "bodyPreview",
      "organizer",
      "responseStatus",
      "webLink",
      "type",
      "seriesMasterId",
      "isCancelled",
      "isDraft",
      "uid",
    ],
    ...[
      "hasAttachments",
      "onlineMeeting",
      "onlineMeetingUrl",
      "originalStart",
      "originalStartTimeZone",
      "originalEndTimeZone",
    ],
  ].map((name) => [name, anything]),
);

const common = { ...readOnly, ...annotation };
const creation = z.strictObject({ ...common, ...writable, transactionId: z.string().min(1).nullish() });
const change = z.strictObject({ ...common, ...writable, transactionId: anything }).partial();

export type EventCreation = z.infer<typeof creation>;
export type EventChange = z.infer<typeof change>;

const missing = (name: string) =>
  new GraphError(
    400,
    "ErrorPropertyValidationFailure",
    `At least one property failed validation: '${name}' is required.`,
  );

/** Reads a request body by a schema; an unknown or misfit property is refused by its name, as Graph does. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    const sentence = `The property '${issue.keys[0]}' does not exist on type 'microsoft.graph.event'.`;
    throw badRequest(
      `${sentence} Make sure to only use property names that are defined by the type.`,
      "RequestBodyRead",
    );
  }
  const path = issue?.path.join("/") ?? "";
  if (issue?.code === "invalid_type" && (path === "start" || path === "end")) throw missing(path);
  throw badRequest(`Cannot convert the value of '${path}' to the expected type.`, "RequestBodyRead");
}

/** Reads the body of an event's creation. */
export const readCreation = (body: unknown): EventCreation => readBody(creation, body);

/** Reads the body of an event's change. A transaction id can't be changed and is ignored. */
export const readChange = (body: unknown): EventChange => readBody(change, body);
