import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";
import { query } from "../../local/postgres/running.ts";

/** Where the figures come from. Figures of two machines, or of two hours on a busy one, don't compare. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  /** How many programs wanted a core, on average, in the minute before the start. */
  readonly loadBefore: number;
}

/** Describes this machine; PostgreSQL's version is asked of a server, where the bench had one. */
export const describeMachine = (postgres: string, loadBefore: number): Machine => ({
  processor: cpus()[0]?.model.trim() ?? "unknown",
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()}`,
  node: process.versions.node,
  postgres,
  loadBefore,
});

/** The mean load of the last minute; 0 where the system keeps none. */
export const currentLoad = (): number => Number((loadavg()[0] ?? 0).toFixed(2));

/** The version that a server says it has. */
export async function postgresVersion(url: string): Promise<string> {
  const [row] = await query<{ version: string }>(url, "select current_setting('server_version') as version");
  return row?.version ?? "unknown";
}
