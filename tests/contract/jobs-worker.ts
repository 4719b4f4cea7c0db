import "temporal-polyfill/global";
import pg from "pg";
import { openJobs } from "../../bot/jobs/jobs.ts";
import { localTenant } from "../../local/identities.ts";
import { everyHandler } from "./jobs-handlers.ts";

// A process that performs jobs until it is killed. It notes each beginning in the table `ran`, and with HANG set never ends one.
const databaseUrl = process.env.DATABASE_URL ?? "";
const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
const note = async ({ checkInId = "none" }: { checkInId?: string }) => {
  await pool.query("insert into ran (worker, check_in) values ($1, $2)", [process.env.WORKER, checkInId]);
  if (process.env.HANG) await new Promise(() => {});
  return "done" as const;
};

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const jobs = openJobs({
  databaseUrl,
  handlers: everyHandler(note),
  log: quiet,
  clock: { now: () => Temporal.Now.instant() },
  tenantId: process.env.TENANT ?? localTenant.id,
  cron: process.env.CRON === "yes",
});
await jobs.start();
process.stdout.write("ready\n");
