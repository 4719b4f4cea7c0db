import pg from "pg";
import { describe, expect, it } from "vitest";
import { openPace } from "../../bot/store/pace.ts";
import { databaseForThisFile } from "../database.ts";
import { north, south } from "./store-world.ts";

const database = databaseForThisFile();

describe("the pace of what the bot says", () => {
  it("[STORE-8] is one pace over all processes", async () => {
    const stores = [database().openStore(), database().openStore()];
    const paces = stores.map(({ pool }) => openPace({ pool, tenantId: north, perSecond: 4 }));
    const before = performance.now();
    const waits: number[] = [];
    for (let round = 0; round < 6; round++) for (const pace of paces) waits.push(await pace.turn());
    const took = performance.now() - before;
    expect(waits[0]).toBeLessThan(50);
    // The twelfth turn is eleven quarters of a second after the first.
    const last = waits.at(-1) ?? 0;
    expect(last).toBeLessThanOrEqual(2_760);
    expect(last).toBeGreaterThan(2_700 - took);
    expect(await openPace({ pool: database().openStore().pool, tenantId: south, perSecond: 4 }).turn()).toBeLessThan(
      50,
    );
  });

  it("[STORE-8] gives no two turns at once, however many ask together", async () => {
    const { pool } = database().openStore();
    const pace = openPace({ pool, tenantId: "crowd", perSecond: 10 });
    await pace.turn();
    const nextAt = async () => {
      const [row] = await database().look<{ at: number }>(
        "select extract(epoch from next_at)::float8 as at from app.pace where tenant_id = 'crowd'",
      );
      return row?.at ?? 0;
    };
    const before = await nextAt();
    await Promise.all(Array.from({ length: 10 }, () => pace.turn()));
    // Each of them moved the next turn on by a tenth of a second, and none was lost.
    expect((await nextAt()) - before).toBeGreaterThan(0.999);
  });

  it("[STORE-8] is kept by each process alone while the database is away", async () => {
    const pool = new pg.Pool({ connectionString: "postgres://nobody:nothing@127.0.0.1:9/none" });
    pool.on("error", () => {});
    const pace = openPace({ pool, tenantId: north, perSecond: 20 });
    const begun = performance.now();
    const turns: number[] = [];
    for (let turn = 0; turn < 21; turn++) turns.push((await pace.turn()) + performance.now() - begun);
    await pool.end();
    expect((turns.at(-1) ?? 0) - (turns[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });
});
