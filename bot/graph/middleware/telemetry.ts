import { randomUUID } from "node:crypto";
import type { Middleware } from "@microsoft/microsoft-graph-client";
import type { Log } from "../../log.ts";
import { callOf } from "./call.ts";
import { headerOf, link, setHeader } from "./link.ts";

/** Writes one line a call: what, how it ended, how long, in how many attempts, and Microsoft's id for it. Never whom or what about. */
export function telemetry(log: Log): Middleware {
  return link(async (context, next) => {
    const call = callOf(context);
    if (headerOf(context, "client-request-id") === null) setHeader(context, "client-request-id", randomUUID());
    const start = performance.now();
    const about = () => ({
      room: "graph",
      operation: call.operation,
      ms: Math.round(performance.now() - start),
      attempts: call.attempts,
      clientRequestId: headerOf(context, "client-request-id"),
    });
    try {
      await next(context);
    } catch (err) {
      if (call.notConnected) log.info({ ...about(), outcome: "not-connected" }, "Nobody is connected there.");
      else log.warn({ ...about(), outcome: "no-answer", err }, "Graph gave no answer.");
      throw err;
    }
    const status = context.response?.status;
    const line = { ...about(), status, requestId: context.response?.headers.get("request-id") };
    if (context.response?.ok) log.info(line, "Graph answered.");
    else log.warn(line, "Graph answered with a refusal.");
  });
}
