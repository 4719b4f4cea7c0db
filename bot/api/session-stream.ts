import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { sessionStream } from "../../shared/contract/sessions.ts";
import { answerRefusal } from "./answer.ts";
import { Line } from "./live/line.ts";
import type { LiveSessions } from "./live/live-sessions.ts";
import type { Verify } from "./routes.ts";

/** Mounts the live stream of a session. */
export function mountSessionStream(server: FastifyInstance, live: LiveSessions, verify: Verify): void {
  server.get(sessionStream.path, async (request, reply) => {
    const { tenantId, personId, expiresAt } = await verify(request.headers.authorization);
    const params = sessionStream.params.safeParse(request.params);
    if (!params.success) return answerRefusal(request, reply, "not-found");
    const lastEventId = request.headers["last-event-id"]?.toString();
    const joined = await live.join({ by: { tenantId, personId }, ...params.data }, (leave) => {
      reply.hijack();
      const out = begin(reply.raw, leave);
      return new Line({ personId, expiresAt, lastEventId, out });
    });
    return joined.ok ? reply : answerRefusal(request, reply, joined.refusal);
  });
}

/** The comment tells the panel at once that the line stands, also where there is no news for it. */
function begin(out: ServerResponse, onClose: () => void): ServerResponse {
  out.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  out.write(": here\n\n");
  if (out.closed) queueMicrotask(onClose);
  else out.once("close", onClose);
  return out;
}
