import { sql } from "drizzle-orm";
import { boolean, customType, date, integer, jsonb, pgSchema, text } from "drizzle-orm/pg-core";
import { checkInStatuses, meetingFavours } from "../../shared/domain/check-in.ts";
import { stages } from "../../shared/domain/cohort.ts";
import { cohortBookingStatuses, pairBookingReasons, pairBookingStatuses } from "../../shared/domain/cohort-booking.ts";
import { goalStates } from "../../shared/domain/goal.ts";
import { audiences } from "../../shared/domain/journal-entry.ts";
import { newsKinds } from "../../shared/domain/news.ts";
import { pairStatuses } from "../../shared/domain/pair.ts";
import { voices } from "../../shared/domain/person.ts";
import { purposes } from "../../shared/domain/programme.ts";
import { type Depth, promptKinds, themes, topicLabels, whoFirst } from "../../shared/domain/prompt.ts";
import { reflectionAnswers } from "../../shared/domain/reflection.ts";
import { rhythmKinds } from "../../shared/domain/rhythm.ts";
import type { Participant } from "../../shared/domain/room.ts";
import { parts, revealedKinds, sessionPhases } from "../../shared/domain/session/session.ts";
import { sessionWordsKinds } from "../../shared/domain/session-words.ts";
import type { Slot, Stretch } from "../../shared/domain/slots/slot.ts";
import type { ConversationReference } from "../ports/conversation-records.ts";
import type { CalendarGrant } from "../ports/grant-records.ts";

// The tables' columns, for queries. Keys, references, checks, walls and grants are in the migrations, which make the tables.

const app = pgSchema("app");

/** What PostgreSQL says of an instant in a session that keeps UTC, which is nearly always. Temporal takes many times as long to read it. */
const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?\+00$/;

/** An instant: ISO in UTC here, `timestamptz` there. Kept to the microsecond. */
const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp with time zone",
  fromDriver: (value) => {
    const [, day, time, fraction = ""] = inUtc.exec(value) ?? [];
    return day ? `${day}T${time}${fraction}Z` : Temporal.Instant.from(value).toString();
  },
});

/** A point of the calendar's grid: ISO to the second. */
const second = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp with time zone",
  fromDriver: (value) => {
    const [, day, time] = inUtc.exec(value) ?? [];
    return day ? `${day}T${time}Z` : Temporal.Instant.from(value).toString({ smallestUnit: "second" });
  },
});

/** Words that only a key opens. */
const sealed = customType<{ data: Buffer }>({ dataType: () => "bytea" });

const tenantId = () => text("tenant_id").notNull();
const version = () => integer("version").notNull();

export const person = app.table("person", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  name: text("name").notNull(),
  fullName: text("full_name").notNull(),
  locale: text("locale").notNull(),
  timeZone: text("time_zone").notNull(),
});

export const programme = app.table("programme", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  name: text("name").notNull(),
  purposes: text("purposes", { enum: purposes }).array().notNull(),
  statement: text("statement").notNull(),
  sponsorName: text("sponsor_name").notNull(),
});

export const roleGrant = app.table("role_grant", {
  tenantId: tenantId(),
  personId: text("person_id").notNull(),
  programmeId: text("programme_id").notNull(),
  role: text("role", { enum: ["coordinator"] }).notNull(),
});

export const cohort = app.table("cohort", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  programmeId: text("programme_id").notNull(),
  name: text("name").notNull(),
  startsOn: date("starts_on").notNull(),
  endsOn: date("ends_on").notNull(),
  minutes: integer("minutes").notNull(),
  cadenceDays: integer("cadence_days").notNull(),
});

export const pair = app.table("pair", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  cohortId: text("cohort_id").notNull(),
  status: text("status", { enum: pairStatuses }).notNull(),
  formedAt: instant("formed_at").notNull().default(sql`clock_timestamp()`),
});

export const pairMember = app.table("pair_member", {
  tenantId: tenantId(),
  pairId: text("pair_id").notNull(),
  personId: text("person_id").notNull(),
  voice: text("voice", { enum: voices }).notNull(),
});

export const pairKey = app.table("pair_key", {
  tenantId: tenantId(),
  pairId: text("pair_id").notNull(),
  id: text("id").notNull(),
  wrapped: sealed("wrapped").notNull(),
  wrappedBy: text("wrapped_by").notNull(),
});

export const agreement = app.table("agreement", {
  tenantId: tenantId(),
  pairId: text("pair_id").notNull(),
  lines: sealed("lines").notNull(),
});

export const goal = app.table("goal", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  pairId: text("pair_id").notNull(),
  owner: text("owner"),
  words: sealed("words").notNull(),
  reviewOn: date("review_on"),
  state: text("state", { enum: goalStates }).notNull(),
  version: version(),
  addedAt: instant("added_at").notNull().default(sql`clock_timestamp()`),
});

export const checkIn = app.table("check_in", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  pairId: text("pair_id").notNull(),
  number: integer("number").notNull(),
  status: text("status", { enum: checkInStatuses }).notNull(),
  minutes: integer("minutes").notNull(),
  opener: text("opener").notNull(),
  booker: text("booker").notNull(),
  offered: jsonb("offered").$type<readonly Slot[]>().notNull(),
  slotStartsAt: second("slot_starts_at"),
  slotEndsAt: second("slot_ends_at"),
  slotStretch: jsonb("slot_stretch").$type<Stretch>(),
  bookingId: text("booking_id"),
  eventOrganiser: text("event_organiser"),
  eventId: text("event_id"),
  eventICalUId: text("event_i_cal_uid"),
  eventJoinUrl: text("event_join_url"),
  eventChatId: text("event_chat_id"),
  moveId: text("move_id"),
  moveSlot: jsonb("move_slot").$type<Slot>(),
  moveBy: text("move_by"),
  declined: text("declined").array().notNull(),
  guests: integer("guests").notNull(),
  appInChat: text("app_in_chat", { enum: meetingFavours }).notNull(),
  recordingOff: text("recording_off", { enum: meetingFavours }).notNull(),
  cancelNote: sealed("cancel_note"),
  settledBy: text("settled_by"),
  version: version(),
  wishedAt: instant("wished_at").notNull().default(sql`clock_timestamp()`),
  changedAt: instant("changed_at").notNull().default(sql`clock_timestamp()`),
});

export const checkInCard = app.table("check_in_card", {
  tenantId: tenantId(),
  checkInId: text("check_in_id").notNull(),
  personId: text("person_id").notNull(),
  activityId: text("activity_id").notNull(),
});

export const conversation = app.table("conversation", {
  tenantId: tenantId(),
  personId: text("person_id").notNull(),
  reference: jsonb("reference").$type<ConversationReference>().notNull(),
});

export const session = app.table("session", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  checkInId: text("check_in_id").notNull(),
  pairId: text("pair_id").notNull(),
  number: integer("number").notNull(),
  members: text("members").array().notNull(),
  opener: text("opener").notNull(),
  phase: text("phase", { enum: sessionPhases }).notNull(),
  been: text("been", { enum: parts }).array().notNull(),
  round: integer("round").notNull(),
  arrived: text("arrived").array().notNull(),
  offered: text("offered").array().notNull(),
  used: text("used").array().notNull(),
  promptId: text("prompt_id"),
  isLight: boolean("is_light").notNull(),
  first: text("first"),
  speaker: text("speaker"),
  spoken: text("spoken").array().notNull(),
  turnSince: instant("turn_since"),
  exerciseId: text("exercise_id"),
  exerciseStep: integer("exercise_step").notNull(),
  ready: text("ready").array().notNull(),
  revealed: text("revealed", { enum: revealedKinds }).array().notNull(),
  sharing: text("sharing").array().notNull(),
  hasLeft: boolean("has_left").notNull(),
  uneven: boolean("uneven").notNull(),
  isStaged: boolean("is_staged").notNull(),
  stepSince: integer("step_since").notNull(),
  version: version(),
});

export const sessionCommand = app.table("session_command", {
  tenantId: tenantId(),
  sessionId: text("session_id").notNull(),
  commandId: text("command_id").notNull(),
  pairId: text("pair_id").notNull(),
});

export const journalEntry = app.table("journal_entry", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  pairId: text("pair_id").notNull(),
  author: text("author").notNull(),
  text: sealed("text").notNull(),
  audience: text("audience", { enum: audiences }).notNull(),
  sessionNumber: integer("session_number"),
  writtenAt: instant("written_at").notNull(),
  version: version(),
});

export const news = app.table("news", {
  tenantId: tenantId(),
  checkInId: text("check_in_id").notNull(),
  pairId: text("pair_id").notNull(),
  number: integer("number").notNull(),
  kind: text("kind", { enum: newsKinds }).notNull(),
  by: text("by"),
  was: jsonb("was").$type<Slot>(),
  happenedAt: instant("happened_at").notNull().default(sql`clock_timestamp()`),
});

export const rhythmClaim = app.table("rhythm_claim", {
  tenantId: tenantId(),
  checkInId: text("check_in_id").notNull(),
  personId: text("person_id").notNull(),
  kind: text("kind", { enum: rhythmKinds }).notNull(),
  startsAt: second("starts_at").notNull(),
});

export const mailboxWatch = app.table("mailbox_watch", {
  tenantId: tenantId(),
  personId: text("person_id").notNull(),
  subscriptionId: text("subscription_id"),
  clientState: text("client_state"),
  expiresAt: instant("expires_at"),
  deltaLink: text("delta_link"),
  deltaUntil: instant("delta_until"),
});

export const eventCopy = app.table("event_copy", {
  tenantId: tenantId(),
  checkInId: text("check_in_id").notNull(),
  personId: text("person_id").notNull(),
  eventId: text("event_id").notNull(),
});

export const calendarGrant = app.table("calendar_grant", {
  tenantId: tenantId(),
  personId: text("person_id").notNull(),
  refreshToken: sealed("refresh_token").notNull(),
  state: text("state").$type<CalendarGrant["state"]>().notNull(),
});

export const cohortBooking = app.table("cohort_booking", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  cohortId: text("cohort_id").notNull(),
  by: text("by").notNull(),
  status: text("status", { enum: cohortBookingStatuses }).notNull(),
  card: text("card"),
  version: version(),
  begunAt: instant("begun_at").notNull().default(sql`clock_timestamp()`),
});

export const pairBooking = app.table("pair_booking", {
  tenantId: tenantId(),
  cohortBookingId: text("cohort_booking_id").notNull(),
  pairId: text("pair_id").notNull(),
  status: text("status", { enum: pairBookingStatuses }).notNull(),
  slot: jsonb("slot").$type<Slot>(),
  checkInId: text("check_in_id"),
  reason: text("reason", { enum: pairBookingReasons }),
});

export const pace = app.table("pace", {
  tenantId: tenantId(),
  nextAt: instant("next_at").notNull(),
});

export const sessionWords = app.table("session_words", {
  tenantId: tenantId(),
  checkInId: text("check_in_id").notNull(),
  pairId: text("pair_id").notNull(),
  author: text("author").notNull(),
  kind: text("kind", { enum: sessionWordsKinds }).notNull(),
  text: sealed("text").notNull(),
  version: version(),
});

export const sessionNamed = app.table("session_named", {
  tenantId: tenantId(),
  sessionId: text("session_id").notNull(),
  pairId: text("pair_id").notNull(),
  personId: text("person_id").notNull(),
  named: text("named").notNull(),
});

export const reflection = app.table("reflection", {
  tenantId: tenantId(),
  checkInId: text("check_in_id").notNull(),
  pairId: text("pair_id").notNull(),
  author: text("author").notNull(),
  feltHeard: text("felt_heard", { enum: reflectionAnswers }),
  roomToSpeak: text("room_to_speak", { enum: reflectionAnswers }),
  isShared: boolean("is_shared").notNull(),
});

export const meetingRoom = app.table("meeting_room", {
  tenantId: tenantId(),
  chatId: text("chat_id").notNull(),
  startedAt: text("started_at"),
  participants: jsonb("participants").$type<readonly Participant[]>().notNull(),
  conversation: jsonb("conversation").$type<ConversationReference>(),
  greeted: text("greeted"),
  version: version(),
});

export const roomLink = app.table("room_link", {
  tenantId: tenantId(),
  chatId: text("chat_id").notNull(),
  checkInId: text("check_in_id").notNull(),
  pairId: text("pair_id").notNull(),
  linkedAt: instant("linked_at").notNull().default(sql`clock_timestamp()`),
});

export const organisationPrompt = app.table("organisation_prompt", {
  tenantId: tenantId(),
  id: text("id").notNull(),
  stage: text("stage", { enum: stages }).notNull(),
  theme: text("theme", { enum: themes }).notNull(),
  kind: text("kind", { enum: promptKinds }).notNull(),
  depth: integer("depth").$type<Depth>().notNull(),
  minutes: integer("minutes").notNull(),
  whoFirst: text("who_first", { enum: whoFirst }).notNull(),
  text: text("text").notNull(),
  followUps: text("follow_ups").array().notNull(),
  lighter: text("lighter").notNull(),
  labels: text("labels", { enum: topicLabels }).array().notNull(),
  purposes: text("purposes", { enum: purposes }).array().notNull(),
  version: version(),
  addedAt: instant("added_at").notNull().default(sql`clock_timestamp()`),
});

export const retiredPrompt = app.table("retired_prompt", {
  tenantId: tenantId(),
  promptId: text("prompt_id").notNull(),
});

export const promptChoice = app.table("prompt_choice", {
  tenantId: tenantId(),
  personId: text("person_id").notNull(),
  favourites: text("favourites").array().notNull(),
  muted: text("muted", { enum: topicLabels }).array().notNull(),
});

export const depthReadiness = app.table("depth_readiness", {
  tenantId: tenantId(),
  pairId: text("pair_id").notNull(),
  personId: text("person_id").notNull(),
  depth: integer("depth").$type<Depth>().notNull(),
});

export const broughtPrompt = app.table("brought_prompt", {
  tenantId: tenantId(),
  checkInId: text("check_in_id").notNull(),
  pairId: text("pair_id").notNull(),
  personId: text("person_id").notNull(),
  promptId: text("prompt_id").notNull(),
});
