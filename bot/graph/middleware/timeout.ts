import type { Middleware } from "@microsoft/microsoft-graph-client";
import { callIn } from "./call.ts";
import { link, optionsOf, signalOf } from "./link.ts";

/** Ends an attempt that takes longer than `attemptMs`, where it has no time of its own, or than the whole call is allowed. */
export function timeout(attemptMs: number): Middleware {
  return link(async (context, next) => {
    const whole = signalOf(context);
    const own = AbortSignal.timeout(callIn(context)?.details.attemptMs ?? attemptMs);
    const options = optionsOf(context);
    options.signal = whole ? AbortSignal.any([whole, own]) : own;
    try {
      await next(context);
    } finally {
      if (whole) options.signal = whole;
      else delete options.signal;
    }
  });
}
