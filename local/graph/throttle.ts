import type { Behaviour } from "./behaviour.ts";
import { GraphError } from "./errors.ts";

/** Exchange counts by application and mailbox, in a rolling window. */
const rolling = { windowMs: 600_000, stepMs: 10_000 };

/** The forms that throttling takes in the wild, in turn: 429 or 503, `Retry-After` in seconds, absent, fractional or a date. */
const forms = [
  { status: 429, retryAfter: () => "1" },
  { status: 429, retryAfter: () => null },
  { status: 503, retryAfter: () => "0.5" },
  { status: 429, retryAfter: (now: number) => inTwoSeconds(now) },
  { status: 503, retryAfter: () => null },
] as const;

const inTwoSeconds = (now: number) => new Date(now + 2000).toUTCString();

/** Counts requests by application and mailbox. */
export interface Throttle {
  /** Lets a request in and returns what to call once it is over. @throws GraphError ApplicationThrottled. */
  enter(key: string, behaviour: Behaviour): () => void;
  /** Forgets the past; who is inside stays so. */
  clear(): void;
}

/** A throttle with nobody inside. `clock` gives milliseconds since 1970. */
export function createThrottle(clock: () => number): Throttle {
  const inside = new Map<string, number>();
  const counts = new Map<string, Map<number, number>>();
  let refused = 0;

  function refuse(behaviour: Behaviour, limit: string): never {
    const form = forms[refused++ % forms.length] ?? forms[0];
    const status = behaviour.throttled?.status ?? form.status;
    const set = behaviour.throttled?.retryAfter === "date" ? inTwoSeconds(clock()) : behaviour.throttled?.retryAfter;
    const retryAfter = set === undefined ? form.retryAfter(clock()) : set;
    throw new GraphError(status, "ApplicationThrottled", `Application is over its ${limit} limit.`, {
      headers: retryAfter === null ? {} : { "Retry-After": retryAfter },
    });
  }

  function countRecent(key: string): number {
    const step = Math.floor(clock() / rolling.stepMs);
    const steps = counts.get(key) ?? new Map<number, number>();
    counts.set(key, steps);
    for (const old of steps.keys()) if (old <= step - rolling.windowMs / rolling.stepMs) steps.delete(old);
    steps.set(step, (steps.get(step) ?? 0) + 1);
    return [...steps.values()].reduce((sum, count) => sum + count, 0);
  }

  return {
    clear() {
      counts.clear();
      refused = 0;
    },
    enter(key, behaviour) {
      if (countRecent(key) > behaviour.perTenMinutes) refuse(behaviour, "RequestRate");
      const already = inside.get(key) ?? 0;
      if (already >= behaviour.concurrent) refuse(behaviour, "MailboxConcurrency");
      inside.set(key, already + 1);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        inside.set(key, (inside.get(key) ?? 1) - 1);
      };
    },
  };
}
