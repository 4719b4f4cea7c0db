import type { FastifyInstance } from "fastify";
import { withCorrelation } from "../log.ts";

/** Runs each request under its own id, so that every line logged on its way, in whatever room, can be found by it. */
export function correlate(server: FastifyInstance): void {
  server.addHook("onRequest", (request, _, done) => withCorrelation(request.id, done));
}
