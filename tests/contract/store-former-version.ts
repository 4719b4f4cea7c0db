import pg from "pg";
import { PgBoss } from "pg-boss";
import { knownMigrations } from "../../bot/store/migrations.ts";
import { serverRole, type TestDatabase } from "../database.ts";
import { laterSlot, north, slot } from "./store-world.ts";

/** Makes the database one of the version that booked check-ins and knew nothing more of them: of Ana and Ben's one is on its way and one booked, and their jobs still wait. */
export async function plantFormerVersion({ ownerUrl }: TestDatabase): Promise<void> {
  const client = await takeSteps(ownerUrl, 4);
  await plantRows(client);
  await client.end();
  await plantJobs(ownerUrl);
}

/** The phases of a session in the version before it had all its steps, with who speaks where somebody does. */
export const formerPhases = ["arrive", "choose", "speak-first", "speak-second", "close", "over"] as const;

/** Makes the database one of that version, with a session of Ana and Ben in every phase, in its second round and opened by Ana. Its id is the phase. */
export async function plantFormerSessions({ ownerUrl }: TestDatabase): Promise<void> {
  const client = await takeSteps(ownerUrl, 6);
  await plantPair(client);
  const tables = ["check_in", "session"];
  for (const table of tables) await client.query(`alter table app.${table} no force row level security`);
  for (const [at, id] of formerPhases.entries()) {
    const [phase, turn] = id.split("-");
    // In the second round the other partner begins.
    const speaker = phase === "speak" ? (turn === "first" ? "ben" : "ana") : null;
    await client.query(
      `insert into app.check_in (tenant_id, id, pair_id, number, status, minutes, opener, booker, offered, declined, guests,
         app_in_chat, recording_off, version)
       values ('${north}', $1, 'ana-ben', $2, 'booked', 60, 'ana', 'ben', '[]', '{}', 0, 'done', 'done', 1)`,
      [id, at + 1],
    );
    await client.query(
      `insert into app.session values
         ('${north}', $1, $1, 'ana-ben', $2, '{ana,ben}', 'ana', $3, $4, '{ana}', '{compass,walk}', '{weather}', $5, $6, false, 7)`,
      [id, at + 1, phase, phase === "arrive" ? 1 : 2, speaker && "compass", speaker],
    );
  }
  for (const table of tables) await client.query(`alter table app.${table} force row level security`);
  await client.end();
}

/** Takes the steps up to this one, as that version took them. */
async function takeSteps(ownerUrl: string, lastStep: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("create schema migration");
  await client.query(`create table migration.applied (
    version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
  for (const { version, name, text, sha256 } of knownMigrations().filter((step) => step.version <= lastStep)) {
    await client.query(text.replaceAll(':"server_role"', pg.escapeIdentifier(serverRole)));
    await client.query("insert into migration.applied values ($1, $2, $3)", [version, name, sha256]);
  }
  return client;
}

const old = ({ startsAt, endsAt }: typeof laterSlot, stretches: string | null) => ({ startsAt, endsAt, stretches });

async function plantPair(client: pg.Client): Promise<void> {
  const tables = ["programme", "person", "cohort", "pair", "pair_member"];
  for (const table of tables) await client.query(`alter table app.${table} no force row level security`);
  await client.query(
    `insert into app.programme values ('${north}', 'renewal', 'Renewal', '{inclusion}', 'We listen.', 'Zoe')`,
  );
  await client.query(
    `insert into app.cohort values ('${north}', 'spring', 'renewal', 'Spring', '2027-03-01', '2027-09-01', 60, 28)`,
  );
  await client.query(`insert into app.pair values ('${north}', 'ana-ben', 'spring', 'meeting')`);
  for (const [at, id] of ["ana", "ben"].entries()) {
    await client.query(`insert into app.person values ('${north}', $1, $1, $1, 'en-GB', 'UTC')`, [id]);
    await client.query(`insert into app.pair_member values ('${north}', 'ana-ben', $1, $2)`, [id, `voice-${at + 1}`]);
  }
  for (const table of tables) await client.query(`alter table app.${table} force row level security`);
}

async function plantRows(client: pg.Client): Promise<void> {
  await plantPair(client);
  await client.query("alter table app.check_in no force row level security");
  const checkIn = `insert into app.check_in (tenant_id, id, pair_id, number, status, minutes, opener, booker, offered,
    slot_starts_at, slot_ends_at, slot_stretches, booking_id, version)
    values ('${north}', $1, 'ana-ben', $2, $3, 60, 'ben', 'ana', $4, $5, $6, $7, $8, 3)`;
  const offered = JSON.stringify([old(laterSlot, "ben"), old(slot, null)]);
  await client.query(checkIn, ["stretched", 1, "booking", offered, laterSlot.startsAt, laterSlot.endsAt, "ben", "b-1"]);
  await client.query(checkIn, ["plain", 2, "booked", "[]", slot.startsAt, slot.endsAt, null, "b-2"]);
  await client.query("alter table app.check_in force row level security");
}

/** One waits for its first attempt, one was begun by a process that is gone. */
async function plantJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: "boss", supervise: false, schedule: false, max: 2 });
  boss.on("error", () => {});
  await boss.start();
  for (const name of ["book-check-in", "tell-booking"]) await boss.createQueue(name);
  await boss.send("book-check-in", { tenantId: north, checkInId: "stretched" });
  await boss.send("tell-booking", { tenantId: north, checkInId: "plain", personId: "ben" });
  await boss.fetch("tell-booking");
  await boss.stop({ graceful: false, close: true });
}
