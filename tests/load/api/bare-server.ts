import Fastify from "fastify";
import pg from "pg";

/**
 * What the price of safety is measured against: the rows that the product's reads touch, straight from the tables. No token is asked for, no
 * wall stands, nothing is unsealed, no shape is checked.
 *
 * Environment: PORT, DATABASE_URL (of a role that passes the walls by), TENANT_ID.
 */
const { PORT, DATABASE_URL, TENANT_ID: tenant } = process.env;
// Sealed words go out as the text that the driver got, for no work is to be done on them.
pg.types.setTypeParser(pg.types.builtins.BYTEA, (text) => text);
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
const rows = async (text: string, ...values: unknown[]) => (await pool.query(text, [tenant, ...values])).rows;

const mine =
  "select pair.* from app.pair join app.pair_member m on m.tenant_id = pair.tenant_id and m.pair_id = pair.id where m.tenant_id = $1 and m.person_id = $2";
const ofPair = (table: string, order: string) =>
  `select * from app.${table} where tenant_id = $1 and pair_id = $2 order by ${order}`;
const journal =
  "select * from app.journal_entry where tenant_id = $1 and pair_id = $2 and (author = $3 or audience = 'partner') order by written_at desc limit $4";

const server = Fastify();
server.get("/api/home", async ({ headers }) => {
  const me = headers["x-person"];
  const [person] = await rows("select * from app.person where tenant_id = $1 and id = $2", me);
  const [pair] = await rows(mine, me);
  const grants = await rows("select * from app.role_grant where tenant_id = $1 and person_id = $2", me);
  return {
    person,
    pair,
    coordinates: grants.length > 0,
    members: await rows(
      "select p.*, m.voice from app.pair_member m join app.person p on p.tenant_id = m.tenant_id and p.id = m.person_id where m.tenant_id = $1 and m.pair_id = $2 order by m.voice",
      pair.id,
    ),
    cohort: await rows("select * from app.cohort where tenant_id = $1 and id = $2", pair.cohort_id),
    agreement: await rows("select * from app.agreement where tenant_id = $1 and pair_id = $2", pair.id),
    checkIns: await rows(ofPair("check_in", "number"), pair.id),
    goals: await rows(ofPair("goal", "added_at"), pair.id),
    entries: await rows(journal, pair.id, me, 20),
  };
});
server.get<{ Params: { pairId: string } }>("/api/pairs/:pairId/journal", ({ params, headers }) =>
  rows(journal, params.pairId, headers["x-person"], 200),
);
server.get<{ Params: { pairId: string } }>("/api/pairs/:pairId/goals", ({ params }) =>
  rows(ofPair("goal", "added_at"), params.pairId),
);

process.once("SIGTERM", () => void server.close().then(() => pool.end()));
await server.listen({ port: Number(PORT), host: "127.0.0.1" });
process.stdout.write("ready\n");
