import { localPerson } from "../local/identities.ts";
import type { World } from "../local/start/world.ts";
import { postJson, until } from "./world.ts";

/** A message in a chat with the bot, as the local window delivered it. */
export interface ChatMessage {
  readonly id: string;
  readonly by: "person" | "bot";
  readonly activity: {
    readonly text?: string;
    readonly attachments?: readonly { readonly contentType: string; readonly content?: unknown }[];
  };
  readonly history: readonly { readonly how: string }[];
  readonly notice?: string;
}

/** A person's chat with the bot, driven through the local connector as Teams would. */
export interface Chat {
  readonly say: (text: string) => Promise<void>;
  readonly messages: () => Promise<readonly ChatMessage[]>;
  /** Waits for a message of the bot's whose text or card holds the words. */
  readonly hears: (words: string | RegExp) => Promise<ChatMessage>;
  /** Presses a card's button by sending what it would send; answers the bot's answer. */
  readonly press: (
    verb: string,
    data: unknown,
    messageId?: string,
  ) => Promise<{ readonly status: number; readonly body?: unknown }>;
}

export function chatOf(world: Pick<World, "urls">, name: string): Chat {
  const slug = name.toLowerCase();
  const messages = async () => {
    const answer = await fetch(`${world.urls.window}/_local/transcript?conversation=${slug}`);
    return ((await answer.json()) as { messages: readonly ChatMessage[] }).messages;
  };
  return {
    messages,
    say: async (text) => {
      const answer = await postJson(`${world.urls.window}/api/chats/${slug}/messages`, { text });
      if (!answer.ok) throw new Error(`The window answered ${answer.status}.`);
    },
    hears: (words) =>
      until(`${name} hears ${String(words)}`, async () =>
        (await messages()).findLast((one) => one.by === "bot" && holds(one, words)),
      ),
    press: async (verb, data, messageId) => {
      const action = { type: "Action.Execute", verb, data };
      const activity = {
        type: "invoke",
        name: "adaptiveCard/action",
        value: { action, trigger: "manual" },
        ...(messageId ? { replyToId: messageId } : {}),
      };
      const answer = await postJson(`${world.urls.window}/_local/activities`, { as: localPerson(name).oid, activity });
      return (await answer.json()) as { status: number; body?: unknown };
    },
  };
}

/** All the words of a message and its cards. */
export const wordsOf = ({ activity }: Pick<ChatMessage, "activity">): string =>
  [activity.text ?? "", ...(activity.attachments ?? []).map((one) => JSON.stringify(one.content ?? ""))].join("\n");

const holds = (message: ChatMessage, words: string | RegExp): boolean =>
  typeof words === "string" ? wordsOf(message).includes(words) : words.test(wordsOf(message));
