import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { LocalPerson } from "../../identities.ts";
import { answer, contextOf, rootOf } from "../answers.ts";
import { accessDenied, badRequest, GraphError } from "../errors.ts";
import { queryOptions, requireOptions } from "../odata.ts";
import { nextLink, pageOf } from "../paging.ts";
import { personBy } from "../people.ts";
import { readPreferences } from "../prefer.ts";
import { callerOf } from "../request-context.ts";
import {
  deleteSubscription,
  insertSubscription,
  liveSubscriptions,
  renewSubscription,
  type Subscription,
  setReauthorizationDue,
} from "../store/subscriptions.ts";
import { shakeHands } from "../subscriptions/handshake.ts";
import { readRenewal, readWish, type Wish } from "../subscriptions/subscription-input.ts";
import { subscriptionShape } from "../subscriptions/subscription-shape.ts";
import type { Caller } from "../tokens.ts";
import type { World } from "../world.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const watch = { config: { operation: "watchEvents" } } as const;

/** Subscriptions to changes of events; each application sees its own, and with a person's token that person's. */
export function addSubscriptionRoutes(app: FastifyInstance, world: World): void {
  app.post("/subscriptions", watch, async (request, reply) => {
    const made = await subscribe(request, world);
    const context = contextOf(request, "subscriptions/$entity");
    return answer(reply, 201, { "@odata.context": context, ...subscriptionShape(made) });
  });
  app.get("/subscriptions", watch, async (request, reply) => {
    const options = queryOptions(request.url);
    requireOptions(options, ["top", "skiptoken"]);
    const [all, page] = [await ownSubscriptions(request, world), pageOf(options, { usual: 100, most: 999 })];
    const further = page.skip + page.top;
    const address = `${rootOf(request).replace(/\/v1\.0$/, "")}${request.url}`;
    return answer(reply, 200, {
      "@odata.context": contextOf(request, "subscriptions"),
      ...(all.length > further ? { "@odata.nextLink": nextLink(address, page, "skiptoken") } : {}),
      value: all.slice(page.skip, further).map(subscriptionShape),
    });
  });
  app.get("/subscriptions/:subscription", watch, async (request, reply) => {
    const context = contextOf(request, "subscriptions/$entity");
    return answer(reply, 200, { "@odata.context": context, ...subscriptionShape(await ownOne(request, world)) });
  });
  app.patch("/subscriptions/:subscription", watch, async (request, reply) => {
    const one = await ownOne(request, world);
    const expiresAt = readRenewal(request.body, world.clock());
    await renewSubscription(world.pool, one.id, expiresAt);
    const context = contextOf(request, "subscriptions/$entity");
    return answer(reply, 200, { "@odata.context": context, ...subscriptionShape({ ...one, expiresAt }) });
  });
  app.delete("/subscriptions/:subscription", watch, async (request, reply) => {
    await deleteSubscription(world.pool, (await ownOne(request, world)).id);
    return reply.code(204).send();
  });
  app.post("/subscriptions/:subscription/reauthorize", watch, async (request, reply) => {
    await setReauthorizationDue(world.pool, (await ownOne(request, world)).id, false);
    return reply.code(204).send();
  });
}

async function subscribe(request: FastifyRequest, world: World): Promise<Subscription> {
  const caller = callerOf(request);
  const wish = readWish(request.body, world.clock());
  const mailbox = watchedMailbox(wish, caller, world);
  await refuseSecond(request, world, wish, mailbox);
  await shakeHands(wish.notificationUrl, "notificationUrl");
  if (wish.lifecycleUrl !== null) await shakeHands(wish.lifecycleUrl, "lifecycleNotificationUrl");
  const { owner: _, ...kept } = wish;
  const made: Subscription = {
    ...kept,
    id: randomUUID(),
    appId: caller.appId,
    creator: caller.kind === "delegated" ? caller.oid : null,
    mailbox: mailbox.oid,
    immutableIds: readPreferences(request.headers.prefer).immutableIds,
    reauthorizationDue: false,
    createdAt: world.clock(),
  };
  await insertSubscription(world.pool, made);
  return made;
}

/** The mailbox that is asked for, where the caller may watch it. A person's token reaches that person's mailbox alone. */
function watchedMailbox(wish: Wish, caller: Caller, world: World): LocalPerson {
  if (wish.owner === null && caller.kind === "application") {
    throw badRequest("/me request is only valid with delegated authentication flow.");
  }
  const person = personBy(wish.owner ?? caller.oid ?? "");
  if (!person) throw new GraphError(404, "ErrorInvalidUser", `The requested user '${wish.owner}' is invalid.`);
  if (caller.kind === "delegated" && caller.oid !== person.oid) throw accessDenied();
  const behaviour = world.behaviours.of(person.oid);
  if (!behaviour.hasMailbox) {
    const sentence = "The mailbox is either inactive, soft-deleted, or is hosted on-premise.";
    throw new GraphError(404, "MailboxNotEnabledForRESTAPI", sentence);
  }
  if (caller.kind === "application" && behaviour.permissions === "none") throw accessDenied();
  return person;
}

async function refuseSecond(request: FastifyRequest, world: World, wish: Wish, { oid }: LocalPerson): Promise<void> {
  if (world.behaviours.of(oid).duplicateSubscriptions === "allowed") return;
  const key = wish.changeTypes.join();
  const own = await ownSubscriptions(request, world, { mailbox: oid });
  const first = own.find((one) => one.changeTypes.join() === key);
  if (!first) return;
  throw new GraphError(409, "Conflict", `Subscription Id ${first.id} already exists for the requested combination`);
}

async function ownSubscriptions(
  request: FastifyRequest,
  world: World,
  which: { readonly mailbox?: string; readonly id?: string } = {},
): Promise<Subscription[]> {
  const { kind, appId, oid } = callerOf(request);
  const creator = kind === "delegated" ? oid : null;
  const live = await liveSubscriptions(world.pool, world.clock(), which);
  return live.filter((one) => one.appId === appId && one.creator === creator);
}

async function ownOne(request: FastifyRequest, world: World): Promise<Subscription> {
  const { subscription } = request.params as { subscription: string };
  const [found] = uuid.test(subscription) ? await ownSubscriptions(request, world, { id: subscription }) : [];
  if (!found) throw new GraphError(404, "ResourceNotFound", "The object was not found.");
  return found;
}
