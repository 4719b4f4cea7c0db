import { Temporal } from "temporal-polyfill";
import { type LocalPerson, localTenant } from "../identities.ts";
import type { Chat } from "./chats.ts";
import { botAccount, senderAccount } from "./people.ts";

/** A Bot Framework activity as JSON: what matters here is named, everything else travels untouched. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly Attachment[];
  readonly value?: unknown;
  readonly [field: string]: unknown;
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly [field: string]: unknown;
}

/** The fields every activity from Teams carries, from this person in this chat. */
export function envelope(chat: Chat, person: LocalPerson, serviceUrl: string): Omit<Activity, "type"> {
  const now = Temporal.Now.zonedDateTimeISO(person.zone);
  return {
    channelId: "msteams",
    serviceUrl,
    timestamp: now.toInstant().toString({ fractionalSecondDigits: 3 }),
    localTimestamp: now.toString({ timeZoneName: "never", fractionalSecondDigits: 3 }),
    localTimezone: person.zone,
    locale: person.locale,
    from: senderAccount(person),
    recipient: botAccount,
    conversation: conversationAccount(chat),
    entities: [clientInfo(person)],
    channelData: {
      tenant: { id: localTenant.id },
      ...(chat.meeting ? { meeting: { id: chat.meeting.id } } : {}),
    },
  };
}

/** The chat as activities name it. */
export function conversationAccount(chat: Chat) {
  return chat.meeting
    ? { id: chat.id, tenantId: localTenant.id, conversationType: "groupChat", isGroup: true, name: chat.meeting.title }
    : { id: chat.id, tenantId: localTenant.id, conversationType: "personal" };
}

function clientInfo(person: LocalPerson) {
  const country = new Intl.Locale(person.locale).region ?? "GB";
  return { type: "clientInfo", locale: person.locale, country, platform: "Web", timezone: person.zone };
}

/** What a person typed. Teams adds the same words as HTML, and bots must not mistake that for a file. */
export function messageFields(text: string): Omit<Activity, "type"> {
  const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return { textFormat: "plain", text, attachments: [{ contentType: "text/html", content: `<p>${html}</p>` }] };
}

/** The two activities by which Teams says that a person has just got the bot. */
export const installationActivities: readonly Activity[] = [
  { type: "installationUpdate", action: "add" },
  { type: "conversationUpdate", membersAdded: [{ id: botAccount.id }] },
];
