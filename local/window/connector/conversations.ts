import { z } from "zod";
import { localTenant } from "../../identities.ts";
import type { Activity } from "../activities.ts";
import type { Chat, Chats, Message } from "../chats.ts";
import { memberAccount, personById } from "../people.ts";
import { type ConnectorAnswer, refusal } from "./answer.ts";

/** The size up to which every published limit of Teams lets a message through. */
const mostBytes = 28 * 1024;

const activityInput = z.looseObject({ type: z.string().min(1) });
const createInput = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).length(1),
  isGroup: z.boolean().optional(),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: activityInput.optional(),
});

const notFound = refusal(404, "ConversationNotFound", "There is no such conversation.");
const noActivity = refusal(404, "ActivityNotFoundInConversation", "There is no such activity in this conversation.");
const tooLong = refusal(413, "MessageSizeTooBig", `A message may have ${mostBytes} bytes.`);

/** The bot says something. The same words twice are two messages: the connector never de-duplicates. */
export function send(chats: Chats, conversationId: string, body: unknown): ConnectorAnswer {
  const chat = chats.find(conversationId);
  if (!chat) return notFound;
  const activity = readActivity(body);
  if ("status" in activity) return activity;
  if (activity.value.type === "typing") {
    chats.typing(chat);
    return { status: 201, body: { id: String(Date.now()) } };
  }
  return { status: 201, body: { id: chats.say(chat, "bot", activity.value).id } };
}

/** The bot changes what it said. */
export function update(chats: Chats, conversationId: string, activityId: string, body: unknown): ConnectorAnswer {
  const found = botMessage(chats, conversationId, activityId);
  if ("status" in found) return found;
  const activity = readActivity(body);
  if ("status" in activity) return activity;
  chats.change(found.chat, found.message, "update", activity.value);
  return { status: 200, body: { id: activityId } };
}

/** The bot takes back what it said. */
export function remove(chats: Chats, conversationId: string, activityId: string): ConnectorAnswer {
  const found = botMessage(chats, conversationId, activityId);
  if ("status" in found) return found;
  chats.remove(found.chat, found.message);
  return { status: 200 };
}

/** The bot opens its one-to-one chat with a person; the same person always gets the same chat. */
export function create(chats: Chats, body: unknown): ConnectorAnswer {
  const input = createInput.safeParse(body);
  if (!input.success || input.data.isGroup === true)
    return refusal(400, "BadArgument", "Only a one-to-one chat with exactly one member can be created.");
  const { members, tenantId, channelData, activity } = input.data;
  const tenant = tenantId ?? channelData?.tenant?.id;
  if (tenant !== localTenant.id) return refusal(403, "Forbidden", "The bot isn't installed in this tenant.");
  const person = personById(members[0]?.id ?? "");
  if (!person) return refusal(404, "MemberNotFound", "Nobody in this tenant has that id.");
  const chat = chats.personal(person);
  const first = activity ? chats.say(chat, "bot", activity) : undefined;
  return { status: 201, body: { id: chat.id, ...(first ? { activityId: first.id } : {}) } };
}

/** Everyone in the conversation but the bot. */
export function members(chats: Chats, conversationId: string): ConnectorAnswer {
  const chat = chats.find(conversationId);
  return chat ? { status: 200, body: accounts(chat) } : notFound;
}

/** The same in pages of `pageSize`, which Teams answers with `continuationToken` until the last. */
export function pagedMembers(chats: Chats, conversationId: string, pageSize: number, from: number): ConnectorAnswer {
  const chat = chats.find(conversationId);
  if (!chat) return notFound;
  const all = accounts(chat);
  const next = from + pageSize;
  const rest = next < all.length ? { continuationToken: String(next) } : {};
  return { status: 200, body: { members: all.slice(from, next), ...rest } };
}

/** One member by chat id ("29:…") or directory id. */
export function member(chats: Chats, conversationId: string, id: string): ConnectorAnswer {
  const chat = chats.find(conversationId);
  if (!chat) return notFound;
  const person = personById(id);
  return person && chat.members.includes(person.oid)
    ? { status: 200, body: memberAccount(person) }
    : refusal(404, "MemberNotFoundInConversation", "Nobody in this conversation has that id.");
}

const accounts = (chat: Chat) =>
  chat.members.flatMap((oid) => {
    const person = personById(oid);
    return person ? [memberAccount(person)] : [];
  });

function botMessage(
  chats: Chats,
  conversationId: string,
  activityId: string,
): { readonly chat: Chat; readonly message: Message } | ConnectorAnswer {
  const chat = chats.find(conversationId);
  if (!chat) return notFound;
  const message = chat.messages.find((one) => one.id === activityId && one.by === "bot" && !one.isDeleted);
  return message ? { chat, message } : noActivity;
}

function readActivity(body: unknown): { readonly value: Activity } | ConnectorAnswer {
  const activity = activityInput.safeParse(body);
  if (!activity.success) return refusal(400, "BadSyntax", "An activity needs a type.");
  if (Buffer.byteLength(JSON.stringify(body)) > mostBytes) return tooLong;
  return { value: activity.data as Activity };
}
