import type { FastifyInstance } from "fastify";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { LocalPerson } from "../../identities.ts";
import { GraphError, itemNotFound } from "../errors.ts";
import { isOutlookAct, outlookActs } from "../events/as-outlook.ts";
import { createEvent } from "../events/create-event.ts";
import type { Mailbox } from "../events/mailbox.ts";
import { personBy } from "../people.ts";
import { bringBackDeclined, findAnyCopy } from "../store/events.ts";
import type { World } from "../world.ts";
import { mailboxIn, parse } from "./local-input.ts";
import { toldEvent } from "./told-event.ts";

const day = z.strictObject({
  kind: z.enum(["holiday", "out-of-office", "all-day"]),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  days: z.number().int().min(1).max(60).default(1),
  subject: z.string().optional(),
});

/** How Outlook marks such days: a public holiday is free and has a category of its own. */
const dayKinds = {
  holiday: { subject: "Public holiday", showAs: "free", categories: ["Holiday"] },
  "out-of-office": { subject: "Away", showAs: "oof", categories: [] },
  "all-day": { subject: "Workshop", showAs: "busy", categories: [] },
} as const;

/**
 * Doors for acting as people do in Outlook, not as the application: `/outlook/{person}/events` makes an event,
 * `/outlook/{person}/events/{id}/{act}` acts on one, whoever's copy the id is of, `/outlook/{person}/days` marks whole days.
 */
export function addLocalOutlookRoutes(app: FastifyInstance, world: World): void {
  app.post("/outlook/:person/events", async (request, reply) => {
    const mailbox = mailboxFor(request.params, world);
    const made = await createEvent(mailbox, request.body);
    world.notifier.wake();
    return reply.code(201).send(toldEvent(made));
  });
  app.post("/outlook/:person/days", async (request, reply) => {
    const mailbox = mailboxFor(request.params, world);
    const made = await createEvent(mailbox, wholeDays(mailbox.owner, parse(day, request.body)));
    world.notifier.wake();
    return reply.code(201).send(toldEvent(made));
  });
  app.post("/outlook/:person/events/:event/:act", async (request) => {
    const { event: id, act } = request.params as { event: string; act: string };
    const mailbox = mailboxFor(request.params, world);
    if (!isOutlookAct(act)) throw new GraphError(404, "itemNotFound", `Outlook has no button called ${act}.`);
    if (act === "accept" || act === "tentative") await bringBackDeclined(world.pool, mailbox.owner.oid, id);
    const event = await findAnyCopy(world.pool, mailbox.owner.oid, id);
    if (!event) throw itemNotFound();
    await outlookActs[act](mailbox, event, request.body);
    world.notifier.wake();
    return { status: "done", id: event.id };
  });
}

function mailboxFor(params: unknown, world: World): Mailbox {
  const oid = mailboxIn((params as { person: string }).person);
  const owner = personBy(oid);
  if (!owner) throw itemNotFound();
  return { owner, behaviour: world.behaviours.of(oid), pool: world.pool, now: world.clock() };
}

function wholeDays({ zone: timeZone }: LocalPerson, { kind, date, days, subject }: z.infer<typeof day>) {
  const midnight = (on: Temporal.PlainDate) => ({ dateTime: `${on.toString()}T00:00:00`, timeZone });
  const first = Temporal.PlainDate.from(date);
  return {
    ...dayKinds[kind],
    ...(subject === undefined ? {} : { subject }),
    isAllDay: true,
    start: midnight(first),
    end: midnight(first.add({ days })),
  };
}
