import { join } from "node:path";
import autocannon from "autocannon";
import { postmasterOf } from "../../../local/postgres/running.ts";
import { processorTime } from "../processor-time.ts";
import { figure, type Row } from "../report.ts";

type Headers = Readonly<Record<string, string>>;

/** A server to be asked, and whose work an answer is. */
export interface Asked {
  readonly origin: string;
  readonly server: number;
  readonly postgres: number;
}

/** The process that all of a database's others descend from. */
export function postmasterIn(stateDir: string): number {
  const running = postmasterOf(join(stateDir, "postgres"));
  if (!running) throw new Error("PostgreSQL doesn't run.");
  return running.pid;
}

/**
 * Asks for Home over 16 connections as fast as answers come, as these people in turn: the most that a server answers, and the processor time
 * that each answer takes where the system tells it.
 *
 * @throws when any answer is not a 2xx.
 */
export async function ceilingOf(asked: Asked, people: readonly Headers[], seconds: number): Promise<Row> {
  const requests = people.map((headers) => ({ method: "GET", path: "/api/home", headers }));
  const used = () => [processorTime([asked.server]), processorTime([asked.postgres])] as const;
  const before = used();
  const result = await autocannon({ url: asked.origin, connections: 16, duration: seconds, requests });
  const after = used();
  const { non2xx, errors, requests: answered, latency } = result;
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers were not a 2xx, and ${errors} requests had none.`);
  const each = (at: 0 | 1) => figure(((after[at] ?? 0) - (before[at] ?? 0)) / answered.total);
  const measured = after[0] === null ? {} : { "CPU ms server": each(0), "CPU ms PostgreSQL": each(1) };
  return {
    "answers a second": Math.round(answered.average),
    "p50 ms": latency.p50,
    "p99 ms": latency.p99,
    ...measured,
  };
}
