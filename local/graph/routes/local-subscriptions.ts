import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { GraphError } from "../errors.ts";
import { personLoosely } from "../people.ts";
import { countWaiting } from "../store/notifications.ts";
import { deleteSubscription, liveSubscriptions, type Subscription } from "../store/subscriptions.ts";
import { disturbanceSchema } from "../subscriptions/disturbances.ts";
import { happen, lifecycleEvents } from "../subscriptions/lifecycle.ts";
import { subscriptionShape } from "../subscriptions/subscription-shape.ts";
import type { World } from "../world.ts";
import { mailboxIn, mailboxMeant, parse } from "./local-input.ts";

const acts = z.enum(["expire", ...lifecycleEvents]);

/**
 * Doors to subscriptions and their notices: `/subscriptions` lists them, `/subscriptions/{id, person or *}/{act}` lets one expire or
 * tells a lifecycle event, `/notifications` disturbs the notices to come and tells what was sent.
 */
export function addLocalSubscriptionRoutes(app: FastifyInstance, world: World): void {
  app.get("/subscriptions", async () => ({
    value: (await liveSubscriptions(world.pool, world.clock())).map((one) => ({
      ...subscriptionShape(one),
      mailbox: one.mailbox,
      reauthorizationDue: one.reauthorizationDue,
    })),
  }));
  app.post("/subscriptions/:which/:act", async (request) => {
    const { which, act } = request.params as { which: string; act: string };
    const wanted = parse(acts, act);
    const met = await chosen(world, which);
    for (const one of met) {
      if (wanted === "expire") await deleteSubscription(world.pool, one.id);
      else await happen(world.pool, one, wanted);
    }
    world.notifier.wake();
    return { value: met.map((one) => one.id) };
  });
  app.get("/notifications", async () => ({
    disturbances: world.disturbances.waiting(),
    waiting: await countWaiting(world.pool),
    value: world.notifier.attempts(),
  }));
  app.post("/notifications", async (request, reply) => {
    const given = Array.isArray(request.body) ? request.body : [request.body];
    const disturbances = given.map((one) => {
      const { mailbox, ...rest } = parse(disturbanceSchema, one);
      return { ...rest, mailbox: mailbox === null || mailbox === "*" ? null : mailboxIn(mailbox) };
    });
    for (const one of disturbances) world.disturbances.add(one);
    return reply.code(201).send({ disturbances: world.disturbances.waiting() });
  });
  app.delete("/notifications", async (request, reply) => {
    world.disturbances.clear(mailboxMeant(request.query));
    return reply.code(204).send();
  });
}

async function chosen(world: World, which: string): Promise<Subscription[]> {
  const live = await liveSubscriptions(world.pool, world.clock());
  const mailbox = personLoosely(which)?.oid;
  const found = live.filter((one) => which === "*" || one.id === which || one.mailbox === mailbox);
  if (found.length > 0 || which === "*") return found;
  throw new GraphError(404, "itemNotFound", `Nobody subscribes as ${which}.`);
}
