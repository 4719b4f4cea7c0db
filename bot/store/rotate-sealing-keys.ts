import pg from "pg";
import { open, type SealingKeys, seal } from "./seal.ts";
import { rotating, type SealedColumn, type SealedRow } from "./sealed-by-master.ts";

export interface RotateOptions {
  /** Connects as the role that owns the schema: the server's role may not change a pair's key. */
  readonly ownerUrl: string;
  readonly sealingKeys: SealingKeys;
}

/** How many rows are sealed anew in one transaction. */
const batch = 500;

/**
 * Seals anew, with the current master key, all that a master key seals: every pair's key, people's leave to their calendars and notes on
 * their way. Words that a pair's key seals stay as they are. Servers may go on meanwhile, once all of them know the current key. Safe to
 * repeat after an interruption, and when it has returned no former key is needed any more.
 *
 * @returns how many were sealed anew.
 * @throws SealBroken when something was sealed by a master key that is not among these.
 */
export async function rotateSealingKeys({ ownerUrl, sealingKeys }: RotateOptions): Promise<number> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "counterpoint-rotate",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    let rotated = 0;
    for (const column of rotating) {
      for (let last = batch; last === batch; rotated += last) last = await rotateBatch(client, column, sealingKeys);
    }
    return rotated;
  } finally {
    await client.end();
  }
}

async function rotateBatch(
  client: pg.Client,
  { find, replace, belongingOf }: SealedColumn,
  { current, former }: SealingKeys,
): Promise<number> {
  await client.query("begin");
  await client.query("select set_config('app.job', 'rotate-sealing-keys', true)");
  const { rows } = await client.query<SealedRow>(find, [current.id, batch]);
  for (const row of rows) {
    const belonging = belongingOf(row);
    const anew = seal(current, open([current, ...former], row.sealed, belonging), belonging);
    await client.query(replace, [row.tenant_id, row.of, row.row, anew]);
  }
  await client.query("commit");
  return rows.length;
}
