import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../../../local/start/world.ts";
import { postmasterIn } from "../api/ceiling.ts";
import type { Bench } from "../harness.ts";
import type { Lab } from "../lab.ts";
import type { Row } from "../report.ts";
import { besideAll } from "./beside-all.ts";
import { killAndComeBack } from "./come-back.ts";
import { converse, warmUp } from "./converse.ts";
import { type Crowd, gatherCrowd } from "./crowd.ts";
import { openSessionTalks } from "./open-talks.ts";
import { received } from "./screen.ts";
import { comeBackRow, memoryRow, type Plan, report, talkRow } from "./session-report.ts";
import type { Talk } from "./talk.ts";
import { countWork, residentBytes } from "./work-done.ts";

/** A command shows on both panels. */
const eventsEach = 2;

/** Sessions that go on at once, each partner with a live stream, on one server process and on two; beside other ways to share a state. */
export const session: Bench = {
  measures:
    "how long it takes until the other partner's panel shows what one partner did, with thousands of sessions at once, what a stream costs, and how panels come back after a crash",
  run: async (lab) => {
    const { pairs = 5000, rate = 600, seconds = 30 } = lab.options;
    const plan: Plan = { pairs, rate, commands: rate / eventsEach, seconds };
    const world = await lab.world("empty");
    lab.say(`Seating ${pairs} pairs in their sessions …`);
    const crowd = await gatherCrowd(world, pairs);
    const one = await byOneProcess(lab, world, crowd, plan);
    const two = await byTwo(lab, world, crowd, plan);
    const beside = await besideAll(lab, world, crowd);
    return report(plan, { talks: [...one.talks, two], memory: one.memory, comeBack: one.comeBack, ...beside });
  },
};

async function byOneProcess(lab: Lab, world: World, crowd: Crowd, plan: Plan) {
  const origins = [world.urls.server, world.urls.server] as const;
  await rouse(crowd, origins, plan);
  const memoryBefore = residentBytes(pidOf(world));
  lab.say(`Opening ${2 * plan.pairs} streams …`);
  const began = performance.now();
  const talks = await openSessionTalks(crowd, origins);
  const opening = (performance.now() - began) / 1000;
  try {
    await sleep(settling);
    const memoryWith = residentBytes(pidOf(world));
    lab.say(`One server process, ${plan.commands} commands a second …`);
    const first = await measure("one process", world, [pidOf(world)], talks.all, plan);
    lab.say("Killing the server …");
    const screens = talks.all.flatMap((talk) => talk.screens);
    const comeBack = comeBackRow(await killAndComeBack(world, screens));
    lab.say("The same again, after the crash …");
    const again = await measure("one process, after the crash", world, [pidOf(world)], talks.all, plan);
    const memory = memoryRow({ streams: screens.length, opening, memoryBefore, memoryWith, memoryAfter: first.memory });
    return { talks: [first.row, again.row], memory, comeBack };
  } finally {
    talks.close();
  }
}

async function byTwo(lab: Lab, world: World, crowd: Crowd, plan: Plan): Promise<Row> {
  const second = await lab.serve(
    "second server",
    new URL("../../../bot/main.ts", import.meta.url),
    world.serverSettings,
  );
  const talks = await openSessionTalks(crowd, [world.urls.server, second.url]);
  lab.say("Two server processes, the partners on different ones …");
  try {
    const pids = [pidOf(world), second.pid] as const;
    return (await measure("two processes, partners apart", world, pids, talks.all, plan)).row;
  } finally {
    talks.close();
  }
}

/** How long memory is left to settle, in milliseconds. */
const settling = 5_000;

/** A few sessions talk for a while, so that what every server process needs anyhow isn't taken for what streams need. */
async function rouse(crowd: Crowd, origins: readonly [string, string], { commands }: Plan): Promise<void> {
  const few = await openSessionTalks({ ...crowd, sessions: crowd.sessions.slice(0, 200) }, origins);
  try {
    await warmUp(few.all, Math.min(commands, 100));
  } finally {
    few.close();
  }
  await sleep(settling);
}

async function measure(
  name: string,
  world: World,
  servers: readonly [number, ...(readonly number[])],
  talks: readonly Talk[],
  { commands, seconds }: Plan,
) {
  await warmUp(talks, commands);
  const before = received.events;
  const workers = { servers, postmaster: postmasterIn(world.stateDir) };
  const { found, done } = await countWork(workers, () => converse(talks, commands, seconds));
  const row = talkRow(name, found, received.events - before, done);
  return { row, memory: residentBytes(servers[0]) };
}

const pidOf = (world: World): number => {
  const { pid } = world.server;
  if (pid === undefined) throw new Error("The server doesn't run.");
  return pid;
};
