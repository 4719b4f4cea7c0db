import type { FastifyReply, FastifyRequest } from "fastify";
import type { Chat, Chats, Message } from "./chats.ts";

const heartbeatMs = 20_000;

/** A message as the page needs it: its history stays here. */
export function messageView({ history, ...message }: Message) {
  return { ...message, isEdited: history.some((one) => one.how === "update") };
}

/**
 * Streams a chat to a page as server-sent events: first `messages` with everything said so far, then a `message` for
 * each that is new or has changed, and `typing`. A page that reconnects simply gets everything again.
 */
export function streamChat(chats: Chats, chat: Chat, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  const out = reply.raw;
  const send = (event: string, data: unknown) => out.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  out.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  send("messages", chat.messages.map(messageView));
  const stop = chats.onChange((change) => {
    if (change.chatId !== chat.id) return;
    if ("message" in change) send("message", messageView(change.message));
    else send("typing", {});
  });
  const beat = setInterval(() => out.write(": still here\n\n"), heartbeatMs);
  request.raw.once("close", () => {
    stop();
    clearInterval(beat);
  });
  return reply;
}
