import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Chat } from "./chats.ts";
import { faultInput } from "./connector/faults.ts";
import type { WindowContext } from "./context.ts";
import { personById, personBySlug } from "./people.ts";
import { post } from "./turns.ts";

const limitsInput = z.strictObject({ on: z.boolean() });
const sendInput = z.strictObject({
  /** Who sends: "ana", a directory id or a sign-in name. */
  as: z.string(),
  conversation: z.string().optional(),
  /** Laid over the usual fields, so a test may bend any of them. */
  activity: z.looseObject({ type: z.string() }),
});

/** What tests ask: faults and limits of the connector, everything that was delivered, and activities of their own making. */
export function localRoutes(app: FastifyInstance, context: WindowContext): void {
  faultRoutes(app, context);
  app.get<{ Querystring: { conversation?: string } }>("/_local/transcript", ({ query }, reply) => {
    if (query.conversation === undefined) return { conversations: context.chats.all() };
    const chat = chatNamed(context, query.conversation);
    return chat ?? reply.code(404).send({ error: "There is no such conversation." });
  });
  app.post("/_local/activities", async ({ body }, reply) => {
    const input = sendInput.safeParse(body);
    const person = input.success ? (personBySlug(input.data.as) ?? personById(input.data.as)) : undefined;
    if (!input.success || !person) return reply.code(400).send({ error: input.error?.message ?? "No such person." });
    const { conversation } = input.data;
    const chat = conversation === undefined ? context.chats.personal(person) : chatNamed(context, conversation);
    if (!chat) return reply.code(404).send({ error: "There is no such conversation." });
    return post(context, chat, person, input.data.activity);
  });
}

function faultRoutes(app: FastifyInstance, { faults }: WindowContext) {
  app.get("/_local/faults", () => faults.state());
  app.delete("/_local/faults", () => {
    faults.clear();
    return faults.state();
  });
  app.post("/_local/faults", async ({ body }, reply) => {
    const input = faultInput.safeParse(body);
    if (!input.success) return reply.code(400).send({ error: input.error.message });
    faults.add(input.data);
    return faults.state();
  });
  app.post("/_local/limits", async ({ body }, reply) => {
    const input = limitsInput.safeParse(body);
    if (!input.success) return reply.code(400).send({ error: input.error.message });
    faults.limit(input.data.on);
    return faults.state();
  });
}

/** A chat by its id, or a person's own chat by the person's name. */
function chatNamed({ chats }: WindowContext, name: string): Chat | undefined {
  const person = personBySlug(name) ?? personById(name);
  return person ? chats.personal(person) : chats.find(name);
}
