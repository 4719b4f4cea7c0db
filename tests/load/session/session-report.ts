import { spreadOf } from "../percentiles.ts";
import { figure, type Report, type Row } from "../report.ts";
import type { ComeBack } from "./come-back.ts";
import type { Talked } from "./converse.ts";
import type { WorkDone } from "./work-done.ts";

/** What is measured. */
export interface Plan {
  readonly pairs: number;
  /** Events delivered to panels, a second. */
  readonly rate: number;
  /** Commands given, a second. */
  readonly commands: number;
  readonly seconds: number;
}

/** What was found. */
export interface Found {
  readonly talks: readonly Row[];
  readonly memory: Row;
  readonly comeBack: Row;
  readonly beside: readonly Row[];
  /** What it was laid beside, in sentences. */
  readonly besides: readonly string[];
}

/** How a stretch went, with the processor time that each command took of all that take part. */
export function talkRow(through: string, { latencies, late, seconds }: Talked, events: number, done: WorkDone): Row {
  const each = (name: string, milliseconds: number | null) =>
    milliseconds === null ? {} : { [name]: figure(milliseconds / latencies.length) };
  return {
    ...besideRow(through, latencies),
    "events a second": Math.round(events / seconds),
    "sender late p99 ms": figure(late),
    ...each("CPU ms server", done.servers),
    ...each("CPU ms PostgreSQL", done.postgres),
    ...each("CPU ms sender", done.sender),
  };
}

/** From tap to the other panel. */
export function besideRow(through: string, latencies: readonly number[]): Row {
  const { p50, p99, max } = spreadOf(latencies);
  return {
    through,
    commands: latencies.length,
    "p50 ms": figure(p50),
    "p99 ms": figure(p99),
    "max ms": figure(max),
  };
}

/** What a server process holds in memory, in bytes; `null` where the system doesn't say. */
export interface Memory {
  readonly streams: number;
  /** How long opening them took, in seconds. */
  readonly opening: number;
  readonly memoryBefore: number | null;
  readonly memoryWith: number | null;
  /** After the first stretch. */
  readonly memoryAfter: number | null;
}

export function memoryRow({ streams, opening, memoryBefore, memoryWith, memoryAfter }: Memory): Row {
  const mebibytes = (name: string, bytes: number | null) =>
    bytes === null ? {} : { [name]: Math.round(bytes / 2 ** 20) };
  const each =
    memoryBefore === null || memoryWith === null
      ? {}
      : { "KiB a stream": figure((memoryWith - memoryBefore) / streams / 1024) };
  return {
    streams: streams.toString(),
    "s to open": figure(opening),
    ...mebibytes("MiB before", memoryBefore),
    ...mebibytes("MiB with them", memoryWith),
    ...mebibytes("MiB after talking", memoryAfter),
    ...each,
  };
}

export const comeBackRow = ({ serverReady, half, nearlyAll, all, tries }: ComeBack): Row => ({
  after: "kill -9",
  "server ready s": figure(serverReady),
  "half back s": figure(half),
  "99 of 100 back s": figure(nearlyAll),
  "all back s": figure(all),
  "tries a panel": figure(tries),
});

export function report({ pairs, rate, commands, seconds }: Plan, found: Found): Report {
  return {
    did: [
      `${pairs} pairs in the middle of their sessions, spread over every step of one, each partner with a live stream of its own over HTTP: ${2 * pairs} open streams. PostgreSQL with fsync on.`,
      `Sessions tapped on in turn, ${commands} commands a second over all for ${seconds} s; each shows on both panels, so that panels get ${rate} events a second. All kinds of steps: arriving, choosing, turns, questions, exercise steps, finished writing, going on, booking, closing.`,
      "Latency counts from the moment a command was meant to be given until the other partner's stream had the whole new view. Processor time is by command; the sender holds the panels' ends of all streams.",
      "Then the server was killed (SIGKILL) and started again at once; panels come back by themselves, with the waits of the real panel, and are back when anything flows. Afterwards they go on from where they were.",
    ],
    comparedWith: found.besides,
    tables: [
      { title: "From tap to the other panel", rows: found.talks },
      { title: "Memory of the server process", rows: [found.memory] },
      { title: "Coming back, seconds after the crash", rows: [found.comeBack] },
      { title: "Beside others, at a size that all hold", rows: found.beside },
    ],
  };
}
