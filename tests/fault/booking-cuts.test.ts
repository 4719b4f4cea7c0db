import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPerson } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import { bookingSteps } from "../../shared/domain/check-in.ts";
import { chatOf } from "../chat.ts";
import { call, checkInEvents, seededWorld, until } from "../world.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpoint-cuts-"));
const stepsFile = join(folder, "steps");
const cutFile = join(folder, "cut");
const server = fileURLToPath(new URL("./server-with-cuts.ts", import.meta.url));

let world: World;

beforeAll(async () => {
  writeFileSync(stepsFile, "");
  world = await seededWorld({ entries: { server }, serverSettings: { STEPS_FILE: stepsFile, CUT_FILE: cutFile } });
  for (const name of ["Ana", "Ben"])
    await fetch(`${world.urls.window}/api/chats/${name.toLowerCase()}/open`, { method: "POST" });
});

afterAll(async () => {
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether the server's process has ended, as it does at a cut. */
const isDown = async () =>
  !(await fetch(`${world.urls.server}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  ));

/** The last step that this check-in's booking took. */
function lastStep(checkInId: string): string | undefined {
  const steps = readFileSync(stepsFile, "utf8").split("\n");
  return steps.findLast((line) => line.endsWith(checkInId))?.split(" ")[0];
}

/** Books a check-in while the server is killed as ordered, starts it again, and expects what a person would. */
async function cutAndRecover(order: string): Promise<string | undefined> {
  writeFileSync(stepsFile, "");
  const asked = await ask();
  writeFileSync(cutFile, `${asked.id} ${order}`);
  await choose(asked);
  await until(`the server was cut ${order}`, isDown);
  const cut = lastStep(asked.id);
  await world.killServer();
  await world.startServer();
  await expectBookedOnce(asked);
  await finishCheckIn(asked.id);
  return cut;
}

/** Ends the pair's current check-in as held, so that the next one can be asked for. */
async function finishCheckIn(checkInId: string): Promise<void> {
  const opened = await call<{ id: string; version: number }>(world, "Ana", "POST /api/sessions", { checkInId });
  expect(opened.status).toBe(200);
  const closing = { commandId: crypto.randomUUID(), seenVersion: opened.body.version, type: "close" };
  expect((await call(world, "Ana", `POST /api/sessions/${opened.body.id}/commands`, closing)).status).toBe(200);
}

async function ask(): Promise<CheckInView> {
  const home = await call<Home>(world, "Ana", "GET /api/home");
  const asked = await call<CheckInView>(world, "Ana", `POST /api/pairs/${home.body.pair?.id}/check-ins`, {});
  expect(asked.status).toBe(200);
  return asked.body;
}

/** The server may die before it can answer: the choice is stored all the same, or not at all. */
async function choose({ id, offered }: CheckInView): Promise<void> {
  await call(world, "Ana", `POST /api/check-ins/${id}/booking`, { startsAt: offered[0]?.startsAt }).catch(() => {});
}

async function expectBookedOnce(asked: CheckInView): Promise<void> {
  const booked = await until(
    `check-in ${asked.id} is booked`,
    async () => {
      const now = await call<CheckInView>(world, "Ana", `GET /api/check-ins/${asked.id}`).catch(() => null);
      return now?.body.status === "booked" ? now.body : null;
    },
    60,
  );
  const copies = (await checkInEvents(world)).filter(
    (event) => Date.parse(event.startAt) === Date.parse(booked.slot?.startsAt ?? ""),
  );
  const mailboxes = copies.map((event) => event.mailbox).toSorted();
  expect(mailboxes).toEqual([localPerson("Ana").oid, localPerson("Ben").oid].toSorted());
  expect(new Set(copies.map((event) => event.iCalUId)).size).toBe(1);
  expect(booked.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
}

describe("a booking whose server is killed", () => {
  it.each(bookingSteps)("[FAULT-1] after the step %s leaves one event in each calendar", async (step) => {
    expect(await cutAndRecover(`after ${step}`)).toBe(step);
  });

  const moments = Array.from({ length: 20 }, (_, at) => (at * at * 7919) % 211);

  it.each(moments)("[FAULT-2] %i ms after the choice leaves one event in each calendar", async (milliseconds) => {
    const cut = await cutAndRecover(`in ${milliseconds}`);
    console.log(`cut ${milliseconds} ms after the choice; the last step taken was ${cut}`);
  });

  it("[FAULT-3] tells each of the pair in the end", async () => {
    for (const name of ["Ana", "Ben"]) await chatOf(world, name).hears("Booked");
  });
});
