import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorBody, GraphError, irresolvableConflict } from "./errors.ts";
import type { Fault } from "./faults.ts";
import { personInPath } from "./request-context.ts";
import type { World } from "./world.ts";

const isBatchItem = (request: FastifyRequest, world: World) => request.headers["x-batch-item"] === world.batchMark;

/** A batch item has no connection of its own to lose; Graph's front door then says that the service behind it didn't answer. */
const lostItem = () => new GraphError(504, "GatewayTimeout", "The service did not answer in time.");

/** Meets each request with the fault that waits for it: before anything is done here, after it was done in `onSend`. */
export function addFaultHooks(app: FastifyInstance, world: World): void {
  app.addHook("onRequest", async (request, reply) => {
    const incoming = { method: request.method, path: decoded(request.url), mailbox: personInPath(request)?.oid };
    const fault = world.faults.take(incoming);
    request.fault = fault;
    const mailbox = incoming.mailbox ?? null;
    const at = world.clock().toISOString();
    const { method, url: path } = request;
    if (method !== "GET") request.leave.push(() => world.notifier.wake());
    request.leave.push(world.requests.arrived({ at, method, path, mailbox, fault: fault?.kind ?? null }));
    return fault ? meet(fault, request, reply, world) : undefined;
  });
  // The whole request has been read by then, so that it is done even if its caller doesn't wait.
  app.addHook("preHandler", async ({ fault, method }) => {
    const { readMs, writeMs } = world.latency;
    const usual = method === "GET" ? readMs : writeMs;
    if (usual > 0) await sleep(usual);
    if (fault?.kind === "delay") await sleep(fault.ms);
  });
  app.addHook("onSend", async (request, reply, payload) => sendThrough(request, reply, payload, world));
}

/** A path as people write it; one that can't be decoded, as it came. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

async function meet(fault: Fault, request: FastifyRequest, reply: FastifyReply, world: World): Promise<unknown> {
  switch (fault.kind) {
    case "conflict":
      throw irresolvableConflict(fault.status === 412 ? 412 : 409);
    case "status":
      throw new GraphError(fault.status ?? 503, fault.code, fault.message, { headers: fault.headers });
    case "drop-before":
      if (isBatchItem(request, world)) throw lostItem();
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    case "hang":
      if (isBatchItem(request, world)) return holdItem(world, personInPath(request)?.oid);
      reply.hijack();
      world.faults.hold(personInPath(request)?.oid, () => request.raw.socket.destroy());
      return reply;
    default:
      return undefined;
  }
}

const holdItem = (world: World, mailbox: string | undefined) =>
  new Promise<never>((_resolve, reject) => world.faults.hold(mailbox, () => reject(lostItem())));

async function sendThrough(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  world: World,
): Promise<unknown> {
  const { fault } = request;
  if (fault?.kind === "drop-after-commit") {
    if (!isBatchItem(request, world)) return void request.raw.socket.destroy();
    return replaced(reply, lostItem(), request, world);
  }
  if (fault?.kind !== "status-after-commit") return payload;
  const failure = new GraphError(fault.status ?? 503, fault.code, fault.message, { headers: fault.headers });
  return replaced(reply, failure, request, world);
}

function replaced(reply: FastifyReply, failure: GraphError, request: FastifyRequest, world: World): string {
  reply.code(failure.status).headers({ ...failure.headers, "content-type": "application/json" });
  return JSON.stringify(errorBody(request.ids, failure, world.clock()));
}
