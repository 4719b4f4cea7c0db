import { type ChatMessage, isVisible, messageElement } from "../chat/message.ts";
import { h } from "../dom.ts";
import type { AppFrame } from "../frame.ts";
import type { WindowPage } from "../view.ts";
import type { MeetingInfo, Person } from "../world.ts";

/** The meeting's chat, to read along: what the bot says there, and nothing to type, as nobody else is. */
export function meetingChat(page: WindowPage, person: Person, { chatId }: MeetingInfo): AppFrame {
  const log = h("div", { class: "log", role: "log", "aria-label": "Messages in the meeting's chat", tabindex: "0" });
  const empty = h("p", { class: "typing" }, "Nothing has been said here yet.");
  const messages = new Map<string, ChatMessage>();
  const draw = () => {
    const shown = [...messages.values()].filter(isVisible);
    log.replaceChildren(...shown.map((message) => element(page, person, message)));
    empty.hidden = shown.length > 0;
  };
  const events = new EventSource(`/api/meeting/${encodeURIComponent(chatId)}/events`);
  const show = (all: readonly ChatMessage[]) => {
    for (const message of all) messages.set(message.id, message);
    draw();
  };
  events.addEventListener("messages", ({ data }) => show(JSON.parse(data) as ChatMessage[]));
  events.addEventListener("message", ({ data }) => show([JSON.parse(data) as ChatMessage]));
  return {
    element: h("section", { class: "chat" }, log, empty),
    themed: draw,
    close: () => events.close(),
  };
}

const element = (page: WindowPage, person: Person, message: ChatMessage) =>
  messageElement(message, {
    theme: page.theme(),
    locale: person.locale,
    press: () => undefined,
    say: () => undefined,
    openUrl: (url) => void page.openLink(url, person.slug),
  });
