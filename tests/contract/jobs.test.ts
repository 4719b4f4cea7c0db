import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import "temporal-polyfill/global";
import type { JobUseCases } from "../../bot/jobs/job.ts";
import { type Jobs, type JobTime, openJobs } from "../../bot/jobs/jobs.ts";
import { queues } from "../../bot/jobs/schedule.ts";
import type { JobRequest } from "../../bot/ports.ts";
import { migrateJobs } from "../../bot/store/migrate-jobs.ts";
import { localPerson, localTenant } from "../../local/identities.ts";
import type { Postgres } from "../../local/postgres/postgres.ts";
import { serverRole } from "../../local/postgres/roles.ts";
import { startThrowawayPostgres } from "../../local/postgres/throwaway.ts";

const tenantId = localTenant.id;
const ana = localPerson("Ana").oid;
const checkIn = (number: number) => `00000000-0000-4000-c000-${String(number).padStart(12, "0")}`;
const booking = (number: number): JobRequest => ({ name: "book-check-in", tenantId, checkInId: checkIn(number) });
const soon = { timeout: 20_000, interval: 50 };
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let postgres: Postgres;
let serverUrl: string;
let pool: pg.Pool;
const open: Jobs[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  await postgres.ensureDatabase("jobs");
  const owner = new pg.Client({ connectionString: postgres.ownerUrl("jobs") });
  await owner.connect();
  await migrateJobs(owner, { ownerUrl: postgres.ownerUrl("jobs"), serverRole, queues });
  await owner.query("create table ran (worker text, check_in text, at timestamptz not null default clock_timestamp())");
  await owner.query(`grant select, insert, delete on ran to ${serverRole}`);
  await owner.end();
  serverUrl = postgres.serverUrl("jobs");
  pool = new pg.Pool({ connectionString: serverUrl, max: 4 });
});

afterAll(async () => {
  await pool?.end();
  await postgres?.stop();
});

beforeEach(async () => {
  await pool.query("delete from boss.job");
  await pool.query("delete from ran");
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all(open.splice(0).map((jobs) => jobs.stop(1_000)));
});

/** A process's jobs, performed by `perform`, whichever job it is. */
function aProcess(perform: JobUseCases["finishBooking"] = async () => "done"): Jobs {
  const handlers = { offerSlots: perform, finishBooking: perform, tellBooking: perform };
  const jobs = openJobs({ databaseUrl: serverUrl, handlers, log: quiet, clock: { now: () => Temporal.Now.instant() } });
  open.push(jobs);
  return jobs;
}

/** Queues the jobs in one transaction, which ends as told. */
async function queue(
  jobs: Jobs,
  requests: readonly JobRequest[],
  when: JobTime = {},
  end: "commit" | "rollback" = "commit",
) {
  const client = await pool.connect();
  await client.query("begin");
  for (const request of requests) {
    await jobs.enqueue({ executeSql: (text, values) => client.query(text, values) }, request, when);
  }
  await client.query(end);
  client.release();
}

async function startWorker(name: string, settings: Record<string, string> = {}): Promise<ChildProcess> {
  const file = fileURLToPath(new URL("./jobs-worker.ts", import.meta.url));
  const env = { ...process.env, ...settings, DATABASE_URL: serverUrl, WORKER: name };
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

const workersOf = async (number: number) =>
  (
    await pool.query<{ worker: string }>("select worker from ran where check_in = $1 order by at", [checkIn(number)])
  ).rows.map((row) => row.worker);

describe("a job queued in a transaction", () => {
  it("runs with its ids, and only those, once the transaction commits", async () => {
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => "done");
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledWith({ tenantId, checkInId: checkIn(1) }), soon);
  });

  it("[JOB-1] never runs when the transaction is rolled back", async () => {
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => "done");
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [booking(1)], {}, "rollback");
    await queue(jobs, [booking(2)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalled(), soon);
    expect(performed.mock.calls.map(([owed]) => owed.checkInId)).toEqual([checkIn(2)]);
    expect((await pool.query("select 1 from boss.job where data->>'checkInId' = $1", [checkIn(1)])).rowCount).toBe(0);
  });

  it("waits until the time it was given", async () => {
    const jobs = aProcess(async ({ checkInId }) => {
      await pool.query("insert into ran (worker, check_in) values ('one', $1)", [checkInId]);
      return "done";
    });
    await jobs.start();
    await queue(jobs, [booking(1)], { at: Temporal.Now.instant().add({ seconds: 3 }) });
    await queue(jobs, [booking(2)]);
    await vi.waitFor(async () => expect(await workersOf(1)).toHaveLength(1), soon);
    const { rows } = await pool.query<{ check_in: string }>("select check_in from ran order by at");
    expect(rows.map((row) => row.check_in)).toEqual([checkIn(2), checkIn(1)]);
  });

  it("goes to the one who is to be told", async () => {
    const told = vi.fn<(owed: object) => Promise<"done">>(async () => "done");
    const jobs = aProcess(told);
    await jobs.start();
    await queue(jobs, [{ name: "tell-booking", tenantId, checkInId: checkIn(1), personId: ana }]);
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith({ tenantId, checkInId: checkIn(1), personId: ana }), soon);
  });
});

describe("a job with a key", () => {
  it("stands once in the queue however often it is asked for, and again after it ran", async () => {
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => "done");
    const jobs = aProcess(performed);
    for (let times = 0; times < 3; times += 1) await queue(jobs, [booking(1)], { once: "b-1" });
    await queue(jobs, [booking(2), booking(3)]);
    await jobs.start();
    await vi.waitFor(() => expect(performed).toHaveBeenCalledTimes(3), soon);
    await vi.waitFor(
      async () => expect((await pool.query("select 1 from boss.job where state <> 'completed'")).rowCount).toBe(0),
      soon,
    );
    await queue(jobs, [booking(1)], { once: "b-1" });
    await vi.waitFor(() => expect(performed).toHaveBeenCalledTimes(4), soon);
  });
});

describe("a job that couldn't be done", () => {
  it("is tried again until it is done", async () => {
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => "done");
    performed.mockResolvedValueOnce("try-again");
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledTimes(2), soon);
    await vi.waitFor(
      async () => expect((await pool.query("select 1 from boss.job where state = 'completed'")).rowCount).toBe(1),
      soon,
    );
  });

  it("is tried again within seconds at first, and for at least half a day", async () => {
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => "try-again");
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [booking(1)]);
    const waiting =
      "select extract(epoch from start_after - now())::float as due, retry_limit * retry_delay_max / 2 as kept from boss.job where state = 'retry'";
    const found = async () => (await pool.query<{ due: number; kept: number }>(waiting)).rows[0];
    await vi.waitFor(async () => expect(await found()).toBeDefined(), { timeout: 20_000, interval: 10 });
    const job = await found();
    expect(job?.due).toBeLessThan(3);
    expect((job?.kept ?? 0) / 3_600).toBeGreaterThan(12);
  });

  it("is tried again after a bug, and the queue keeps no word of the error", async () => {
    const performed = vi.fn<JobUseCases["finishBooking"]>();
    performed.mockRejectedValue(new Error("I am not sure my manager trusts me"));
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledTimes(2), soon);
    const { rows } = await pool.query<{ row: string }>("select job::text as row from boss.job");
    expect(rows[0]?.row).toContain("TryAgain");
    expect(rows[0]?.row).not.toContain("trusts me");
  });

  it("never reaches its use case with anything but ids", async () => {
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => "done");
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [{ ...booking(1), checkInId: "a sentence of Ana's" }, booking(2)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledOnce(), soon);
    expect(performed).toHaveBeenCalledWith({ tenantId, checkInId: checkIn(2) });
  });
});

describe("jobs among several processes", () => {
  it("run once each, however many processes look for them", async () => {
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => "done");
    const [one, two, three] = [aProcess(performed), aProcess(performed), aProcess(performed)];
    await Promise.all([one.start(), two.start(), three.start()]);
    const numbers = Array.from({ length: 30 }, (_, at) => at + 1);
    await queue(one, numbers.map(booking));
    await vi.waitFor(
      async () => expect((await pool.query("select 1 from boss.job where state = 'completed'")).rowCount).toBe(30),
      soon,
    );
    expect(performed.mock.calls.map(([owed]) => owed.checkInId).toSorted()).toEqual(numbers.map(checkIn));
  });

  it("are not begun by a second process while the first is still at work on them", async () => {
    const ending = Promise.withResolvers<void>();
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => ending.promise.then(() => "done"));
    const [one, two] = [aProcess(performed), aProcess(performed)];
    await one.start();
    await queue(one, [booking(1)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledOnce(), soon);
    await two.start();
    // As after a heartbeat that was missed: the queue believes the job free, its process is still alive.
    await pool.query("update boss.job set state = 'retry', start_after = now() where state = 'active'");
    await vi.waitFor(
      async () => expect((await pool.query("select 1 from boss.job where retry_count > 0")).rowCount).toBe(1),
      soon,
    );
    expect(performed).toHaveBeenCalledOnce();
    ending.resolve();
  });

  it("[JOB-2] are begun again by another process soon after the one at work on them was killed", async () => {
    const doomed = await startWorker("doomed", { HANG: "1" });
    const jobs = aProcess();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(async () => expect(await workersOf(1)).toEqual(["doomed"]), soon);
    doomed.kill("SIGKILL");
    await once(doomed, "exit");
    await startWorker("heir");
    await vi.waitFor(async () => expect(await workersOf(1)).toEqual(["doomed", "heir"]), soon);
  });
});

describe("stopping", () => {
  it("waits for the job that runs, and leaves the others in the queue", async () => {
    const ending = Promise.withResolvers<void>();
    let isOver = false;
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => {
      await ending.promise;
      isOver = true;
      return "done";
    });
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledOnce(), soon);
    const stopped = jobs.stop();
    ending.resolve();
    await stopped;
    expect(isOver).toBe(true);
    expect((await pool.query("select 1 from boss.job where state = 'completed'")).rowCount).toBe(1);
  });

  it("gives up a job that won't end, and leaves it for another process", async () => {
    const hanging = vi.fn<JobUseCases["finishBooking"]>(() => new Promise(() => {}));
    const jobs = aProcess(hanging);
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(() => expect(hanging).toHaveBeenCalledOnce(), soon);
    await jobs.stop(1_000);
    const performed = vi.fn<JobUseCases["finishBooking"]>(async () => "done");
    await aProcess(performed).start();
    await vi.waitFor(() => expect(performed).toHaveBeenCalledOnce(), soon);
  });
});
