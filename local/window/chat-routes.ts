import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { LocalPerson } from "../identities.ts";
import { messageFields } from "./activities.ts";
import type { WindowContext } from "./context.ts";
import { messageView, streamChat } from "./live.ts";
import { personBySlug } from "./people.ts";
import { install, press, say } from "./turns.ts";

interface PersonParams {
  readonly person: string;
}

const messageInput = z.strictObject({ text: z.string().trim().min(1).max(8_000) });
const actionInput = z.strictObject({
  messageId: z.string(),
  action: z.strictObject({
    type: z.enum(["Action.Execute", "Action.Submit"]),
    id: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown(),
  }),
});

/** What the page's chat does: open, listen, say, press a card's button. */
export function chatRoutes(app: FastifyInstance, context: WindowContext): void {
  app.post<{ Params: PersonParams }>("/api/chats/:person/open", ({ params }, reply) =>
    asPerson(reply, params, (person) => {
      void install(context, person);
      return reply.code(202).send({ chatId: context.chats.personal(person).id });
    }),
  );
  app.get<{ Params: PersonParams }>("/api/chats/:person/events", (request, reply) =>
    asPerson(reply, request.params, (person) =>
      streamChat(context.chats, context.chats.personal(person), request, reply),
    ),
  );
  app.post<{ Params: PersonParams }>("/api/chats/:person/messages", ({ params, body }, reply) =>
    asPerson(reply, params, (person) => {
      const input = messageInput.safeParse(body);
      if (!input.success) return reply.code(400).send({ error: "A message needs words, 8,000 characters at most." });
      return reply.code(202).send(messageView(say(context, person, messageFields(input.data.text))));
    }),
  );
  app.post<{ Params: PersonParams }>("/api/chats/:person/actions", ({ params, body }, reply) =>
    asPerson(reply, params, async (person) => {
      const input = actionInput.safeParse(body);
      const { messages } = context.chats.personal(person);
      const message = messages.find((one) => input.success && one.id === input.data.messageId && !one.isDeleted);
      if (!input.success || !message) return reply.code(400).send({ error: "This button's message is gone." });
      await press(context, person, message, input.data.action);
      return reply.code(204).send();
    }),
  );
}

function asPerson(
  reply: FastifyReply,
  params: PersonParams,
  answer: (person: LocalPerson) => FastifyReply | Promise<FastifyReply>,
) {
  const person = personBySlug(params.person);
  return person ? answer(person) : reply.code(404).send({ error: "Nobody on the first page has that name." });
}
