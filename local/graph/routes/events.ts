import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answer, contextOf } from "../answers.ts";
import { itemNotFound } from "../errors.ts";
import { cancelEvent, deleteEvent } from "../events/cancel-event.ts";
import { changeEvent } from "../events/change-event.ts";
import { createEvent } from "../events/create-event.ts";
import type { CalendarEvent } from "../events/event.ts";
import { eventShape } from "../events/event-shape.ts";
import type { Mailbox } from "../events/mailbox.ts";
import { type Answer, answers, respondToEvent } from "../events/respond-to-event.ts";
import { queryOptions, requireOptions, selected, selection } from "../odata.ts";
import { readsBodies } from "../permissions.ts";
import { readPreferences } from "../prefer.ts";
import { callerOf, personOf } from "../request-context.ts";
import { findEvent } from "../store/events.ts";
import type { World } from "../world.ts";
import { eventProperties } from "./event-list.ts";

const write = { config: { operation: "writeCalendars" } } as const;
const read = { config: { operation: "readCalendars" } } as const;

const idOf = (request: FastifyRequest) => (request.params as { event: string }).event;

function mailboxOf(request: FastifyRequest, world: World): Mailbox {
  const owner = personOf(request);
  return { owner, behaviour: world.behaviours.of(owner.oid), pool: world.pool, now: world.clock() };
}

/** Single events of a mailbox: made, read, changed, deleted, called off and answered. */
export function addEventRoutes(app: FastifyInstance, world: World, root: string): void {
  for (const events of [`${root}/events`, `${root}/calendar/events`]) {
    app.post(events, write, async (request, reply) => {
      // Read first: a preference that can't be met must not leave an event behind.
      readPreferences(request.headers.prefer);
      return oneEvent(request, reply, 201, await createEvent(mailboxOf(request, world), request.body));
    });
    app.get(`${events}/:event`, read, async (request, reply) => {
      const event = await findEvent(world.pool, personOf(request).oid, idOf(request));
      if (!event) throw itemNotFound();
      return oneEvent(request, reply, 200, event);
    });
    app.patch(`${events}/:event`, write, async (request, reply) => {
      readPreferences(request.headers.prefer);
      const mailbox = mailboxOf(request, world);
      return oneEvent(
        request,
        reply,
        200,
        await changeEvent(mailbox, idOf(request), request.body, request.headers["if-match"]),
      );
    });
    app.delete(`${events}/:event`, write, async (request, reply) => {
      await deleteEvent(mailboxOf(request, world), idOf(request), request.headers["if-match"]);
      return reply.code(204).send();
    });
    addActions(app, world, `${events}/:event`);
  }
}

function addActions(app: FastifyInstance, world: World, event: string): void {
  app.post(`${event}/cancel`, write, async (request, reply) => {
    await cancelEvent(mailboxOf(request, world), idOf(request), request.body);
    return reply.code(202).send();
  });
  for (const name of Object.keys(answers) as Answer[]) {
    app.post(`${event}/${name}`, write, async (request, reply) => {
      await respondToEvent(mailboxOf(request, world), idOf(request), name, request.body);
      return reply.code(202).send();
    });
  }
}

function oneEvent(request: FastifyRequest, reply: FastifyReply, status: 200 | 201, event: CalendarEvent): FastifyReply {
  const prefer = readPreferences(request.headers.prefer);
  const options = queryOptions(request.url);
  requireOptions(options, ["select"]);
  const names = selection(options, "event", eventProperties);
  const shape = eventShape(event, prefer, readsBodies(callerOf(request)));
  const context = contextOf(request, `users('${personOf(request).oid}')/events/$entity`);
  reply.header("etag", `W/"${event.changeKey}"`);
  if (prefer.applied) reply.header("preference-applied", prefer.applied);
  return answer(reply, status, { "@odata.context": context, ...selected(shape, names) });
}
