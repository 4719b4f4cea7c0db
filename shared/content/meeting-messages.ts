import { meeting } from "./en/tab/meeting.ts";
import { inLanguage } from "./in-language.ts";

export type MeetingMessages = typeof meeting;

/** What the meeting's tabs and stage say, and whatever prepares for a session or looks back on it, in the reader's language (BCP 47). */
export const meetingMessages = (locale: string): MeetingMessages => inLanguage({ en: meeting }, locale);
