import { TurnContext } from "botbuilder";
import { z } from "zod";
import type { RoomEvent } from "../../shared/domain/room.ts";
import type { ConversationReference } from "../ports/conversation-records.ts";
import { meetingEventsOf } from "./meeting-events.ts";
import type { TeamsActivity } from "./wire/activity.ts";
import type { BotActivity } from "./wire/adapter.ts";

/** What reached the bot, in our own words: who, where, and what is wanted. */
export type Inbound = Place &
  (
    | { readonly kind: "message"; readonly text: string }
    | { readonly kind: "card"; readonly verb: string; readonly payload: unknown; readonly way: "execute" | "submit" }
    | { readonly kind: "installed" }
    | { readonly kind: "meeting"; readonly chatId: string; readonly events: readonly RoomEvent[] }
    | { readonly kind: "other" }
  );

export interface Place {
  /** The tenant that the activity names; `null` where it names none, or two. */
  readonly tenantId: string | null;
  /** Entra's object id of who acts; `null` for a guest of the meeting or another bot. */
  readonly personId: string | null;
  readonly isOneToOne: boolean;
  /** Whether the bot itself was mentioned. */
  readonly isMentioned: boolean;
  /** How to reach this chat later, as the SDK wants it. */
  readonly conversation: ConversationReference;
  /** The language Teams runs in, where it is a real one. */
  readonly locale: string | null;
  /** The zone of the device, IANA. It wins over the stored one: it is where the person is now. */
  readonly timeZone: string | null;
  /** The message a card's button belongs to. */
  readonly cardId: string | null;
}

const execute = z.looseObject({
  action: z.looseObject({ type: z.literal("Action.Execute"), verb: z.string(), data: z.unknown().optional() }),
});
const submit = z.looseObject({ verb: z.string() });
const guid = z.guid();

/** Normalises an activity that arrived at `now`. */
export function inboundOf(activity: TeamsActivity, raw: BotActivity, now: Temporal.Instant): Inbound {
  const events = meetingEventsOf(activity, now);
  const want: Want = events ? { kind: "meeting", chatId: activity.conversation.id, events } : wantOf(activity);
  return { ...placeOf(activity, raw), ...want };
}

function placeOf(activity: TeamsActivity, raw: BotActivity): Place {
  const { conversation, from, entities } = activity;
  const device = entities?.find((one) => one.type === "clientInfo")?.["timezone"];
  return {
    tenantId: tenantOf(activity),
    personId: guid.safeParse(from.aadObjectId).data?.toLowerCase() ?? null,
    isOneToOne:
      conversation.conversationType === "personal" ||
      (conversation.conversationType == null && conversation.isGroup !== true),
    isMentioned: (entities ?? []).some(
      (one) => one.type === "mention" && mentions(one["mentioned"], activity.recipient.id),
    ),
    conversation: { ...TurnContext.getConversationReference(raw) },
    locale: realLocale(activity.locale),
    timeZone: realZone(activity.localTimezone) ?? realZone(device),
    cardId: activity.replyToId ?? null,
  };
}

function tenantOf({ conversation, channelData }: TeamsActivity): string | null {
  const named = new Set(
    [conversation.tenantId, channelData?.tenant?.id].flatMap((id) => (id ? [id.toLowerCase()] : [])),
  );
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

type Want =
  | { readonly kind: "message"; readonly text: string }
  | { readonly kind: "card"; readonly verb: string; readonly payload: unknown; readonly way: "execute" | "submit" }
  | { readonly kind: "meeting"; readonly chatId: string; readonly events: readonly RoomEvent[] }
  | { readonly kind: "installed" | "other" };

function wantOf({ type, name, action, text, value }: TeamsActivity): Want {
  if (type === "installationUpdate" && action === "add") return { kind: "installed" };
  if (type === "invoke" && name === "adaptiveCard/action") return executed(value);
  if (type !== "message") return { kind: "other" };
  if (!text && typeof value === "object" && value !== null) return submitted(value);
  return { kind: "message", text: spoken(text ?? "") };
}

function executed(value: unknown): Want {
  const { data } = execute.safeParse(value);
  return { kind: "card", verb: data?.action.verb ?? "", payload: data?.action.data ?? {}, way: "execute" };
}

function submitted(value: object): Want {
  const { data } = submit.safeParse(value);
  const { verb: _, ...payload } = data ?? { verb: "" };
  return { kind: "card", verb: data?.verb ?? "", payload, way: "submit" };
}

/** The words without mentions. */
const spoken = (text: string): string => text.replaceAll(/<at>.*?<\/at>/gsu, " ").trim();

const mentions = (mentioned: unknown, id: string): boolean =>
  typeof mentioned === "object" && mentioned !== null && "id" in mentioned && mentioned.id === id;

function realLocale(locale: string | null | undefined): string | null {
  try {
    return locale ? (Intl.getCanonicalLocales(locale)[0] ?? null) : null;
  } catch {
    return null;
  }
}

function realZone(zone: unknown): string | null {
  if (typeof zone !== "string" || zone === "") return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
