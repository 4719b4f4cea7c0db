import Fastify, { type FastifyInstance } from "fastify";
import { onlyLoopback } from "../sign-in/loopback.ts";
import { Channel } from "./channel.ts";
import { chatRoutes } from "./chat-routes.ts";
import { Chats } from "./chats.ts";
import { Faults } from "./connector/faults.ts";
import { connectorRoutes } from "./connector/routes.ts";
import { serviceUrl, type WindowContext, type WindowSettings } from "./context.ts";
import { EventLine } from "./event-line.ts";
import { localRoutes } from "./local-routes.ts";
import { meetingRoutes } from "./meeting-routes.ts";
import { NetworkLines } from "./network-lines.ts";
import { pageRoutes } from "./page-routes.ts";
import { personRoutes } from "./person-routes.ts";

/** A small Teams for this machine: the page people look at, and the connector through which the bot talks. It doesn't listen yet. */
export function buildWindow(settings: WindowSettings): FastifyInstance {
  const { issuer, appUrl, port } = settings;
  const context: WindowContext = {
    settings,
    chats: new Chats(settings.stateDir),
    channel: new Channel({ issuer, appUrl, serviceUrl: serviceUrl(port) }),
    faults: new Faults(),
    events: new EventLine(),
    lines: new NetworkLines(appUrl),
  };
  // Chat ids are longer than the hundred characters that a path segment may have by default.
  const app = Fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 1_000 } });
  app.register(async (connector) => connectorRoutes(connector, context), { prefix: "/connector" });
  app.register(async (page) => {
    page.addHook("onRequest", onlyLoopback);
    personRoutes(page, context);
    chatRoutes(page, context);
    meetingRoutes(page, context);
    localRoutes(page, context);
    pageRoutes(page, settings);
  });
  app.addHook("onClose", async () => {
    context.events.close();
    await Promise.all([context.lines.close(), context.chats.flush()]);
  });
  return app;
}
