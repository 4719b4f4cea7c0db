import pg from "pg";
import { keyBelonging } from "./pair-words.ts";
import { open, type SealingKeys, seal } from "./seal.ts";

export interface RotateOptions {
  /** Connects as the role that owns the schema: the server's role may not change a pair's key. */
  readonly ownerUrl: string;
  readonly sealingKeys: SealingKeys;
}

/** How many pairs' keys are wrapped anew in one transaction. */
const batch = 500;

interface Wrapped {
  readonly tenant_id: string;
  readonly pair_id: string;
  readonly id: string;
  readonly wrapped: Buffer;
}

/**
 * Wraps every pair's key anew with the current master key; the sealed words themselves stay as they are. Servers may go on
 * meanwhile, once all of them know the current key. Safe to repeat after an interruption, and when it has returned no
 * former key is needed any more.
 *
 * @returns how many keys were wrapped anew.
 * @throws SealBroken when a key was wrapped by a master key that is not among these.
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
    for (let last = batch; last === batch; rotated += last) last = await rotateBatch(client, sealingKeys);
    return rotated;
  } finally {
    await client.end();
  }
}

async function rotateBatch(client: pg.Client, sealingKeys: SealingKeys): Promise<number> {
  await client.query("begin");
  await client.query("select set_config('app.job', 'rotate-sealing-keys', true)");
  const { rows } = await client.query<Wrapped>(
    "select tenant_id, pair_id, id, wrapped from app.pair_key where wrapped_by <> $1 limit $2 for update",
    [sealingKeys.current.id, batch],
  );
  for (const row of rows) {
    await client.query("update app.pair_key set wrapped = $3, wrapped_by = $4 where tenant_id = $1 and pair_id = $2", [
      row.tenant_id,
      row.pair_id,
      rewrap(row, sealingKeys),
      sealingKeys.current.id,
    ]);
  }
  await client.query("commit");
  return rows.length;
}

function rewrap({ tenant_id, pair_id, id, wrapped }: Wrapped, { current, former }: SealingKeys): Buffer {
  const belonging = keyBelonging(tenant_id, pair_id, id);
  return seal(current, open([current, ...former], wrapped, belonging), belonging);
}
