import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "../ports.ts";
import { postmasterOf, query } from "../postgres/running.ts";
import { makeThrowawayFolder } from "../postgres/throwaway.ts";
import { openRegister } from "../processes/register.ts";
import { killEverything } from "./leftovers.ts";

let stateDir = "";
let port = 0;
let started: { child: ChildProcess; ended: Promise<unknown> }[] = [];

beforeEach(async () => {
  stateDir = makeThrowawayFolder();
  port = await freePort(4);
});

afterEach(async () => {
  // The supervisors first: they would start again what is killed.
  for (const { child } of started) child.kill("SIGKILL");
  await Promise.all(started.map(({ ended }) => ended));
  started = [];
  await killEverything(stateDir);
  rmSync(stateDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

/** `npm start` as a terminal sees it. */
function start(...args: string[]) {
  const entry = join(import.meta.dirname, "fixtures/start.ts");
  const env = { ...process.env, PORT: String(port) };
  const child = spawn(process.execPath, [entry, stateDir, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said.text += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  started.push({ child, ended });
  return { child, said, ended };
}

/** Starts and waits for the line that says where. */
async function startAndWait(...args: string[]) {
  const one = start(...args);
  await heard(one, /Counterpoint is ready/);
  return one;
}

async function heard({ child, said }: { child: ChildProcess; said: { text: string } }, words: RegExp): Promise<void> {
  while (!words.test(said.text)) {
    if (child.exitCode !== null) throw new Error(`It ended first:\n${said.text}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

const names = () =>
  openRegister(join(stateDir, "processes.json"))
    .living()
    .map(({ name }) => name);
const postgres = () => postmasterOf(join(stateDir, "postgres"));
const programmes = () =>
  query(new URL(`postgres://postgres@127.0.0.1:${port + 4}`).href, "select 1").catch((error: unknown) => String(error));

it("says where it is ready as its last line, and Ctrl-C leaves nothing running", async () => {
  const { child, said, ended } = await startAndWait();
  expect(said.text.trimEnd().split("\n").at(-1)).toBe(`Counterpoint is ready: http://localhost:${port}`);
  expect(names()).toEqual(["supervisor", "sign-in", "calendars", "window", "server"]);
  child.kill("SIGINT");
  // The terminal, npm and the set-up each pass the same Ctrl-C on.
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(readFileSync(join(stateDir, "logs/server.log"), "utf8")).toContain("drained");
  expect(names()).toEqual([]);
  expect(postgres()).toBeUndefined();
});

it("keeps the data on a second start, fills an empty database only, and begins again with --fresh", async () => {
  const first = await startAndWait();
  expect(first.said.text).toContain("Filling it");
  first.child.kill("SIGTERM");
  await first.ended;
  const second = await startAndWait();
  expect(second.said.text).not.toContain("Filling it");
  second.child.kill("SIGTERM");
  await second.ended;
  const fresh = await startAndWait("--fresh");
  expect(fresh.said.text).toContain("deleting the data");
  expect(fresh.said.text).toContain("Filling it");
});

it("recovers after kill -9: what was left running is stopped, PostgreSQL is taken over, the data is there", async () => {
  const first = await startAndWait();
  const left = postgres()?.pid;
  first.child.kill("SIGKILL");
  await first.ended;
  expect(names()).toEqual(["sign-in", "calendars", "window", "server"]);
  const second = await startAndWait();
  expect(second.said.text).toContain("An earlier start left sign-in, calendars, window, server running");
  expect(second.said.text).not.toContain("Filling it");
  expect(postgres()?.pid).toBe(left);
});

it("brings a program back that stops by itself", async () => {
  const one = await startAndWait();
  await fetch(`http://127.0.0.1:${port}/crash`).catch(() => {});
  await heard(one, /The server stopped by itself \(code 3\)[\s\S]*The server is back/);
  expect((await fetch(`http://127.0.0.1:${port}/`)).ok).toBe(true);
});

it("brings PostgreSQL back when it is killed", async () => {
  const one = await startAndWait();
  process.kill(postgres()?.pid ?? 0, "SIGKILL");
  await heard(one, /PostgreSQL stopped by itself[\s\S]*PostgreSQL is back/);
  expect(await programmes()).toMatch(/password/);
});

it("refuses a second start in the same folder, saying which process runs", async () => {
  const { child } = await startAndWait();
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said.text).toContain(`already running from this folder (process ${child.pid})`);
});

it("says which port a stranger has, and how to choose another", async () => {
  const stranger = createServer();
  await new Promise<void>((resolve) => {
    stranger.listen(port, "127.0.0.1", resolve);
  });
  const { said, ended } = start();
  expect(await ended).toBe(1);
  expect(said.text).toMatch(
    new RegExp(`Port ${port}, where the server would listen, is taken.*PORT=4978 npm start`, "s"),
  );
  stranger.close();
});

it("stops at once when it is told to before it is ready", async () => {
  const one = start();
  await heard(one, /Starting the sign-in/);
  one.child.kill("SIGINT");
  expect(await one.ended).toBe(130);
  expect(names()).toEqual([]);
  expect(postgres()).toBeUndefined();
});
