import type { FastifyInstance } from "fastify";

/** Hands an activity to the bot; who sent it is checked there. */
export type TakeActivity = (
  authorization: string | undefined,
  activity: unknown,
) => Promise<{ readonly status: number; readonly body?: unknown }>;

/** The bot's door: activities from the Bot Framework. */
export function mountMessages(server: FastifyInstance, take: TakeActivity): void {
  server.post("/api/messages", async (request, reply) => {
    const { status, body } = await take(request.headers.authorization, request.body);
    reply.code(status);
    return body === undefined ? reply.send() : reply.send(body);
  });
}
