import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { behaviourSchema } from "../behaviour.ts";
import { GraphError } from "../errors.ts";
import { faultSchema } from "../faults.ts";
import { isFromHere } from "../loopback.ts";
import { addCalendarPage } from "../page/calendar-page.ts";
import { seedCalendars } from "../seed/seed.ts";
import { forgetSync } from "../store/changes.ts";
import { everyEvent } from "../store/events.ts";
import { everyMessage } from "../store/outbox.ts";
import type { World } from "../world.ts";
import { mailboxIn, mailboxMeant, parse } from "./local-input.ts";
import { addLocalOutlookRoutes } from "./local-outlook.ts";
import { addLocalSubscriptionRoutes } from "./local-subscriptions.ts";
import { toldEvent } from "./told-event.ts";

const reset = z.strictObject({ calendars: z.enum(["seeded", "empty"]).default("seeded") });
const whoIn = (request: FastifyRequest) => (request.params as { who: string }).who;
const milliseconds = z.number().int().min(0).max(60_000);
const latency = z.strictObject({ readMs: milliseconds.optional(), writeMs: milliseconds.optional() });
const behaviourChange = behaviourSchema.partial();

/** What Graph doesn't have: doors for tests and curious people on this machine only. */
export function addLocalRoutes(app: FastifyInstance, world: World): void {
  app.addHook("onRequest", async (request) => {
    if (!isFromHere(request)) throw new GraphError(403, "accessDenied", "This door opens from this machine only.");
  });
  addFaultRoutes(app, world);
  addLocalSubscriptionRoutes(app, world);
  addLocalOutlookRoutes(app, world);
  app.get("/health", async () => {
    await world.pool.query("select 1");
    return { status: "ready" };
  });
  app.get("/events", async (request) => {
    const { seeded } = request.query as { seeded?: string };
    const mailbox = mailboxMeant(request.query);
    return { value: (await everyEvent(world.pool, { seeded: seeded === "true", mailbox })).map(toldEvent) };
  });
  app.get("/outbox", async () => ({ value: await everyMessage(world.pool) }));
  app.get("/requests", async () => ({ value: world.requests.all() }));
  app.get("/mailboxes/:who", async (request) => world.behaviours.of(mailboxIn(whoIn(request))));
  app.post("/mailboxes/:who", async (request) => {
    const change = parse(behaviourChange, request.body);
    const given = Object.keys(typeof request.body === "object" && request.body ? request.body : {});
    const kept = Object.fromEntries(Object.entries(change).filter(([key]) => given.includes(key)));
    const who = whoIn(request);
    if (who !== "*") return world.behaviours.set(mailboxIn(whoIn(request)), kept);
    return world.behaviours.setAll(kept);
  });
  app.post("/mailboxes/:who/forget-sync", async (request) => {
    await forgetSync(world.pool, whoIn(request) === "*" ? "everyone" : mailboxIn(whoIn(request)));
    return { status: "forgotten" };
  });
  app.get("/latency", async () => world.latency);
  app.post("/latency", async (request) => Object.assign(world.latency, parse(latency, request.body ?? {})));
  app.post("/reset", async (request) => {
    await startAgain(world, parse(reset, request.body ?? {}).calendars);
    return { status: "reset" };
  });
  addCalendarPage(app, world);
}

function addFaultRoutes(app: FastifyInstance, world: World): void {
  app.get("/faults", async () => ({ value: world.faults.waiting() }));
  app.post("/faults", async (request, reply) => {
    const given = Array.isArray(request.body) ? request.body : [request.body];
    const faults = given.map((one) => {
      const fault = parse(faultSchema, one);
      const { mailbox } = fault.match;
      return mailbox === undefined ? fault : { ...fault, match: { ...fault.match, mailbox: mailboxIn(mailbox) } };
    });
    for (const fault of faults) world.faults.add(fault);
    return reply.code(201).send({ value: world.faults.waiting() });
  });
  app.delete("/faults", async (request, reply) => {
    world.faults.clear(mailboxMeant(request.query));
    return reply.code(204).send();
  });
}

async function startAgain(world: World, calendars: "seeded" | "empty"): Promise<void> {
  world.faults.clear();
  world.requests.clear();
  await world.behaviours.clear();
  world.disturbances.clear();
  world.throttle.clear();
  Object.assign(world.latency, { readMs: 0, writeMs: 0 });
  await world.pool.query(
    "truncate event, outbox, seeded_week, subscription, notification, event_change, installed_app, online_meeting",
  );
  await forgetSync(world.pool, "everyone");
  world.notifier.clear();
  if (calendars === "seeded") await seedCalendars(world.pool, world.clock());
}
