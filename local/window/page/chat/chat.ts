import { h } from "../dom.ts";
import type { AppFrame } from "../frame.ts";
import type { WindowPage } from "../view.ts";
import { type Person, tell } from "../world.ts";
import { type ChatMessage, isVisible, messageElement, noteOn } from "./message.ts";

const typingMs = 8_000;

/** The chat with the bot: what was said, newest last, and a box to say more. It follows the window process live. */
export function chatPanel(page: WindowPage, person: Person): AppFrame {
  const log = h("div", { class: "log", role: "log", "aria-label": "Messages with Counterpoint", tabindex: "0" });
  const typing = h("p", { class: "typing", role: "status" });
  const trouble = h("p", { class: "trouble", role: "status" });
  const messages = new Map<string, ChatMessage>();
  const attempt = async (path: string, body: unknown) => {
    try {
      await tell(`/api/chats/${person.slug}/${path}`, body);
      trouble.textContent = "";
      return true;
    } catch (error) {
      trouble.textContent = `That couldn't be sent. ${(error as Error).message}`;
      return false;
    }
  };
  const draw = (message: ChatMessage) =>
    drawMessage(log, message, {
      theme: page.theme(),
      locale: person.locale,
      press: (action) => void pressOnce(log, message.id, () => attempt("actions", { messageId: message.id, action })),
      say: (text) => void attempt("messages", { text }),
      openUrl: (url) => void page.openLink(url, person.slug),
    });
  const follow = listen(person, log, typing, messages, draw);
  void attempt("open", {});
  return {
    element: h(
      "section",
      { class: "chat" },
      log,
      typing,
      trouble,
      composer((text) => attempt("messages", { text })),
    ),
    themed: () => messages.forEach(draw),
    close: () => follow.close(),
  };
}

type Draw = (message: ChatMessage) => void;

function listen(person: Person, log: HTMLElement, typing: HTMLElement, messages: Map<string, ChatMessage>, draw: Draw) {
  const events = new EventSource(`/api/chats/${person.slug}/events`);
  let quiet = 0;
  const show = (message: ChatMessage) => {
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const known = messages.get(message.id);
    messages.set(message.id, message);
    const drawn = log.querySelector<HTMLElement>(`[data-message-id="${message.id}"]`);
    // Drawing a card anew would empty what somebody is writing into it.
    if (known && drawn && saysTheSame(known, message)) return noteOn(drawn, message);
    if (message.by === "bot") typing.textContent = "";
    draw(message);
    if (isAtEnd || message.by === "person") log.scrollTop = log.scrollHeight;
  };
  events.addEventListener("messages", ({ data }) => {
    for (const message of JSON.parse(data) as ChatMessage[]) show(message);
    log.scrollTop = log.scrollHeight;
  });
  events.addEventListener("message", ({ data }) => show(JSON.parse(data) as ChatMessage));
  events.addEventListener("typing", () => {
    typing.textContent = "Counterpoint is typing";
    clearTimeout(quiet);
    quiet = window.setTimeout(() => {
      typing.textContent = "";
    }, typingMs);
  });
  return events;
}

const saysTheSame = ({ notice: _, ...one }: ChatMessage, { notice: __, ...other }: ChatMessage) =>
  JSON.stringify(one) === JSON.stringify(other);

function drawMessage(log: HTMLElement, message: ChatMessage, options: Parameters<typeof messageElement>[1]) {
  const old = log.querySelector<HTMLElement>(`[data-message-id="${message.id}"]`);
  if (!isVisible(message)) return old?.remove();
  const drawn = messageElement(message, options);
  if (!old) return log.append(drawn);
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(drawn);
  // The pressed button went with the old card: the message itself keeps the place of the reader.
  if (hadFocus) drawn.focus();
}

/** Sends a card's action, and until it is answered no second one from the same card. */
async function pressOnce(log: HTMLElement, id: string, send: () => Promise<unknown>) {
  const element = log.querySelector(`[data-message-id="${id}"]`);
  if (element?.getAttribute("aria-busy") === "true") return;
  element?.setAttribute("aria-busy", "true");
  await send();
  element?.removeAttribute("aria-busy");
}

function composer(send: (text: string) => Promise<boolean>) {
  const box = h("textarea", { rows: "1", placeholder: "Type a message", "aria-label": "Message Counterpoint" });
  const submit = (event: Event) => {
    event.preventDefault();
    void sendWords();
  };
  const sendWords = async () => {
    const text = box.value.trim();
    if (text === "") return;
    box.value = "";
    // What could not be sent comes back, unless the person has begun another sentence.
    if (!(await send(text)) && box.value === "") box.value = text;
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  });
  return h("form", { class: "composer", submit }, box, h("button", { type: "submit" }, "Send"));
}
