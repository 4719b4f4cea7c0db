import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { commonRefusals, type Endpoint, refusalBody } from "../../shared/contract/endpoint.ts";
import { type EndpointId, endpoints } from "../../shared/contract/endpoints.ts";
import { refusals } from "../../shared/contract/refusals.ts";
import type { UseCases } from "../use-cases/use-cases.ts";
import { answerRefusal } from "./answer.ts";
import { takesToken } from "./handlers/handler.ts";
import { handlersFor } from "./handlers.ts";
import type { LiveSessions } from "./live/live-sessions.ts";
import { bearerToken, type Caller } from "./verify-token.ts";

export type Verify = (authorization: string | undefined) => Promise<Caller>;

/** Mounts every endpoint of the contract: who calls comes from the token, what is sent is parsed, what is answered is the contract's shape. */
export function mountEndpoints(
  server: FastifyInstance,
  useCases: UseCases,
  live: Pick<LiveSessions, "during">,
  verify: Verify,
): void {
  const handlers = handlersFor(useCases, live);
  const typed = server.withTypeProvider<ZodTypeProvider>();
  for (const [id, endpoint] of Object.entries(endpoints) as [EndpointId, Endpoint][]) {
    const handle = handlers[id] as (input: unknown) => ReturnType<(typeof handlers)[EndpointId]>;
    const callers = new WeakMap<FastifyRequest, Caller>();
    typed.route({
      method: endpoint.method,
      url: endpoint.path,
      schema: schemaOf(endpoint),
      // Who calls is settled before anything that was sent is read.
      onRequest: async (request) => {
        callers.set(request, await verify(request.headers.authorization));
      },
      handler: async (request, reply) => {
        const caller = callers.get(request);
        if (!caller) throw new Error("A request got past the sign-in.");
        const by = { tenantId: caller.tenantId, personId: caller.personId };
        const own = takesToken(id) ? { tabToken: bearerToken(request.headers.authorization) } : {};
        const result = await handle({ by, params: request.params, body: request.body, ...own });
        if (!result.ok) return answerRefusal(request, reply, result.refusal);
        return reply.header("cache-control", "no-store").send(result.value);
      },
    });
  }
}

function schemaOf(endpoint: Endpoint) {
  const codes = [...new Set([...commonRefusals, ...endpoint.refusals].map((code) => refusals[code]))];
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    description: `Refusals: ${[...commonRefusals, ...endpoint.refusals].join(", ")}`,
    security: [{ entra: ["access_as_user"] }],
    params: endpoint.params,
    ...(endpoint.body instanceof z.ZodUndefined ? {} : { body: endpoint.body }),
    response: { 200: endpoint.output, ...Object.fromEntries(codes.map((code) => [code, refusalBody])) },
  };
}
