import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import type pg from "pg";
import { addAnswers, notFound } from "./answers.ts";
import { addFaultHooks } from "./fault-hooks.ts";
import { createFaults } from "./faults.ts";
import { addRequestContext, admit } from "./request-context.ts";
import { createRequestLog } from "./request-log.ts";
import { addBatchRoute } from "./routes/batch.ts";
import { addChatRoutes, addPersonalAppRoutes } from "./routes/chats.ts";
import { addEventDeltaRoute } from "./routes/event-delta.ts";
import { addEventListRoutes } from "./routes/event-list.ts";
import { addEventRoutes } from "./routes/events.ts";
import { addLocalRoutes } from "./routes/local.ts";
import { addMailboxRoutes } from "./routes/mailbox.ts";
import { addOnlineMeetingRoutes } from "./routes/online-meetings.ts";
import { addScheduleRoutes } from "./routes/schedule.ts";
import { addSubscriptionRoutes } from "./routes/subscriptions.ts";
import { addUserRoutes } from "./routes/users.ts";
import { loadBehaviours } from "./store/behaviours.ts";
import { createDisturbances } from "./subscriptions/disturbances.ts";
import { startNotifier } from "./subscriptions/notifier.ts";
import { createThrottle } from "./throttle.ts";
import type { Caller } from "./tokens.ts";
import type { World } from "./world.ts";

/** What the stand-in runs on. `clock` tells the time; without it, it is now. */
export interface GraphOptions {
  readonly pool: pg.Pool;
  readonly checkToken: (authorization: string | undefined) => Promise<Caller>;
  readonly clock?: () => Date;
}

/** The stand-in for Microsoft Graph, ready to listen. Its database has its schema already. */
export async function buildGraph(options: GraphOptions): Promise<FastifyInstance> {
  const clock = options.clock ?? (() => new Date());
  const disturbances = createDisturbances();
  const world: World = {
    pool: options.pool,
    disturbances,
    notifier: startNotifier(options.pool, disturbances),
    latency: { readMs: 0, writeMs: 0 },
    behaviours: await loadBehaviours(options.pool),
    faults: createFaults(),
    throttle: createThrottle(() => clock().getTime()),
    requests: createRequestLog(),
    checkToken: options.checkToken,
    clock,
    batchMark: randomUUID(),
  };
  // Exchange's ids are long, and Graph reads paths in any case.
  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 500, caseSensitive: false },
  });
  addRequestContext(app);
  addAnswers(app, clock);
  app.setNotFoundHandler(notFound);
  app.register(async (local) => addLocalRoutes(local, world), { prefix: "/_local" });
  app.register(async (graph) => addGraphRoutes(graph, world), { prefix: "/v1.0" });
  // Requests under way end first; only then is nobody left to be told.
  app.addHook("preClose", async () => world.faults.clear());
  app.addHook("onClose", async () => world.notifier.stop());
  return app;
}

function addGraphRoutes(graph: FastifyInstance, world: World): void {
  addFaultHooks(graph, world);
  graph.addHook("onRequest", async (request) => admit(request, world));
  graph.setNotFoundHandler(notFound);
  addUserRoutes(graph);
  for (const root of ["/users/:user", "/me"]) {
    addMailboxRoutes(graph, world, root);
    addScheduleRoutes(graph, world, root);
    addEventRoutes(graph, world, root);
    addEventListRoutes(graph, world, root);
    addEventDeltaRoute(graph, world, root);
    addOnlineMeetingRoutes(graph, world, root);
    addPersonalAppRoutes(graph, world, root);
  }
  addChatRoutes(graph, world);
  addSubscriptionRoutes(graph, world);
  addBatchRoute(graph, world);
}
