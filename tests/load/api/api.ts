import type { World } from "../../../local/start/world.ts";
import { tokenFor } from "../../world.ts";
import { arrivals } from "../arrivals.ts";
import type { Bench } from "../harness.ts";
import type { Lab, Serving } from "../lab.ts";
import { spreadOf } from "../percentiles.ts";
import { fillWorld } from "../programme/fill-world.ts";
import { figure, type Report, type Row } from "../report.ts";
import { openSender, type Sample } from "../sender.ts";
import { ceilingOf, postmasterIn } from "./ceiling.ts";
import { type Asker, askersAmong, bareCalls, productCalls } from "./requests.ts";

/** How long the measured stretches take together, each step of the warm-up before, and the look at the ceiling, in seconds. */
const lengths = { measured: 20, warmUp: 5, ceiling: 5 } as const;

/** The warm-up goes at these shares of the rate: a server that has just started compiles and plans what it has never done. */
const warmUpShares = [0.2, 0.5, 1] as const;

/** The API's answers under a steady stream of requests, beside the same reads without any safety. */
export const api: Bench = {
  measures: "how long the API takes to answer at a steady rate, on a filled database that waits for the disk",
  run: async (lab) => {
    const { pairs = 5000, rate = 200, seconds = lengths.measured } = lab.options;
    const world = await lab.world("empty");
    lab.say(`Filling it with ${pairs} pairs …`);
    const filling = await fillWorld(world, pairs);
    const askers = await signIn(world, pairs);
    const bare = await serveBare(lab, world);
    lab.say(`Sending ${rate} requests a second …`);
    const { product, plain } = await measure(world, bare, askers, rate, seconds);
    lab.say("Looking for the ceiling …");
    const postgres = postmasterIn(world.stateDir);
    const counterpoint = { origin: world.urls.server, server: world.server.pid ?? 0, postgres };
    const ceilings = [
      { server: "Counterpoint", ...(await ceilingOf(counterpoint, bearer(askers), lengths.ceiling)) },
      {
        server: "bare",
        ...(await ceilingOf({ origin: bare.url, server: bare.pid, postgres }, named(askers), lengths.ceiling)),
      },
    ];
    const late = spreadOf([...product, ...plain].map((one) => one.late));
    return report(
      { pairs, rate, seconds, filling, askers: askers.length, late: figure(late.p99) },
      product,
      plain,
      ceilings,
    );
  },
};

const bearer = (askers: readonly Asker[]) => askers.map(({ token }) => ({ authorization: `Bearer ${token}` }));
const named = (askers: readonly Asker[]) => askers.map(({ personId }) => ({ "x-person": personId }));

/** Fetches tokens ahead, as pages keep theirs for an hour. */
async function signIn(world: World, pairs: number): Promise<readonly Asker[]> {
  const askers: Asker[] = [];
  for (const asker of askersAmong(pairs, 1000)) askers.push({ ...asker, token: await tokenFor(world, asker.personId) });
  return askers;
}

const serveBare = (lab: Lab, world: World): Promise<Serving> =>
  lab.serve("bare server", new URL("./bare-server.ts", import.meta.url), {
    DATABASE_URL: world.adminUrl,
    TENANT_ID: world.serverSettings["TENANT_ID"] ?? "",
  });

/** Turn and turn about, so that a busy moment of the machine falls on both. */
async function measure(world: World, bare: Serving, askers: readonly Asker[], rate: number, seconds: number) {
  const senders = { product: openSender(world.urls.server), bare: openSender(bare.url) };
  const calls = { product: productCalls(askers), bare: bareCalls(askers) };
  const half = arrivals(rate, Math.round((rate * seconds) / 2));
  const warmUps = warmUpShares.map((share) => arrivals(rate * share, Math.round(rate * share * lengths.warmUp)));
  const product: Sample[] = [];
  const plain: Sample[] = [];
  let begun = 0;
  try {
    for (const [at, due] of [...warmUps, half, half].entries()) {
      const from = begun;
      const fromProduct = await senders.product.send(due, (number) => calls.product(from + number));
      const fromBare = await senders.bare.send(due, (number) => calls.bare(from + number));
      begun += due.length;
      if (at < warmUps.length) continue;
      product.push(...fromProduct);
      plain.push(...fromBare);
    }
  } finally {
    senders.product.close();
    senders.bare.close();
  }
  return { product, plain };
}

interface Circumstances {
  readonly pairs: number;
  readonly rate: number;
  readonly seconds: number;
  readonly filling: number;
  readonly askers: number;
  readonly late: number;
}

function report(
  found: Circumstances,
  product: readonly Sample[],
  bare: readonly Sample[],
  ceilings: readonly Row[],
): Report {
  const { pairs, rate, seconds, filling, askers, late } = found;
  return {
    did: [
      `Filled PostgreSQL (fsync on) with ${2 * pairs} people in ${pairs} pairs, each with an agreement, 2 sessions held, 3 goals and 4 journal entries: ${figure(filling)} s by SQL.`,
      `Sent ${rate} requests a second for ${seconds} s after a warm-up of ${lengths.warmUp * warmUpShares.length} s at growing rates, evenly, as ${askers} people in turn: half home, a fifth journal, a fifth goals, a tenth writes. Every answer was a 200.`,
      `Latency counts from the moment a request was meant to be sent, so that waiting behind a slow one is in it. The sender itself was at most ${late} ms late in 99 of 100.`,
      `The ceiling: ${lengths.ceiling} s of GET /api/home over 16 connections, each asking again as soon as it is answered; and the processor time that one answer took, of the server and of PostgreSQL.`,
    ],
    comparedWith: [
      "A bare Fastify and pg server in a process of its own that reads the same rows of the same database: no token checked, no walls, nothing unsealed, no shape checked. The same reads at the same moments, in alternating stretches; no writes.",
    ],
    tables: [
      { title: "Latency", rows: [...rowsBy("Counterpoint", product), ...rowsBy("bare", bare)] },
      { title: "Ceiling of GET /api/home", rows: ceilings },
    ],
  };
}

const rowsBy = (server: string, samples: readonly Sample[]): Row[] =>
  [...Map.groupBy(samples, (sample) => sample.kind), ["all", samples] as const].map(([kind, some]) => {
    const { p50, p99, max } = spreadOf(some.map((sample) => sample.latency));
    return {
      server,
      request: kind,
      requests: some.length,
      "p50 ms": figure(p50),
      "p99 ms": figure(p99),
      "max ms": figure(max),
    };
  });
