import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { LocalPerson } from "../identities.ts";
import type { WindowContext } from "./context.ts";
import { enterMeeting, peopleBehind, tellMeetingEvent } from "./meetings.ts";
import { personBySlug, slugOf } from "./people.ts";
import { Presence } from "./presence.ts";

const presenceInput = z.strictObject({ person: z.string(), isIn: z.boolean() });

/** What the meeting view asks: which meeting these two are in, who is behind a join link, and who comes and goes. */
export function meetingRoutes(app: FastifyInstance, context: WindowContext): void {
  app.get<{ Querystring: { people?: string } }>("/api/meeting", async ({ query }, reply) => {
    const people = peopleFrom(query.people);
    if (people.length < 2)
      return reply.code(400).send({ error: "A meeting needs two people, such as ?people=ana,ben." });
    const chat = await enterMeeting(context, people, Date.now());
    return { chatId: chat.id, meetingId: chat.meeting?.id, title: chat.meeting?.title, joinUrl: chat.meeting?.joinUrl };
  });
  app.get<{ Querystring: { joinUrl?: string } }>("/api/meeting/people", async ({ query }) => {
    const people = await peopleBehind(context, query.joinUrl ?? "");
    return { people: people.map(slugOf) };
  });
  const presence = new Presence();
  app.post<{ Params: { chatId: string } }>("/api/meeting/:chatId/presence", async ({ params, body }, reply) => {
    const input = presenceInput.safeParse(body);
    const chat = context.chats.find(params.chatId);
    const person = input.success ? personBySlug(input.data.person) : undefined;
    if (!input.success || !chat?.meeting || !person)
      return reply.code(404).send({ error: "No such meeting or person." });
    const { isIn } = input.data;
    const events = isIn ? presence.enter(chat.id, person.oid) : presence.leave(chat.id, person.oid);
    for (const event of events) await tellMeetingEvent(context, chat, person, event);
    return { told: events };
  });
}

const peopleFrom = (text = ""): LocalPerson[] => {
  const slugs = [...new Set(text.split(",").map((one) => one.trim().toLowerCase()))];
  return slugs.flatMap((slug) => personBySlug(slug) ?? []);
};
