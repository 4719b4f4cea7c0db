import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { join } from "node:path";
import type { Programs } from "./place.ts";

/** What a program of PostgreSQL's ended with. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

interface How {
  readonly folder: string;
  readonly stdio?: StdioOptions;
}

/**
 * Starts one of PostgreSQL's programs as its account, in a process group of its own: Ctrl-C in a terminal must reach
 * the server that drains before the database that it drains into.
 */
export function spawnProgram(programs: Programs, name: string, args: readonly string[], how: How): ChildProcess {
  const library = join(programs.native, "lib");
  return spawn(join(programs.native, "bin", name), args, {
    cwd: how.folder,
    detached: true,
    windowsHide: true,
    stdio: how.stdio ?? ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      SystemRoot: process.env.SystemRoot,
      // The locale is chosen by initdb's options; the environment's would decide the encoding of an unset one.
      LC_ALL: "C",
      LD_LIBRARY_PATH: library,
      DYLD_LIBRARY_PATH: library,
    },
    ...programs.account,
  });
}

/** Runs one of PostgreSQL's programs to its end. */
export async function runProgram(
  programs: Programs,
  name: string,
  args: readonly string[],
  folder: string,
): Promise<Outcome> {
  const child = spawnProgram(programs, name, args, { folder });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
