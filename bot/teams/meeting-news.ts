import type { UseCases } from "../use-cases/use-cases.ts";
import type { Inbound } from "./inbound.ts";

/** What Teams says of a meeting, and who takes it in. */
export interface MeetingNews {
  readonly tenantId: string;
  readonly inbound: Extract<Inbound, { readonly kind: "meeting" }>;
  readonly noteMeeting: UseCases["noteMeeting"];
}

/** Takes it in, one participant after the other. Nothing is said in the chat. */
export async function take({ tenantId, inbound, noteMeeting }: MeetingNews): Promise<void> {
  const { chatId, events } = inbound;
  // Of the chat alone: not of whoever happened to come or go.
  const { user: _user, activityId: _activity, locale: _locale, ...conversation } = inbound.conversation;
  for (const event of events) await noteMeeting({ tenantId, chatId, event, conversation });
}
