import type pg from "pg";
import { dueNotifications, type Notification, nextDueAt } from "../store/notifications.ts";
import { disturb } from "./disturb.ts";
import type { Disturbances } from "./disturbances.ts";
import { type Attempt, tell } from "./tell.ts";

/** Posts what waits to be told, in the order of the changes but for what disturbances do to it. */
export interface Notifier {
  /** Looks at once for what is due. */
  wake(): void;
  /** The last thousand attempts, oldest first. */
  attempts(): readonly Attempt[];
  /** Forgets the attempts. */
  clear(): void;
  /** Ends once no post is under way. */
  stop(): Promise<void>;
}

const mostAtOnce = 200;
const mostKept = 1000;
const whenTroubledMs = 1_000;

/** Starts it; what waited when the last one stopped goes on its way. */
export function startNotifier(pool: pg.Pool, disturbances: Disturbances): Notifier {
  const busy = new Map<string, Promise<void>>();
  let kept: readonly Attempt[] = [];
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  function wake(): void {
    if (isStopped) return;
    isWanted = true;
    round ??= look().finally(() => {
      round = undefined;
      if (isWanted) wake();
    });
  }

  function wakeIn(ms: number): void {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(wake, Math.max(0, ms));
  }

  async function look(): Promise<void> {
    isWanted = false;
    clearTimeout(timer);
    try {
      const due = await dueNotifications(pool, new Date(), [...busy.keys()], mostAtOnce);
      for (const [subscription, some] of Map.groupBy(due, (one) => one.subscription)) begin(subscription, some);
      const next = await nextDueAt(pool, [...busy.keys()]);
      if (next) wakeIn(next.getTime() - Date.now());
    } catch {
      wakeIn(whenTroubledMs);
    }
  }

  async function tellAll(subscription: string, some: readonly Notification[]): Promise<void> {
    try {
      const attempts = await tell(pool, await disturb(pool, disturbances, some));
      kept = [...kept, ...attempts].slice(-mostKept);
    } finally {
      busy.delete(subscription);
    }
  }

  const begin = (subscription: string, some: readonly Notification[]) =>
    busy.set(
      subscription,
      tellAll(subscription, some).then(wake, () => wakeIn(whenTroubledMs)),
    );

  wake();
  return {
    wake,
    attempts: () => kept,
    clear() {
      kept = [];
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await round;
      await Promise.all(busy.values());
    },
  };
}
