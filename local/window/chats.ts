import { join } from "node:path";
import type { LocalPerson } from "../identities.ts";
import { SnapshotFile } from "../snapshot-file.ts";
import type { Activity } from "./activities.ts";
import { personalChatId } from "./people.ts";

/** One thing said in a chat, and what it said before each change. */
export interface Message {
  readonly id: string;
  /** When it was first said, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: "person" | "bot";
  activity: Activity;
  isDeleted: boolean;
  /** Oldest first: the activity as it was until a change, when that came, and how. */
  readonly history: { readonly at: string; readonly how: "update" | "invoke" | "delete"; readonly was: Activity }[];
  /** A line shown under the message: why it didn't arrive, or what the bot answered to an action. */
  notice?: string;
}

export interface Meeting {
  /** The id that meeting activities and the teams-js context carry. */
  readonly id: string;
  readonly title: string;
  readonly joinUrl: string;
}

/** A one-to-one chat with the bot, or the chat of a meeting. */
export interface Chat {
  readonly id: string;
  /** Directory ids. */
  readonly members: readonly string[];
  readonly meeting?: Meeting;
  isInstalled: boolean;
  readonly messages: Message[];
}

export type ChatChange = { readonly chatId: string } & ({ readonly message: Message } | { readonly isTyping: true });

/** Every chat with the bot. Kept in memory and, when a folder is given, in a file that a restart reads again. */
export class Chats {
  readonly #chats = new Map<string, Chat>();
  readonly #file: SnapshotFile<Chat[]> | undefined;
  readonly #listeners = new Set<(change: ChatChange) => void>();
  #lastId = 0;

  constructor(stateDir?: string) {
    if (stateDir === undefined) return;
    const path = join(stateDir, "chats.json");
    for (const chat of SnapshotFile.read<Chat[]>(path) ?? []) this.#chats.set(chat.id, chat);
    this.#file = new SnapshotFile(path, () => [...this.#chats.values()]);
  }

  find(id: string): Chat | undefined {
    return this.#chats.get(id);
  }

  all(): readonly Chat[] {
    return [...this.#chats.values()];
  }

  /** The person's own chat with the bot; it exists from the first time anyone asks. */
  personal(person: LocalPerson): Chat {
    const id = personalChatId(person);
    return this.find(id) ?? this.#add({ id, members: [person.oid], isInstalled: false, messages: [] });
  }

  /** The chat of a meeting, made on first sight. */
  ofMeeting(id: string, meeting: Meeting, members: readonly string[]): Chat {
    return this.find(id) ?? this.#add({ id, members, meeting, isInstalled: true, messages: [] });
  }

  /** Adds a message under a new id. Ids look like Teams': milliseconds, never the same twice. */
  say(chat: Chat, by: Message["by"], activity: Activity): Message {
    this.#lastId = Math.max(Date.now(), this.#lastId + 1);
    const id = String(this.#lastId);
    const message: Message = { id, at: now(), by, activity: { ...activity, id }, isDeleted: false, history: [] };
    chat.messages.push(message);
    this.#changed({ chatId: chat.id, message });
    return message;
  }

  change(chat: Chat, message: Message, how: "update" | "invoke", activity: Activity): void {
    message.history.push({ at: now(), how, was: message.activity });
    message.activity = { ...activity, id: message.id };
    delete message.notice;
    this.#changed({ chatId: chat.id, message });
  }

  remove(chat: Chat, message: Message): void {
    message.history.push({ at: now(), how: "delete", was: message.activity });
    message.isDeleted = true;
    this.#changed({ chatId: chat.id, message });
  }

  note(chat: Chat, message: Message, notice: string): void {
    message.notice = notice;
    this.#changed({ chatId: chat.id, message });
  }

  typing(chat: Chat): void {
    this.#tell({ chatId: chat.id, isTyping: true });
  }

  installed(chat: Chat): void {
    chat.isInstalled = true;
    this.#file?.changed();
  }

  /** Calls back on every change until the returned function is called. */
  onChange(listener: (change: ChatChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  flush(): Promise<void> {
    return this.#file?.flush() ?? Promise.resolve();
  }

  #add(chat: Chat) {
    this.#chats.set(chat.id, chat);
    this.#file?.changed();
    return chat;
  }

  #changed(change: ChatChange) {
    this.#file?.changed();
    this.#tell(change);
  }

  #tell(change: ChatChange) {
    for (const listener of this.#listeners) listener(change);
  }
}

const now = () => new Date().toISOString();
