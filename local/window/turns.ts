import type { LocalPerson } from "../identities.ts";
import { type Activity, envelope, installationActivities, messageFields } from "./activities.ts";
import type { BotAnswer } from "./channel.ts";
import type { Chat, Message } from "./chats.ts";
import { serviceUrl, type WindowContext } from "./context.ts";

/** What a card's button sends when it is pressed. */
export interface CardAction {
  readonly type: "Action.Execute" | "Action.Submit";
  readonly id?: string | undefined;
  readonly verb?: string | undefined;
  readonly data?: unknown;
}

const installing = new WeakMap<Chat, Promise<void>>();

/** Tells the bot, once, that the person has it. A bot that doesn't answer is told again the next time. */
export function install(context: WindowContext, person: LocalPerson): Promise<void> {
  const chat = context.chats.personal(person);
  if (chat.isInstalled) return Promise.resolve();
  const running = installing.get(chat) ?? tellInstalled(context, chat, person).finally(() => installing.delete(chat));
  installing.set(chat, running);
  return running;
}

async function tellInstalled(context: WindowContext, chat: Chat, person: LocalPerson) {
  for (const activity of installationActivities) {
    const answer = await post(context, chat, person, activity);
    if (answer.status < 200 || answer.status >= 300) return;
  }
  context.chats.installed(chat);
}

/** The person says something. The message is in the chat at once; the bot's turn runs on its own. */
export function say(context: WindowContext, person: LocalPerson, fields: Omit<Activity, "type">): Message {
  const chat = context.chats.personal(person);
  const activity = { ...envelope(chat, person, serviceUrl(context.settings.port)), ...fields, type: "message" };
  const message = context.chats.say(chat, "person", activity);
  void deliver(context, chat, person, message);
  return message;
}

async function deliver(context: WindowContext, chat: Chat, person: LocalPerson, message: Message) {
  await install(context, person);
  const answer = await context.channel.post(message.activity);
  if (answer.status < 200 || answer.status >= 300) context.chats.note(chat, message, unreachable(answer));
}

/** A button on a card: Execute asks the bot and shows its answer, Submit is a message without words. */
export async function press(
  context: WindowContext,
  person: LocalPerson,
  message: Message,
  action: CardAction,
): Promise<void> {
  const chat = context.chats.personal(person);
  if (action.type === "Action.Submit") {
    say(context, person, submitFields(message, action.data));
    return;
  }
  const value = { action, trigger: "manual" };
  const invoke = { type: "invoke", name: "adaptiveCard/action", value, replyToId: message.id };
  const answer = await post(context, chat, person, invoke);
  showAnswer(context, chat, message, answer);
}

function submitFields(message: Message, data: unknown): Omit<Activity, "type"> {
  const teams = (data as { msteams?: { type?: string; text?: string; value?: unknown } } | undefined)?.msteams;
  if (teams?.type === "imBack" && typeof teams.value === "string") return messageFields(teams.value);
  const words = teams?.type === "messageBack" && teams.text ? messageFields(teams.text) : {};
  return { ...words, value: data ?? {}, replyToId: message.id };
}

function showAnswer(context: WindowContext, chat: Chat, message: Message, answer: BotAnswer) {
  const body = (answer.status === 200 ? answer.body : undefined) as { type?: string; value?: unknown } | undefined;
  if (body?.type === "application/vnd.microsoft.card.adaptive") {
    const attachments = [{ contentType: "application/vnd.microsoft.card.adaptive", content: body.value }];
    return context.chats.change(chat, message, "invoke", { ...message.activity, attachments });
  }
  if (body?.type === "application/vnd.microsoft.activity.message" && typeof body.value === "string")
    return context.chats.note(chat, message, body.value);
  const said = (body?.value as { message?: string } | undefined)?.message;
  return context.chats.note(chat, message, said ?? unreachable(answer));
}

/** Sends any activity as this person in this chat and waits for the bot's answer. */
export function post(
  context: WindowContext,
  chat: Chat,
  person: LocalPerson,
  activity: Partial<Activity>,
): Promise<BotAnswer> {
  const base = { id: `f:${crypto.randomUUID()}`, ...envelope(chat, person, serviceUrl(context.settings.port)) };
  return context.channel.post({ type: "message", ...base, ...activity });
}

const unreachable = ({ status }: BotAnswer) =>
  status === 0
    ? "Counterpoint couldn't be reached. What you sent is kept here; try again in a moment."
    : `Counterpoint couldn't take this (it answered ${status}). Try again in a moment.`;
