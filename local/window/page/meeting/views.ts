/** What a person's window onto a meeting shows: the meeting, the app's tabs in its details and its chat, or the chat itself. */
export const views = [
  { value: "meeting", label: "The meeting" },
  { value: "details", label: "Details tab" },
  { value: "chat-tab", label: "Chat tab" },
  { value: "chat", label: "Chat" },
] as const;

export type MeetingView = (typeof views)[number]["value"];

export const isMeetingView = (text: string): text is MeetingView => views.some(({ value }) => value === text);
