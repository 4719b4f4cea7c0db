import { sql } from "drizzle-orm";
import type pg from "pg";
import type { TenantId } from "../../shared/domain/id.ts";
import type { Pace } from "../ports/pace.ts";
import { pace } from "./schema.ts";
import { transact } from "./transaction.ts";

export interface PaceOptions {
  /** Connects as the server's role. */
  readonly pool: pg.Pool;
  readonly tenantId: TenantId;
  /** How many turns there are in a second, over all processes. */
  readonly perSecond?: number;
}

/** What the bot sends in a second at most, whatever the conversation. */
const turnsPerSecond = 30;

/** After the database didn't answer, it is left alone this long, in milliseconds. */
const restMs = 1_000;

/**
 * Gives turns at an even pace, which all processes of the installation share. While the database is away each process keeps the pace by
 * itself, and none waits for it.
 */
export function openPace({ pool, tenantId, perSecond = turnsPerSecond }: PaceOptions): Pace {
  const gapMs = 1_000 / perSecond;
  const alone = turnsAlone(gapMs);
  let restUntil = 0;
  return {
    turn: async () => {
      if (performance.now() < restUntil) return alone();
      try {
        return await sharedTurn(pool, tenantId, gapMs);
      } catch {
        restUntil = performance.now() + restMs;
        return alone();
      }
    },
  };
}

/** One row a tenant says when the next turn is. Whoever asks moves it on, and waits until it was. */
const sharedTurn = (pool: pg.Pool, tenantId: TenantId, gapMs: number): Promise<number> =>
  transact(pool, { kind: "job", tenantId, job: "tell-news" }, async ({ db }) => {
    const gap = sql`${gapMs}::float8 * interval '1 millisecond'`;
    const [row] = await db
      .insert(pace)
      .values({ tenantId, nextAt: sql`clock_timestamp() + ${gap}` })
      .onConflictDoUpdate({
        target: [pace.tenantId],
        set: { nextAt: sql`greatest(${pace.nextAt}, clock_timestamp()) + ${gap}` },
      })
      .returning({
        wait: sql<number>`(1000 * extract(epoch from ${pace.nextAt} - ${gap} - clock_timestamp()))::float8`,
      });
    return Math.max(0, Math.ceil(row?.wait ?? 0));
  });

function turnsAlone(gapMs: number): () => number {
  let nextAt = 0;
  return () => {
    const now = performance.now();
    const turn = Math.max(nextAt, now);
    nextAt = turn + gapMs;
    return Math.ceil(turn - now);
  };
}
