import { freePort } from "../../../local/ports.ts";
import type { World } from "../../../local/start/world.ts";
import { postJson } from "../../world.ts";
import { postmasterIn } from "../api/ceiling.ts";
import type { Bench } from "../harness.ts";
import type { Lab } from "../lab.ts";
import { currentLoad } from "../machine.ts";
import { processorTime } from "../processor-time.ts";
import { fillWorldWith } from "../programme/fill-world.ts";
import { figure, type Report, type Row } from "../report.ts";
import { bareEvents, openBareClient } from "./bare-loop.ts";
import { cohortToBook, openChats } from "./cohort.ts";
import { type LimitedConnector, messagesASecond, openLimitedConnector } from "./connector.ts";
import { mustBeExact } from "./exactness.ts";
import { begin, confirm, openJobs, read, until } from "./progress.ts";

/** What Graph takes to answer besides its work, in milliseconds; the stand-in by itself takes next to nothing. */
const latency = { readMs: 50, writeMs: 150 } as const;

/** How many events, and how many batches, the product has under way at once. */
const underWay = { events: 100, batches: 5 } as const;

/** A bare loop sends so many events at the most. */
const mostBare = 1_000;

/** A whole cohort's first check-ins, from the coordinator's yes until everybody has heard, beside the documented limits and bare loops. */
export const booking: Bench = {
  measures:
    "how long it takes to book a whole cohort, and how that compares to the least that Microsoft's limits allow",
  run: async (lab) => {
    const { pairs = 1_000 } = lab.options;
    const world = await lab.world("empty");
    const connector = await openLimitedConnector(await freePort());
    lab.atEnd(connector.close);
    await fillWorldWith(world, cohortToBook(pairs, new Date()), (client) => openChats(client, pairs, connector.url));
    await slowGraph(world);
    lab.say("Two bare loops …");
    const bare = await bareLoops(world, Math.min(pairs, mostBare));
    const phases = openPhases(lab, world);
    const found = await bookEverybody(lab, world, connector, phases, pairs);
    return report(pairs, found, bare, phases.rows());
  },
};

async function slowGraph(world: World): Promise<void> {
  const answer = await postJson(new URL("/_local/latency", world.urls.graph).href, latency);
  if (!answer.ok) throw new Error(`The stand-in wouldn't be slower: ${answer.status}.`);
}

interface Found {
  readonly preview: number;
  readonly calendars: number;
  readonly told: number;
  readonly booked: number;
  /** About mailboxes that are to be listened to, and meetings. */
  readonly jobsLeft: number;
  /** Messages besides, to people whose check-in is a day away by then. */
  readonly reminders: number;
  readonly calls: ReturnType<LimitedConnector["calls"]>;
}

async function bookEverybody(
  lab: Lab,
  world: World,
  connector: LimitedConnector,
  phases: Phases,
  pairs: number,
): Promise<Found> {
  lab.say(`Looking for times for ${pairs} pairs …`);
  const { id } = await begin(world);
  const preview = await until(async () => (await read(world, id)).status === "ready", phases.begin());
  phases.end("preview");
  const able = (await read(world, id)).counts.can;
  if (able === 0) throw new Error("Nobody has a time in common.");
  lab.say(`Booking ${able} of them …`);
  const started = phases.begin();
  await confirm(world, id);
  const told = until(() => connector.reached() >= 2 * able, started, 100);
  const calendars = await until(async () => (await read(world, id)).status === "done", started);
  phases.end("booking");
  const { booked } = (await read(world, id)).counts;
  lab.say(`Telling everyone: ${connector.reached()} have heard so far …`);
  phases.begin();
  const after = await told;
  phases.end("telling the rest");
  const jobsLeft = await openJobs(world);
  await mustBeExact(world, pairs, booked);
  if (connector.repeated() > 0) throw new Error(`${connector.repeated()} messages were said twice.`);
  return {
    preview,
    calendars,
    told: after,
    booked,
    jobsLeft,
    reminders: connector.further(),
    calls: connector.calls(),
  };
}

interface Phases {
  /** @returns when it began, on `performance.now`'s clock. */
  readonly begin: () => number;
  readonly end: (name: string) => void;
  readonly rows: () => readonly Row[];
}

/** Who used the processor in which phase. */
function openPhases(lab: Lab, world: World): Phases {
  const pids = { server: world.server.pid ?? 0, PostgreSQL: postmasterIn(world.stateDir), Graph: world.graph.pid ?? 0 };
  const used = () => Object.values(pids).map((pid) => processorTime([pid]) ?? 0);
  const rows: Row[] = [];
  let [started, before] = [performance.now(), used()];
  return {
    begin: () => {
      [started, before] = [performance.now(), used()];
      return started;
    },
    end: (name) => {
      const after = used();
      const seconds = Object.keys(pids).map((who, at) => [
        `CPU s ${who}`,
        figure(((after[at] ?? 0) - (before[at] ?? 0)) / 1000),
      ]);
      const took = (performance.now() - started) / 1000;
      rows.push({
        phase: name,
        seconds: figure(took),
        ...Object.fromEntries(seconds),
        "load of the machine": currentLoad(),
      });
      lab.say(`${name}: ${figure(took)} s`);
    },
    rows: () => rows,
  };
}

/** The same events for another crowd, by a loop that does nothing but send: one by one, and in batches, as many at once as the product. */
async function bareLoops(world: World, pairs: number): Promise<readonly Row[]> {
  const client = await openBareClient(world);
  const startsAt = `${new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)}T10:00:00Z`;
  const row = (loop: string, seconds: number): Row => ({
    loop,
    events: pairs,
    seconds: figure(seconds),
    "pairs a second": figure(pairs / seconds),
  });
  try {
    return [
      row(
        `one by one, ${underWay.events} at once`,
        await client.oneByOne(bareEvents(pairs, startsAt, 1), underWay.events),
      ),
      row(
        `in batches, ${underWay.batches} at once`,
        await client.inBatches(bareEvents(pairs, startsAt, 2), underWay.batches),
      ),
    ];
  } finally {
    client.close();
  }
}

function report(pairs: number, found: Found, bare: readonly Row[], phases: readonly Row[]): Report {
  const { preview, calendars, told, booked, jobsLeft, reminders, calls } = found;
  const { readMs, writeMs } = latency;
  const least = {
    preview: writeMs / 1000,
    calendars: (2 * writeMs + readMs) / 1000,
    told: (2 * booked) / messagesASecond,
  };
  const row = (what: string, seconds: number, atLeast: number): Row => ({
    what,
    seconds: figure(seconds),
    "pairs a second": figure(pairs / seconds),
    "least s": figure(atLeast),
    ratio: figure(seconds / atLeast),
  });
  return {
    did: [
      `Booked one cohort of ${pairs} pairs by the API, through one server process, PostgreSQL (fsync on), the stand-ins of Graph and of the connector: ${booked} pairs booked, the same one event in both calendars of each, everybody told once. When the last had heard, ${jobsLeft} jobs were left that make the app listen to mailboxes and furnish meetings.`,
      `Graph kept its limits (4 requests at once and 10,000 in ten minutes for each mailbox, 20 requests in a batch), and took ${readMs} ms for each read and ${writeMs} ms for each write besides its work. Calendars were empty. The connector took ${messagesASecond} messages a second from the app, and in each conversation what Teams takes; it turned ${calls.refused} calls away. ${reminders} of the messages were reminders to people whose check-in was a day away by then.`,
      `The least: Graph's limits are those of each mailbox, so that all mailboxes could be served at once. The busiest answers 1 write in the preview (a schedule; ${writeMs} ms), and 2 writes and 1 read that follow each other in the booking (a schedule, its calendar, the event). Messages: 2 for each pair, ${messagesASecond} a second. From the yes on, both run at the same time.`,
    ],
    comparedWith: [
      `The same events sent for other people to the same stand-in before, with the server at rest, by a loop that looks nothing up, keeps nothing and asks nobody whether the hour is still free.`,
    ],
    tables: [
      {
        title: "A cohort",
        rows: [
          row("times found for all pairs", preview, least.preview),
          row("yes until all events stand in both calendars", calendars, least.calendars),
          row("yes until everyone has heard", told, least.told),
        ],
      },
      { title: "Bare loops", rows: bare },
      { title: "Where the time went", rows: phases },
    ],
  };
}
