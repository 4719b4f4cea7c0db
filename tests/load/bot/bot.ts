import { freePort } from "../../../local/ports.ts";
import type { World } from "../../../local/start/world.ts";
import { gather } from "../gather.ts";
import type { Bench } from "../harness.ts";
import type { Lab } from "../lab.ts";
import { spreadOf } from "../percentiles.ts";
import { bookedCheckIns } from "../programme/booked-check-ins.ts";
import { figure, type Report, type Row } from "../report.ts";
import { openConnector } from "./connector.ts";
import { channelToken, type Line, openLine, phrases } from "./turns.ts";

/** Turns of each phrase in a stretch, stretches for each bot, talkers at once, and how long each crowded stretch takes, in seconds. */
const usual = { turns: 40, stretches: 3, talkers: 10, seconds: 5 } as const;

/** The bot's turns on the wire, beside botbuilder's echo. */
export const bot: Bench = {
  measures:
    "how long the bot takes from a signed activity to its answer at the connector, and how many turns it takes a second",
  run: async (lab) => {
    const { runs = usual.turns, seconds = usual.seconds } = lab.options;
    const world = await lab.world("seeded");
    await bookedCheckIns(world.adminUrl, 1);
    const lines = await openLines(lab, world);
    try {
      lab.say("Warming both bots up …");
      for (const line of lines.values()) await oneByOne(line, Math.ceil(runs / 2));
      lab.say("One turn at a time …");
      const alone = await inTurns(lines, (line) => oneByOne(line, runs));
      lab.say(`${usual.talkers} talkers at once …`);
      const crowd = await inTurns(lines, (line) => allAtOnce(line, seconds));
      return report(runs, seconds, alone, crowd);
    } finally {
      for (const line of lines.values()) line.close();
    }
  },
};

type Lines = ReadonlyMap<string, Line>;

async function openLines(lab: Lab, world: World): Promise<Lines> {
  const connector = await openConnector(await freePort());
  lab.atEnd(connector.close);
  const token = await channelToken(world.urls.issuer, connector.url);
  const bare = await lab.serve("bare bot", new URL("./bare-bot.ts", import.meta.url), world.serverSettings);
  return new Map([
    ["Counterpoint", openLine({ botUrl: world.urls.server, token, connector })],
    ["bare echo", openLine({ botUrl: bare.url, token, connector, answer: "You said: " })],
  ]);
}

/** A turn that was taken: what was said, and milliseconds. */
interface Taken {
  readonly text: string;
  readonly latency: number;
}

/** A stretch of turns, and how many seconds it took. */
interface Stretch {
  readonly turns: readonly Taken[];
  readonly seconds: number;
}

/** Turn and turn about, so that a busy moment of the machine falls on both. */
async function inTurns(
  lines: Lines,
  stretch: (line: Line) => Promise<readonly Taken[]>,
): Promise<ReadonlyMap<string, Stretch>> {
  const found = new Map<string, Stretch>();
  for (let round = 0; round < usual.stretches; round += 1) {
    for (const [name, line] of lines) {
      const started = performance.now();
      const turns = await stretch(line);
      const before = found.get(name);
      const seconds = (performance.now() - started) / 1000 + (before?.seconds ?? 0);
      found.set(name, { turns: [...(before?.turns ?? []), ...turns], seconds });
    }
  }
  return found;
}

async function oneByOne(line: Line, times: number): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const phrase of phrases)
      taken.push({ text: phrase.text, latency: await line.turn(phrase, time % usual.talkers) });
  }
  return taken;
}

/** Each talker says the next thing as soon as the last was answered. */
async function allAtOnce(line: Line, seconds: number): Promise<readonly Taken[]> {
  const end = performance.now() + seconds * 1000;
  const talk = async (seat: number) => {
    const taken: Taken[] = [];
    for (let said = seat; performance.now() < end; said += 1) {
      const phrase = phrases[said % phrases.length];
      if (phrase) taken.push({ text: phrase.text, latency: await line.turn(phrase, seat) });
    }
    return taken;
  };
  const talks = gather<readonly Taken[]>();
  for (let seat = 0; seat < usual.talkers; seat += 1) talks.add(talk(seat));
  return (await talks.all()).flat();
}

type Found = ReadonlyMap<string, Stretch>;

function report(runs: number, seconds: number, alone: Found, crowd: Found): Report {
  return {
    did: [
      `Posted signed activities to /api/messages and waited until the bot's words arrived at a connector that checks nothing; in the right words, or the bench fails. The seeded programme of 14 pairs, each with a check-in booked.`,
      `One turn at a time: ${phrases.map(({ text }) => `"${text}"`).join(", ")}, ${runs * usual.stretches} turns each after a warm-up. Then ${usual.talkers} talkers at once, each saying the next thing when answered, for ${seconds * usual.stretches} s.`,
    ],
    comparedWith: [
      "botbuilder's echo (CloudAdapter, ActivityHandler, Fastify) in a process of its own: the same check of the signature, the same token for its calls, the same connector, and no database. In alternating stretches.",
    ],
    tables: [
      { title: "One at a time", rows: [...alone].flatMap(([name, stretch]) => rowsOf(name, stretch)) },
      { title: `${usual.talkers} at once`, rows: [...crowd].map(([name, stretch]) => crowdRow(name, stretch)) },
    ],
  };
}

const rowsOf = (name: string, { turns }: Stretch): Row[] =>
  [...Map.groupBy(turns, (turn) => turn.text), ["all", turns] as const].map(([text, some]) => ({
    bot: name,
    said: text,
    turns: some.length,
    ...latencies(some),
  }));

const crowdRow = (name: string, { turns, seconds }: Stretch): Row => ({
  bot: name,
  turns: turns.length,
  "turns a second": figure(turns.length / seconds),
  ...latencies(turns),
});

function latencies(turns: readonly Taken[]): Row {
  const { p50, p99, max } = spreadOf(turns.map((turn) => turn.latency));
  return { "p50 ms": figure(p50), "p99 ms": figure(p99), "max ms": figure(max) };
}
