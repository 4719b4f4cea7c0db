import { createHash } from "node:crypto";
import type { LocalPerson } from "../identities.ts";
import type { Activity } from "./activities.ts";
import { calendarMeetings, chatIdIn, joinUrlFor, meetingOf } from "./calendar.ts";
import type { BotAnswer } from "./channel.ts";
import type { Chat } from "./chats.ts";
import type { WindowContext } from "./context.ts";
import { guest, participantAccount, personById } from "./people.ts";
import { post } from "./turns.ts";

/** What happens in a meeting that Teams tells a bot about. */
export type MeetingEvent = "start" | "end" | "join" | "leave";

const names: Readonly<Record<MeetingEvent, string>> = {
  start: "application/vnd.microsoft.meetingStart",
  end: "application/vnd.microsoft.meetingEnd",
  join: "application/vnd.microsoft.meetingParticipantJoin",
  leave: "application/vnd.microsoft.meetingParticipantLeave",
};

/**
 * The meeting these people would enter now: their check-in as the calendars have it, else one made up on the spot, always the same for the
 * same people. With `call`, the name of a meeting that no calendar holds, that one.
 */
export async function enterMeeting(
  context: WindowContext,
  people: readonly LocalPerson[],
  now: number,
  call?: string,
): Promise<Chat> {
  const oids = people.map((one) => one.oid).sort();
  const booked = call ? undefined : meetingOf(await calendarMeetings(context.settings.graphUrl), oids, now);
  const chatId = (booked && chatIdIn(booked.joinUrl)) ?? adHocChatId(call ? [...oids, call] : oids);
  const joinUrl = booked?.joinUrl ?? joinUrlFor(chatId, oids[0] ?? "");
  const id = Buffer.from(`0#${chatId}#0`).toString("base64");
  return context.chats.ofMeeting(chatId, { id, title: booked?.title ?? "Meeting", joinUrl }, oids);
}

/** Whose meeting a join link opens: the people in the calendars, or in a meeting that was entered before. */
export async function peopleBehind(context: WindowContext, joinUrl: string): Promise<readonly LocalPerson[]> {
  const chatId = chatIdIn(joinUrl);
  const booked = (await calendarMeetings(context.settings.graphUrl)).find((one) => chatIdIn(one.joinUrl) === chatId);
  const oids = booked?.people ?? context.chats.find(chatId ?? "")?.members ?? [];
  return oids.flatMap((oid) => personById(oid) ?? []);
}

/** Tells the bot what happened in a meeting at that moment, as the person it happened to. */
export function tellMeetingEvent(
  context: WindowContext,
  chat: Chat,
  person: LocalPerson,
  event: MeetingEvent,
  at: string,
): Promise<BotAnswer> {
  return post(context, chat, person, meetingActivity(chat, person, event, at));
}

const roleOf = (chat: Chat, person: LocalPerson) => {
  if (person === guest) return "Anonymous";
  return chat.members[0] === person.oid ? "Organizer" : chat.members.includes(person.oid) ? "Attendee" : "Presenter";
};

/** The event activity itself. Start and end carry PascalCase fields, which is how Teams sends them. */
export function meetingActivity(chat: Chat, person: LocalPerson, event: MeetingEvent, at: string): Partial<Activity> {
  const { id, title, joinUrl } = chat.meeting ?? { id: "", title: "", joinUrl: "" };
  const time = event === "start" ? { StartTime: at } : { EndTime: at };
  const value =
    event === "start" || event === "end"
      ? { Id: id, Title: title, JoinUrl: joinUrl, MeetingType: title === "Meeting" ? "MeetNow" : "Scheduled", ...time }
      : {
          members: [
            { user: participantAccount(person), meeting: { inMeeting: event === "join", role: roleOf(chat, person) } },
          ],
        };
  return { type: "event", name: names[event], timestamp: at, value };
}

function adHocChatId(oids: readonly string[]) {
  return `19:meeting_${createHash("sha256").update(oids.join()).digest("base64url")}@thread.v2`;
}
