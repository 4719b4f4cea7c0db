import { h } from "../dom.ts";
import type { Theme } from "../theme.ts";
import { cardElement, type PressedAction } from "./card.ts";
import { markdownToHtml } from "./markdown.ts";

interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
}

/** A message as the window process streams it. */
export interface ChatMessage {
  readonly id: string;
  readonly at: string;
  readonly by: "person" | "bot";
  readonly isDeleted: boolean;
  readonly isEdited: boolean;
  readonly notice?: string;
  readonly activity: {
    readonly type: string;
    readonly text?: string;
    readonly textFormat?: string;
    readonly attachments?: readonly Attachment[];
    readonly suggestedActions?: { readonly actions?: readonly { readonly title: string; readonly value?: string }[] };
  };
}

interface MessageOptions {
  readonly theme: Theme;
  readonly locale: string;
  readonly press: (action: PressedAction) => void;
  readonly say: (text: string) => void;
  readonly openUrl: (url: string) => void;
}

const cardType = "application/vnd.microsoft.card.adaptive";

/** Says whether there is anything to see: a card's Submit, for one, is a message without words. */
export const isVisible = ({ activity, isDeleted, by }: ChatMessage): boolean =>
  isDeleted ||
  (activity.type === "message" && (Boolean(activity.text) || (by === "bot" && cardsOf(activity).length > 0)));

const cardsOf = ({ attachments = [] }: ChatMessage["activity"]) =>
  attachments.filter((attachment) => attachment.contentType === cardType);

/** One message of the chat, drawn. */
export function messageElement(message: ChatMessage, options: MessageOptions): HTMLElement {
  const time = new Intl.DateTimeFormat(options.locale, { timeStyle: "short" }).format(new Date(message.at));
  const who = message.by === "bot" ? "Counterpoint" : "You";
  const byline = h(
    "p",
    { class: "byline" },
    message.by === "bot" && h("span", { class: "byline-name" }, who),
    h("time", { datetime: message.at }, time),
    message.isEdited && !message.isDeleted && h("span", {}, "Edited"),
  );
  return h(
    "article",
    {
      class: `message by-${message.by}`,
      "data-message-id": message.id,
      "aria-label": `${who}, ${time}`,
      tabindex: "-1",
    },
    message.by === "bot" && h("img", { src: "/icon.svg", alt: "", width: "32", height: "32" }),
    h("div", { class: "said" }, byline, ...content(message, options)),
  );
}

const noticeOf = ({ notice }: ChatMessage) =>
  notice === undefined ? [] : [h("p", { class: "notice", role: "status" }, notice)];

/** Says below a drawn message what has been noted on it, and leaves the rest, where somebody may be writing, as it is. */
export function noteOn(drawn: HTMLElement, message: ChatMessage): void {
  drawn.querySelector(".notice")?.remove();
  drawn.querySelector(".said")?.append(...noticeOf(message));
}

function content(message: ChatMessage, options: MessageOptions): readonly HTMLElement[] {
  if (message.isDeleted) return [h("p", { class: "bubble is-gone" }, "This message was deleted.")];
  const { activity } = message;
  const parts: HTMLElement[] = activity.text ? [bubble(message)] : [];
  if (message.by === "bot") parts.push(...cardsOf(activity).map((card) => cardElement(card.content, options)));
  const suggestions = activity.suggestedActions?.actions ?? [];
  if (suggestions.length > 0) parts.push(suggestionList(suggestions, options));
  return [...parts, ...noticeOf(message)];
}

function bubble({ activity, by }: ChatMessage) {
  const element = h("div", { class: "bubble" });
  if (by === "person" || activity.textFormat === "plain") element.append(h("p", {}, activity.text ?? ""));
  else element.innerHTML = markdownToHtml(activity.text ?? "");
  return element;
}

function suggestionList(actions: readonly { title: string; value?: string }[], { say }: MessageOptions) {
  const buttons = actions.map(({ title, value }) =>
    h("button", { type: "button", click: () => say(value ?? title) }, title),
  );
  return h("div", { class: "suggestions" }, ...buttons);
}
