import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { LocalPerson } from "../identities.ts";
import type { WindowContext } from "./context.ts";
import { eventWays } from "./event-line.ts";
import { streamChat } from "./live.ts";
import { enterMeeting, peopleBehind, tellMeetingEvent } from "./meetings.ts";
import { chatUserId, personAtSeat, personBySlug, slugOf } from "./people.ts";
import { Presence } from "./presence.ts";

const presenceInput = z.strictObject({ person: z.string(), isIn: z.boolean() });
const wayInput = z.strictObject({ way: z.enum(eventWays) });
const cutInput = z.strictObject({ isCut: z.boolean() });

/** What the meeting view asks: which meeting these people are in, who is behind a join link, who comes and goes, and what is said there. */
export function meetingRoutes(app: FastifyInstance, context: WindowContext): void {
  app.get<{ Querystring: { people?: string; call?: string } }>("/api/meeting", async ({ query }, reply) => {
    const people = peopleFrom(query.people);
    if (people.length < 2)
      return reply.code(400).send({ error: "A meeting needs two people, such as ?people=ana,ben." });
    const chat = await enterMeeting(context, people, Date.now(), query.call);
    return { chatId: chat.id, meetingId: chat.meeting?.id, title: chat.meeting?.title, joinUrl: chat.meeting?.joinUrl };
  });
  app.get<{ Querystring: { joinUrl?: string } }>("/api/meeting/people", async ({ query }) => {
    const people = await peopleBehind(context, query.joinUrl ?? "");
    return { people: people.map(slugOf) };
  });
  app.get<{ Params: { chatId: string } }>("/api/meeting/:chatId/events", (request, reply) => {
    const chat = context.chats.find(request.params.chatId);
    return chat?.meeting
      ? streamChat(context.chats, chat, request, reply)
      : reply.code(404).send({ error: "No such meeting." });
  });
  presenceRoute(app, context);
  breakingRoutes(app, context);
}

function presenceRoute(app: FastifyInstance, context: WindowContext) {
  const presence = new Presence();
  app.post<{ Params: { chatId: string } }>("/api/meeting/:chatId/presence", async ({ params, body }, reply) => {
    const input = presenceInput.safeParse(body);
    const chat = context.chats.find(params.chatId);
    const person = input.success ? personAtSeat(input.data.person) : undefined;
    if (!input.success || !chat?.meeting || !person)
      return reply.code(404).send({ error: "No such meeting or person." });
    const seat = [chat.id, chatUserId(person), input.data.person] as const;
    const told = input.data.isIn ? presence.enter(...seat) : presence.leave(...seat);
    const at = new Date().toISOString();
    await context.events.send(told.map((event) => () => tellMeetingEvent(context, chat, person, event, at)));
    return { told };
  });
}

/** How a person, or a test, breaks a meeting: the way its events travel, and one window's network. */
function breakingRoutes(app: FastifyInstance, { events, lines }: WindowContext) {
  app.get("/_local/meeting-events", () => ({ way: events.way }));
  app.post("/_local/meeting-events", ({ body }, reply) => {
    const input = wayInput.safeParse(body);
    if (!input.success) return reply.code(400).send({ error: `A way is one of ${eventWays.join(", ")}.` });
    events.way = input.data.way;
    return { way: events.way };
  });
  app.get<{ Params: { seat: string } }>("/api/lines/:seat", async ({ params }, reply) =>
    personAtSeat(params.seat)
      ? { appUrl: await lines.urlOf(params.seat) }
      : reply.code(404).send({ error: "Nobody sits there." }),
  );
  app.post<{ Params: { seat: string } }>("/_local/lines/:seat", async ({ params, body }, reply) => {
    const input = cutInput.safeParse(body);
    if (!input.success || !personAtSeat(params.seat)) return reply.code(400).send({ error: "Nobody sits there." });
    await lines.cut(params.seat, input.data.isCut);
    return input.data;
  });
}

const peopleFrom = (text = ""): LocalPerson[] => {
  const slugs = [...new Set(text.split(",").map((one) => one.trim().toLowerCase()))];
  return slugs.flatMap((slug) => personBySlug(slug) ?? []);
};
