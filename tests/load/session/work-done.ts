import { readFileSync } from "node:fs";
import { processorTime } from "../processor-time.ts";

/** Processes whose work is counted. */
export interface Workers {
  readonly servers: readonly number[];
  readonly postmaster: number;
}

/** Processor time in milliseconds; `null` where the system doesn't say. */
export interface WorkDone {
  readonly servers: number | null;
  readonly postgres: number | null;
  /** This process: it sends the commands and holds the panels' ends of the streams. */
  readonly sender: number;
}

/** Counts the processor time of all that take part while `work` is done. */
export async function countWork<T>(
  workers: Workers,
  work: () => Promise<T>,
): Promise<{ readonly found: T; readonly done: WorkDone }> {
  const look = () => ({
    servers: processorTime(workers.servers),
    postgres: processorTime([workers.postmaster]),
    sender: ownTime(),
  });
  const before = look();
  const found = await work();
  const after = look();
  return {
    found,
    done: {
      servers: difference(after.servers, before.servers),
      postgres: difference(after.postgres, before.postgres),
      sender: after.sender - before.sender,
    },
  };
}

const difference = (after: number | null, before: number | null) =>
  after === null || before === null ? null : after - before;

const ownTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The memory that a process has at hand (resident set), in bytes; `null` where the system doesn't say. */
export function residentBytes(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
