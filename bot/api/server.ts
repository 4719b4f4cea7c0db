import { randomUUID } from "node:crypto";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { consentOutcomeMeta } from "../../shared/contract/consent.ts";
import type { SessionChannel, Store } from "../ports.ts";
import type { UseCases } from "../use-cases/use-cases.ts";
import { answerProblem, answerRefusal } from "./answer.ts";
import { type ConsentParts, mountConsent } from "./consent.ts";
import { correlate } from "./correlate.ts";
import { mountHealth } from "./health.ts";
import { openLiveSessions } from "./live/live-sessions.ts";
import { mountMessages, type TakeActivity } from "./messages.ts";
import { mountOutlookNotices, type TakeNotices } from "./outlook-notices.ts";
import { mountPages, sendPage } from "./pages.ts";
import { mountEndpoints, type Verify } from "./routes.ts";
import { mountSessionStream } from "./session-stream.ts";

/** The largest request body, in bytes: a long journal entry in any script fits several times. */
const bodyLimit = 96 * 1024;

export interface ServerParts {
  readonly useCases: UseCases;
  readonly store: Pick<Store, "isReady">;
  readonly channel: SessionChannel;
  readonly verify: Verify;
  readonly takeActivity: TakeActivity;
  readonly takeNotices: TakeNotices;
  /** Where people let the app into their own calendars; absent where the organisation gave that leave for all of them. */
  readonly consent: ConsentParts | undefined;
  readonly windowUrl: string | undefined;
  readonly log: FastifyBaseLogger;
}

/** The HTTP server with every route mounted. `doors` lists the routes it really has, as "GET /api/home". */
export async function buildServer(
  parts: ServerParts,
): Promise<{ readonly server: FastifyInstance; readonly doors: readonly string[] }> {
  const server = Fastify({
    loggerInstance: parts.log,
    bodyLimit,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
  });
  correlate(server);
  const doors: string[] = [];
  server.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) if (one !== "HEAD") doors.push(`${one} ${url}`);
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(answerProblem);
  server.setNotFoundHandler((request, reply) => answerRefusal(request, reply, "not-found"));
  server.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        route: request.routeOptions.url,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "Answered.",
    );
  });
  await server.register(swagger, {
    openapi: {
      info: { title: "Counterpoint", version: "0.2.0" },
      components: {
        securitySchemes: {
          entra: {
            type: "openIdConnect",
            openIdConnectUrl: "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
          },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  mountHealth(server, parts.store);
  const live = openLiveSessions({
    read: parts.useCases.readSession,
    channel: parts.channel,
    onBug: (problem) => parts.log.error({ err: problem, errorId: randomUUID() }, "A live session can't be read."),
  });
  mountEndpoints(server, parts.useCases, live, parts.verify);
  mountSessionStream(server, live, parts.verify);
  mountMessages(server, parts.takeActivity);
  mountOutlookNotices(server, parts.takeNotices);
  await mountPages(server, parts.windowUrl);
  mountConsent(server, parts.consent, (reply, outcome) =>
    sendPage(reply, "consent.html", parts.windowUrl, { [consentOutcomeMeta]: outcome }),
  );
  server.get("/api/openapi.json", async () => server.swagger());
  server.addHook("preClose", async () => live.close());
  return { server, doors };
}
