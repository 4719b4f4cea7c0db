import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { isAlive } from "../processes/identity.ts";
import { startPostgres } from "./postgres.ts";
import { postmasterOf, query } from "./running.ts";
import { startThrowawayPostgres } from "./throwaway.ts";

it("starts an empty PostgreSQL 18 in UTF-8 on loopback alone, and deletes it", async () => {
  const postgres = await startThrowawayPostgres();
  expect(await postgres.ensureDatabase("orchard")).toBe(true);
  expect(await postgres.ensureDatabase("orchard")).toBe(false);
  const [facts] = await query(
    postgres.ownerUrl("orchard"),
    "select length('é🙂') as letters, current_setting('listen_addresses') as at, current_setting('server_version_num')::int / 10000 as major",
  );
  expect(facts).toEqual({ letters: 2, at: "127.0.0.1", major: 18 });
  await postgres.stop();
  await postgres.stop();
  expect(isAlive(postgres.pid)).toBe(false);
  expect(existsSync(dirname(postgres.dataDir))).toBe(false);
});

it("gives the server a role that owns nothing and passes no policy by", async () => {
  const postgres = await startThrowawayPostgres();
  try {
    await postgres.ensureDatabase("orchard");
    const [rights] = await query(
      postgres.serverUrl("orchard"),
      "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user",
    );
    expect(rights).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    await expect(query(postgres.serverUrl("orchard"), "create table apple ()")).rejects.toThrow(/permission denied/);
    await postgres.createRole("stranger");
    await expect(query(postgres.urlOf("stranger", "orchard"), "select 1")).rejects.toThrow(/permission denied/);
    const wrong = new URL(postgres.adminUrl());
    wrong.password = "guess";
    await expect(query(wrong.href, "select 1")).rejects.toThrow(/password/);
  } finally {
    await postgres.stop();
  }
});

it("lets many ask for the same role and database at once", async () => {
  const postgres = await startThrowawayPostgres();
  try {
    await Promise.all(["a", "b", "c"].map(() => postgres.createRole("picker")));
    const made = await Promise.all(["a", "b", "c"].map(() => postgres.ensureDatabase("orchard", "picker")));
    expect(made.filter((isNew) => isNew)).toHaveLength(1);
  } finally {
    await postgres.stop();
  }
});

it("takes over the one that already serves its data, and moves it when another port is asked for", async () => {
  const postgres = await startThrowawayPostgres();
  try {
    const again = await startPostgres({ port: postgres.port, dataDir: postgres.dataDir, durable: false });
    expect(again.pid).toBe(postgres.pid);
    const moved = await startPostgres({ port: postgres.port + 1, dataDir: postgres.dataDir, durable: false });
    expect(moved.pid).not.toBe(postgres.pid);
    expect(postmasterOf(postgres.dataDir)).toEqual({ pid: moved.pid, port: postgres.port + 1 });
  } finally {
    await postgres.stop();
  }
});

it("does not outlive a process that is killed", async () => {
  const script = `
    const { startThrowawayPostgres } = await import(${JSON.stringify(import.meta.resolve("./throwaway.ts"))});
    const postgres = await startThrowawayPostgres();
    console.log(JSON.stringify({ pid: postgres.pid, dataDir: postgres.dataDir }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve) => {
    child.stdout.setEncoding("utf8").once("data", resolve);
  });
  const { pid, dataDir } = JSON.parse(line) as { pid: number; dataDir: string };
  expect(isAlive(pid)).toBe(true);
  child.kill("SIGKILL");
  while (isAlive(pid) || existsSync(dirname(dataDir))) await wait(50);
});
