import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import "temporal-polyfill/global";
import type { JobOutcome, JobUseCases } from "../../bot/jobs/job.ts";
import { type Jobs, type JobsOptions, type JobTime, openJobs } from "../../bot/jobs/jobs.ts";
import { queues } from "../../bot/jobs/schedule.ts";
import type { JobRequest } from "../../bot/ports/job-request.ts";
import { migrateJobs } from "../../bot/store/migrate-jobs.ts";
import { localPerson, localTenant } from "../../local/identities.ts";
import type { Postgres } from "../../local/postgres/postgres.ts";
import { serverRole } from "../../local/postgres/roles.ts";
import { startThrowawayPostgres } from "../../local/postgres/throwaway.ts";
import { type AnyIds, everyHandler } from "./jobs-handlers.ts";

const tenantId = localTenant.id;
const ana = localPerson("Ana").oid;
const checkIn = (number: number) => `00000000-0000-4000-c000-${String(number).padStart(12, "0")}`;
const booking = (number: number) =>
  ({ name: "write-to-calendar", tenantId, checkInId: checkIn(number) }) satisfies JobRequest;
const handler = (perform?: (ids: AnyIds) => Promise<JobOutcome>) =>
  vi.fn<(ids: AnyIds) => Promise<JobOutcome>>(perform);
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

/** A process's jobs, performed by `perform`, whichever job it is. Time sets nothing off unless asked to. */
function aProcess(
  perform: (ids: AnyIds) => Promise<JobOutcome> = async () => "done",
  others: Partial<JobUseCases> = {},
  options: Partial<JobsOptions> = {},
): Jobs {
  const clock = { now: () => Temporal.Now.instant() };
  const handlers = everyHandler(perform, others);
  const jobs = openJobs({ databaseUrl: serverUrl, handlers, log: quiet, clock, tenantId, cron: false, ...options });
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

const countOf = async (state: string) =>
  (await pool.query("select 1 from boss.job where state = $1::text::boss.job_state", [state])).rowCount;

const workersOf = async (number: number) =>
  (
    await pool.query<{ worker: string }>("select worker from ran where check_in = $1 order by at", [checkIn(number)])
  ).rows.map((row) => row.worker);

describe("a job queued in a transaction", () => {
  it("runs with its ids, and only those, once the transaction commits", async () => {
    const performed = handler(async () => "done");
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledWith({ tenantId, checkInId: checkIn(1) }), soon);
  });

  it("[JOB-1] never runs when the transaction is rolled back", async () => {
    const performed = handler(async () => "done");
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
    const told = handler(async () => "done");
    const jobs = aProcess(told);
    await jobs.start();
    await queue(jobs, [{ name: "tell-news", tenantId, checkInId: checkIn(1), personId: ana, number: 2 }]);
    await vi.waitFor(
      () => expect(told).toHaveBeenCalledWith({ tenantId, checkInId: checkIn(1), personId: ana, number: 2 }),
      soon,
    );
  });
});

describe("a job with a key", () => {
  it("stands once in the queue however often it is asked for, and again after it ran", async () => {
    const performed = handler(async () => "done");
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
    const performed = handler(async () => "done");
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
    const performed = handler(async () => "try-again");
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
    const performed = handler();
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
    const performed = handler(async () => "done");
    const jobs = aProcess(performed);
    await jobs.start();
    await queue(jobs, [{ ...booking(1), checkInId: "a sentence of Ana's" }, booking(2)]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledOnce(), soon);
    expect(performed).toHaveBeenCalledWith({ tenantId, checkInId: checkIn(2) });
  });
});

describe("jobs among several processes", () => {
  it("run once each, however many processes look for them", async () => {
    const performed = handler(async () => "done");
    const [one, two, three] = [aProcess(performed), aProcess(performed), aProcess(performed)];
    await Promise.all([one.start(), two.start(), three.start()]);
    const numbers = Array.from({ length: 30 }, (_, at) => at + 1);
    await queue(one, numbers.map(booking));
    await vi.waitFor(
      async () => expect((await pool.query("select 1 from boss.job where state = 'completed'")).rowCount).toBe(30),
      soon,
    );
    expect(performed.mock.calls.map(([owed]) => String(owed.checkInId)).toSorted()).toEqual(numbers.map(checkIn));
  });

  it("are not begun by a second process while the first is still at work on them", async () => {
    const ending = Promise.withResolvers<void>();
    const performed = handler(async () => ending.promise.then(() => "done"));
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

describe("[JOB-3] jobs about one check-in", () => {
  it("never act at the same time, whichever they are and whichever process has them", async () => {
    let atWork = 0;
    let together = 0;
    const performed = handler(async () => {
      together = Math.max(together, ++atWork);
      await sleep(150);
      atWork -= 1;
      return "done";
    });
    const [one, two] = [aProcess(performed), aProcess(performed)];
    await Promise.all([one.start(), two.start()]);
    await queue(one, [
      booking(1),
      booking(1),
      { name: "follow-check-in", tenantId, checkInId: checkIn(1) },
      { name: "furnish-meeting", tenantId, checkInId: checkIn(1) },
    ]);
    await vi.waitFor(async () => expect(await countOf("completed")).toBe(4), { timeout: 40_000, interval: 50 });
    expect(together).toBe(1);
    expect(performed).toHaveBeenCalledTimes(4);
  });

  it("wait without failing, and are begun within seconds of the one before", async () => {
    const ending = Promise.withResolvers<void>();
    const followed = handler(async () => "done");
    const jobs = aProcess(async () => ending.promise.then(() => "done"), { followCheckIn: followed });
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(async () => expect(await countOf("active")).toBe(1), soon);
    await queue(jobs, [{ name: "follow-check-in", tenantId, checkInId: checkIn(1) }]);
    const waiting = "select start_after from boss.job where name = 'follow-check-in' and state = 'retry'";
    const starts = new Set<string>();
    await vi.waitFor(async () => {
      for (const row of (await pool.query<{ start_after: Date }>(waiting)).rows) starts.add(row.start_after.toJSON());
      expect(starts.size).toBe(3);
    }, soon);
    expect(followed).not.toHaveBeenCalled();
    ending.resolve();
    await vi.waitFor(() => expect(followed).toHaveBeenCalledOnce(), { timeout: 5_000, interval: 20 });
    await vi.waitFor(async () => expect(await countOf("completed")).toBe(2), soon);
    expect((await pool.query("select 1 from boss.job where retry_count > 0")).rowCount).toBe(0);
  });

  it("don't keep those about others waiting, nor what is told meanwhile", async () => {
    const ending = Promise.withResolvers<void>();
    const others = handler(async () => "done");
    const hang = async ({ checkInId }: AnyIds) =>
      checkInId === checkIn(1) ? ending.promise.then(() => "done" as const) : others({ tenantId });
    const jobs = aProcess(others, { writeToCalendar: hang });
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(async () => expect(await countOf("active")).toBe(1), soon);
    await queue(jobs, [booking(2), { name: "tell-news", tenantId, checkInId: checkIn(1), personId: ana, number: 1 }]);
    await vi.waitFor(() => expect(others).toHaveBeenCalledTimes(2), soon);
    ending.resolve();
  });

  it("are free again when the process of the one at work was killed", async () => {
    const doomed = await startWorker("doomed", { HANG: "1" });
    const followed = handler(async () => "done");
    const jobs = aProcess(async () => new Promise(() => {}), { followCheckIn: followed });
    await queue(jobs, [booking(1)]);
    await vi.waitFor(async () => expect(await workersOf(1)).toEqual(["doomed"]), soon);
    doomed.kill("SIGKILL");
    await once(doomed, "exit");
    await pool.query("delete from boss.job");
    await jobs.start();
    await queue(jobs, [{ name: "follow-check-in", tenantId, checkInId: checkIn(1) }]);
    await vi.waitFor(() => expect(followed).toHaveBeenCalledOnce(), soon);
  });
});

describe("[JOB-4] what time sets off", () => {
  const ticks = () =>
    pool.query<{ name: string; slot: Date; runs: number }>(
      `select name, singleton_on as slot, count(*)::integer as runs from boss.job
       where name in ('forget-meetings', 'keep-rhythm', 'sweep-mailboxes') group by name, singleton_on`,
    );

  it("runs once a tick, however many processes there are and however often they start", async () => {
    const performed = handler(async () => "done");
    const processes = [1, 2, 3].map(() => aProcess(performed, {}, { cron: true }));
    await Promise.all(processes.map((jobs) => jobs.start()));
    await vi.waitFor(async () => expect(await countOf("completed")).toBeGreaterThanOrEqual(3), soon);
    // Time for each of them to try again.
    await sleep(6_000);
    const { rows } = await ticks();
    expect(new Set(rows.map((row) => row.name))).toEqual(
      new Set(["forget-meetings", "keep-rhythm", "sweep-mailboxes"]),
    );
    expect(rows.filter((row) => row.runs !== 1)).toEqual([]);
    expect(performed).toHaveBeenCalledTimes(rows.length);
    expect(performed).toHaveBeenCalledWith({ tenantId });
  });

  it("is left out while the former run still goes on, and comes back with the next tick", async () => {
    const ending = Promise.withResolvers<void>();
    const performed = handler(async () => ending.promise.then(() => "done"));
    const jobs = aProcess(performed);
    const second = aProcess(performed);
    await Promise.all([jobs.start(), second.start()]);
    await queue(jobs, [{ name: "keep-rhythm", tenantId }]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledOnce(), soon);
    await queue(jobs, [{ name: "keep-rhythm", tenantId }]);
    await vi.waitFor(async () => expect(await countOf("completed")).toBe(1), soon);
    expect(performed).toHaveBeenCalledOnce();
    ending.resolve();
    await vi.waitFor(async () => expect(await countOf("completed")).toBe(2), soon);
    await queue(jobs, [{ name: "keep-rhythm", tenantId }]);
    await vi.waitFor(() => expect(performed).toHaveBeenCalledTimes(2), soon);
  });

  it("stays still where it is switched off", async () => {
    const jobs = aProcess();
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(async () => expect(await countOf("completed")).toBe(1), soon);
    expect((await ticks()).rows).toEqual([]);
  });
});

describe("[JOB-5] a job whose last attempt failed", () => {
  const lastAttempt = "update boss.job set retry_limit = retry_count where state = 'created'";

  it("is given up in the way it declares, once", async () => {
    const performed = handler(async () => "try-again");
    const givenUp = handler(async () => "done");
    const jobs = aProcess(performed, { giveUpWriting: givenUp });
    await queue(jobs, [booking(1)]);
    await pool.query(lastAttempt);
    await jobs.start();
    await vi.waitFor(() => expect(givenUp).toHaveBeenCalledWith({ tenantId, checkInId: checkIn(1) }), soon);
    await vi.waitFor(async () => expect(await countOf("completed")).toBe(1), soon);
    expect([performed.mock.calls.length, givenUp.mock.calls.length]).toEqual([1, 1]);
  });

  it("is given up after a bug as well", async () => {
    const performed = handler();
    performed.mockRejectedValue(new Error("a mistake"));
    const givenUp = handler(async () => "done");
    const jobs = aProcess(performed, { giveUpWriting: givenUp });
    await queue(jobs, [booking(1)]);
    await pool.query(lastAttempt);
    await jobs.start();
    await vi.waitFor(() => expect(givenUp).toHaveBeenCalledOnce(), soon);
  });

  it("is not given up before, and counts as failed where it couldn't be", async () => {
    const givenUp = handler(async () => "try-again");
    const jobs = aProcess(async () => "try-again", { giveUpWriting: givenUp });
    await queue(jobs, [booking(1)]);
    await pool.query("update boss.job set retry_limit = 1");
    await jobs.start();
    await vi.waitFor(async () => expect(await countOf("failed")).toBe(1), soon);
    expect(givenUp).toHaveBeenCalledOnce();
  });
});

describe("stopping", () => {
  it("waits for the job that runs, and leaves the others in the queue", async () => {
    const ending = Promise.withResolvers<void>();
    let isOver = false;
    const performed = handler(async () => {
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
    const hanging = handler(() => new Promise(() => {}));
    const jobs = aProcess(hanging);
    await jobs.start();
    await queue(jobs, [booking(1)]);
    await vi.waitFor(() => expect(hanging).toHaveBeenCalledOnce(), soon);
    await jobs.stop(1_000);
    const performed = handler(async () => "done");
    await aProcess(performed).start();
    await vi.waitFor(() => expect(performed).toHaveBeenCalledOnce(), soon);
  });
});
