import type { FastifyInstance } from "fastify";
import type { Store } from "../ports.ts";

/** Live while the process answers; ready while the database is there and at the schema this code expects. */
export function mountHealth(server: FastifyInstance, store: Pick<Store, "isReady">): void {
  server.get("/health/live", async () => ({ live: true }));
  server.get("/health/ready", async (_, reply) => {
    const ready = await store.isReady();
    return reply.code(ready ? 200 : 503).send({ ready });
  });
}
