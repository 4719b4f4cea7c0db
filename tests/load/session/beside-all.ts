import type { World } from "../../../local/start/world.ts";
import { installBeside } from "../install-beside.ts";
import type { Lab } from "../lab.ts";
import type { Row } from "../report.ts";
import { converse, warmUp } from "./converse.ts";
import type { Crowd } from "./crowd.ts";
import { openRelayTalks, openSessionTalks, type Talks } from "./open-talks.ts";
import { besideRow, type Found } from "./session-report.ts";

/** A size and a rate that all can hold: sessions, commands a second, seconds. */
const size = { pairs: 100, commands: 50, seconds: 20 } as const;

/** The same few sessions, at the same rate, by Counterpoint, by Fluid's local service, and by a relay in memory. */
export async function besideAll(lab: Lab, world: World, crowd: Crowd): Promise<Pick<Found, "beside" | "besides">> {
  const few = { ...crowd, sessions: crowd.sessions.slice(0, size.pairs) };
  const count = few.sessions.length;
  const origins = [world.urls.server, world.urls.server] as const;
  lab.say(`${count} of them, beside others …`);
  const ours = await openSessionTalks(few, origins);
  const sample = ours.all[0]?.screens[0].first;
  if (!sample) throw new Error("Nobody talks.");
  const rows = [await stretch("Counterpoint", ours)];
  const fluid = await byFluid(lab, count);
  if (typeof fluid !== "string") rows.push(fluid);
  const relay = await lab.serve("bare relay", new URL("./bare-relay.ts", import.meta.url), {});
  rows.push(await stretch("bare relay", await openRelayTalks(count, sample, relay.url)));
  rows.push(await stretch("Counterpoint, again", await openSessionTalks(few, origins)));
  return { beside: rows, besides: sentences(count, typeof fluid === "string" ? fluid : null) };
}

/** Lets them talk, and closes them. */
async function stretch(name: string, talks: Talks): Promise<Row> {
  try {
    await warmUp(talks.all, size.commands);
    return besideRow(name, (await converse(talks.all, size.commands, size.seconds)).latencies);
  } finally {
    talks.close();
  }
}

/** @returns why not, where it can't be installed. */
async function byFluid(lab: Lab, count: number): Promise<Row | string> {
  try {
    await installBeside(
      new URL("./beside/", import.meta.url),
      "Installing Fluid's local service from npm, to lay beside (about 280 MB, for the bench alone; a minute or two) …",
      lab.say,
    );
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
  const service = await lab.serve("Fluid's local service", new URL("./beside/serve-fluid.ts", import.meta.url), {
    storage: lab.folder(),
    logger__level: "error",
  });
  const partners = await lab.serve("Fluid's pairs", new URL("./beside/serve-fluid-pairs.ts", import.meta.url), {
    FLUID_PORT: String(service.port),
  });
  lab.say(`${count} pairs by Fluid's local service …`);
  const { commands, seconds } = size;
  const answer = await fetch(`${partners.url}/?pairs=${count}&commands=${commands}&seconds=${seconds}`);
  if (!answer.ok) throw new Error(`Fluid's pairs could not talk: ${await answer.text()}`);
  return besideRow("Fluid's local service", (await answer.json()) as readonly number[]);
}

const sentences = (count: number, whyNot: string | null): readonly string[] => [
  `The same exchange at a size that all can hold: ${count} pairs, ${size.commands} changes a second for ${size.seconds} s.`,
  whyNot === null
    ? "Fluid's local service (Tinylicious, with its log off), which Microsoft's Live Share rests on: one partner sets a number in a shared map, the other sees it. It keeps everything in memory, asks nobody who it is, and knows no rules."
    : `Fluid's local service could not be laid beside it. ${whyNot}`,
  "A relay in a process of its own that keeps versions in memory and writes a view of the same size to both streams: no token, no rules, no database.",
];
