import type { CalendarEvent } from "../../shared/domain/check-in.ts";

/** The Teams meeting of an event. What policy forbids is "refused"; whatever may still come is thrown as CalendarAway. */
export interface Meetings {
  /** Adds the app to the meeting's chat. */
  readonly addApp: (event: CalendarEvent) => Promise<"done" | "refused">;
  /** Switches recording and transcription off. */
  readonly stopRecording: (event: CalendarEvent) => Promise<"done" | "refused">;
}
