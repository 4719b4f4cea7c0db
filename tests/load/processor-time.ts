import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const ticksASecond = 100;

/**
 * How much processor time these processes have used so far, with those that they have started, in milliseconds: unlike a latency it hardly
 * depends on who else wants the machine. `null` where the system doesn't say.
 */
export function processorTime(pids: readonly number[]): number | null {
  try {
    const all = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(readStat);
    const mine = all.filter((one) => one && (pids.includes(one.pid) || pids.includes(one.parent)));
    return mine.reduce((sum, one) => sum + (one?.ticks ?? 0), 0) * (1000 / ticksASecond);
  } catch {
    return null;
  }
}

/** A process as `/proc` tells it; its ticks include those of children that have ended. `null` for one that has gone meanwhile. */
function readStat(pid: string) {
  try {
    return statOf(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return null;
  }
}

/** Reads a line of `/proc/<pid>/stat`. The program's name stands in brackets and may hold anything, brackets too. */
export function statOf(line: string): { readonly pid: number; readonly parent: number; readonly ticks: number } {
  const after = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(after[at]), 0);
  return { pid: Number.parseInt(line, 10), parent: Number(after[1]), ticks };
}
