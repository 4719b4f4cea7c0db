import { Agent } from "node:http";
import type { World } from "../../../local/start/world.ts";
import type { SessionView } from "../../../shared/contract/sessions.ts";
import { postJson, tokenFor } from "../../world.ts";
import { arrivals, follow } from "../arrivals.ts";
import { gather } from "../gather.ts";
import type { Bench } from "../harness.ts";
import type { Lab } from "../lab.ts";
import { spreadOf } from "../percentiles.ts";
import { type Booked, bookedCheckIns } from "../programme/booked-check-ins.ts";
import { fillWorld } from "../programme/fill-world.ts";
import { figure, type Report, type Row } from "../report.ts";
import { clock } from "../sender.ts";
import { conversation, opening, openTalk, type Seat, type Talk } from "./talk.ts";

/** From one partner's tap to the other partner's panel, over HTTP, beside a relay in memory. */
export const session: Bench = {
  measures: "how long it takes until the other partner's panel shows what one partner did",
  run: async (lab) => {
    const { pairs = 100, rate = 50 } = lab.options;
    const world = await lab.world("empty");
    await fillWorld(world, pairs);
    const checkIns = await bookedCheckIns(world.adminUrl, 2);
    const people = await signIn(world, checkIns);
    const second = await lab.serve(
      "second server",
      new URL("../../../bot/main.ts", import.meta.url),
      world.serverSettings,
    );
    const relay = await lab.serve("bare relay", new URL("./bare-relay.ts", import.meta.url), {});
    const first = world.urls.server;

    lab.say(`${pairs} pairs talk, by one server process …`);
    const one = await converse(await seatPairs(checkIns.slice(0, pairs), people, [first, first]), rate);
    lab.say("By two …");
    const two = await converse(await seatPairs(checkIns.slice(pairs), people, [first, second.url]), rate);
    lab.say("By the bare relay …");
    const bare = await converse(await seatRooms(pairs, one.view, relay.url), rate);
    const again = await converse(await seatPairs(await moreCheckIns(world), people, [first, first]), rate);
    return report(lab, [
      rowOf("Counterpoint, one process", one.latencies),
      rowOf("Counterpoint, partners on two processes", two.latencies),
      rowOf("bare relay", bare.latencies),
      rowOf("Counterpoint, one process, again", again.latencies),
    ]);
  },
};

type Tokens = ReadonlyMap<string, string>;

async function signIn(world: World, checkIns: readonly Booked[]): Promise<Tokens> {
  const tokens = new Map<string, string>();
  for (const personId of new Set(checkIns.flatMap((one) => one.members)))
    tokens.set(personId, await tokenFor(world, personId));
  return tokens;
}

const moreCheckIns = (world: World): Promise<readonly Booked[]> => bookedCheckIns(world.adminUrl, 1);

/** A session about to be sat down to. */
interface Table {
  readonly view: SessionView;
  readonly seats: readonly [Seat, Seat];
}

/** Opens the session of each check-in. The partners' panels reach the two origins, which may be the same. */
async function seatPairs(
  checkIns: readonly Booked[],
  tokens: Tokens,
  [left, right]: readonly [string, string],
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const { id, members } of checkIns) {
    const [one, other] = members.map((member) => ({ authorization: `Bearer ${tokens.get(member)}` }));
    if (!one || !other) throw new Error("A pair has two members.");
    const answer = await postJson(`${left}/api/sessions`, { checkInId: id }, one);
    if (!answer.ok) throw new Error(`Opening a session was answered with ${answer.status}: ${await answer.text()}`);
    const seats = [
      { origin: left, headers: one },
      { origin: right, headers: other },
    ] as const;
    tables.push({ view: (await answer.json()) as SessionView, seats });
  }
  return tables;
}

/** As many rooms at the relay, each with a view as large as a real one. */
async function seatRooms(count: number, sample: SessionView, origin: string): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (let at = 0; at < count; at += 1) {
    const view = { ...sample, id: `room-${at}`, version: 1 };
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${origin}/api/sessions/${view.id}`, {
      method: "PUT",
      headers,
      body: JSON.stringify(view),
    });
    if (!answer.ok) throw new Error(`The relay answered ${answer.status}.`);
    const seat = { origin, headers: {} };
    tables.push({ view, seats: [seat, seat] });
  }
  return tables;
}

/** Lets everybody talk at this rate over all. @returns what the other partner waited each time, and a view in which prompts are offered. */
async function converse(tables: readonly Table[], rate: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const talks = await Promise.all(tables.map(({ view, seats }) => openTalk(view, seats, agent)));
  try {
    await steps(talks, opening, rate);
    const view = talks[0]?.view();
    if (!view) throw new Error("Nobody talks.");
    return { view, latencies: await steps(talks, conversation, rate) };
  } finally {
    for (const talk of talks) talk.close();
    agent.destroy();
  }
}

/** Each talk takes these steps; one step of all talks before the next. */
async function steps(
  talks: readonly Talk[],
  commands: readonly (typeof conversation)[number][],
  rate: number,
): Promise<readonly number[]> {
  const given = gather<number>();
  const give = (meant: number, number: number) => {
    const step = Math.floor(number / talks.length);
    const [talk, command] = [talks[number % talks.length], commands[step]];
    if (talk && command) given.add(talk.give(command, step, meant).then((seen) => seen.latency));
  };
  await follow(arrivals(rate, talks.length * commands.length), give, clock);
  return given.all();
}

const rowOf = (relay: string, samples: readonly number[]): Row => {
  const { p50, p99, max } = spreadOf(samples);
  return {
    through: relay,
    commands: samples.length,
    "p50 ms": figure(p50),
    "p99 ms": figure(p99),
    "max ms": figure(max),
  };
};

function report({ options: { pairs = 100, rate = 50 } }: Lab, rows: readonly Row[]): Report {
  return {
    did: [
      `${pairs} pairs in their sessions, each partner with a live stream of its own over HTTP: ${2 * pairs} streams. PostgreSQL with fsync on.`,
      `After both had arrived and begun (${opening.length * pairs} commands as warm-up) the partners gave commands in turn, ${rate} a second over all: ${conversation.join(", ")}.`,
      "Latency counts from the moment a command was meant to be given until the other partner's stream had the whole new view.",
    ],
    comparedWith: [
      "A relay in a process of its own that keeps versions in memory and writes the same view to both streams: no token, no rules, no database. The same commands at the same rate.",
    ],
    tables: [{ title: "From tap to the other panel", rows }],
  };
}
