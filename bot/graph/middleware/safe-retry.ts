import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { AnswerLost, type Call, callOf } from "./call.ts";
import { link, type Next, signalOf } from "./link.ts";
import { retryAfterMs } from "./retry-after.ts";

/** When and how often a call is tried again. `random` answers in [0, 1); `now` is in epoch milliseconds. */
export interface RetryRules {
  readonly mostAttempts: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  readonly random: () => number;
  readonly now: () => number;
}

const busyStatuses: ReadonlySet<number> = new Set([429, 503, 504]);

/**
 * Tries again what may be done twice without harm, when Graph is busy or the answer was lost, until the call's deadline.
 *
 * `Retry-After` is waited out in full; a wait that would outlast the deadline is not begun. 429 says that nothing was done, so even a
 * call that must happen once is made again then.
 */
export function safeRetry(rules: RetryRules): Middleware {
  return link(async (context, next) => {
    const call = callOf(context);
    for (;;) {
      call.attempts += 1;
      const lost = await attempt(context, next);
      const wait = mayRepeat(call, lost, context.response) ? waitBefore(call.attempts, context.response, rules) : null;
      const isOver = call.attempts >= rules.mostAttempts || wait === null || performance.now() + wait >= call.deadline;
      if (isOver && lost) throw lost;
      if (isOver) return;
      await sleep(wait, undefined, { signal: signalOf(context) });
    }
  });
}

/** One attempt; leaves the answer in the context, or says that there is none. */
async function attempt(context: Context, next: Next): Promise<AnswerLost | null> {
  delete context.response;
  try {
    await next(context);
    return null;
  } catch (error) {
    if (error instanceof AnswerLost) return error;
    throw error;
  }
}

function mayRepeat(call: Call, lost: AnswerLost | null, response: Response | undefined): boolean {
  if (response?.status === 429) return true;
  if (call.repeatability === "once") return false;
  return lost !== null || busyStatuses.has(response?.status ?? 0);
}

function waitBefore(attempts: number, response: Response | undefined, rules: RetryRules): number {
  const asked = retryAfterMs(response?.headers.get("retry-after") ?? null, rules.now());
  const step = Math.min(rules.longestWaitMs, rules.firstWaitMs * 2 ** (attempts - 1));
  // Asked to wait, all who were throttled together would come back together: a little of the step is added.
  return asked === null ? step * (0.5 + rules.random() / 2) : asked + rules.firstWaitMs * rules.random();
}
