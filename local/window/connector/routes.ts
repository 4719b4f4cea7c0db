import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { WindowContext } from "../context.ts";
import type { ConnectorAnswer } from "./answer.ts";
import { onlyTheBot } from "./bot-token.ts";
import { create, member, members, pagedMembers, remove, send, update } from "./conversations.ts";
import type { Operation } from "./faults.ts";

interface Params {
  readonly id: string;
  readonly activityId: string;
  readonly memberId: string;
}
type Request = FastifyRequest<{ Params: Params }>;

/** The Bot Connector's REST interface, version 3, as far as bots in Teams use it. */
export function connectorRoutes(app: FastifyInstance, context: WindowContext): void {
  app.addHook("onRequest", onlyTheBot(context.settings.issuer));
  writingRoutes(app, context);
  readingRoutes(app, context);
}

function writingRoutes(app: FastifyInstance, { chats, faults }: WindowContext) {
  const activities = "/v3/conversations/:id/activities";
  const write =
    (operation: Operation, handle: (request: Request) => ConnectorAnswer) =>
    async (request: Request, reply: FastifyReply) => {
      const call = { operation, conversation: request.params.id };
      return deliver(request, reply, await faults.around(call, () => handle(request)));
    };
  const say = write("send", ({ params, body }) => send(chats, params.id, body));
  app.post<{ Params: Params }>(activities, say);
  app.post<{ Params: Params }>(`${activities}/:activityId`, say);
  app.put<{ Params: Params }>(
    `${activities}/:activityId`,
    write("update", ({ params, body }) => update(chats, params.id, params.activityId, body)),
  );
  app.delete<{ Params: Params }>(
    `${activities}/:activityId`,
    write("delete", ({ params }) => remove(chats, params.id, params.activityId)),
  );
  app.post<{ Params: Params }>(
    "/v3/conversations",
    write("create", ({ body }) => create(chats, body)),
  );
}

function readingRoutes(app: FastifyInstance, { chats }: WindowContext) {
  app.get<{ Params: Params }>("/v3/conversations/:id/members", (request, reply) =>
    deliver(request, reply, members(chats, request.params.id)),
  );
  app.get<{ Params: Params }>("/v3/conversations/:id/members/:memberId", (request, reply) =>
    deliver(request, reply, member(chats, request.params.id, request.params.memberId)),
  );
  app.get<{ Params: Params; Querystring: { pageSize?: string; continuationToken?: string } }>(
    "/v3/conversations/:id/pagedmembers",
    (request, reply) => {
      const size = Number(request.query.pageSize) || 200;
      const from = Number(request.query.continuationToken) || 0;
      return deliver(request, reply, pagedMembers(chats, request.params.id, size, from));
    },
  );
}

/** Sends the answer; without one the connection is closed as a network would close it. */
function deliver(request: { raw: FastifyRequest["raw"] }, reply: FastifyReply, answer: ConnectorAnswer | undefined) {
  if (answer) {
    return reply
      .code(answer.status)
      .headers(answer.headers ?? {})
      .send(answer.body);
  }
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}
