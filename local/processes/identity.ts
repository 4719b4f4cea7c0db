import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Which process a number means: numbers are given out again, a start time with them is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the system's own words. */
  readonly started: string;
}

/** Identifies a living process; undefined when there is none by this number (a zombie is none). */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = process.platform === "linux" ? linuxStart(pid) : otherStart(pid);
  return started ? { pid, started } : undefined;
}

/** Says whether this very process still lives. */
export function isSame(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.started === identity.started;
}

/** Says whether a process by this number lives. */
export function isAlive(pid: number): boolean {
  return identify(pid) !== undefined;
}

/** A process's command line; empty when it is gone or may not be seen. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32") return "";
    return ask("ps", ["-o", "command=", "-p", String(pid)]);
  } catch {
    return "";
  }
}

/** Sends a signal; a process that has gone meanwhile is no error. Says whether it was there. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Field 22 of `stat`, ticks since boot; the name in brackets before it may hold anything. */
function linuxStart(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function otherStart(pid: number): string | undefined {
  try {
    if (process.platform !== "win32") return ask("ps", ["-o", "lstart=", "-p", String(pid)]) || undefined;
    const script = `(Get-Process -Id ${pid}).StartTime.Ticks`;
    return ask("powershell.exe", ["-NoProfile", "-Command", script]) || undefined;
  } catch {
    return undefined;
  }
}

function ask(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}
