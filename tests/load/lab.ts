import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../local/ports.ts";
import { type Ending, startProgram } from "../../local/processes/program.ts";
import { startReaper } from "../../local/processes/reaper.ts";
import { type Closers, openClosers } from "../../local/start/closers.ts";
import type { WorldOptions } from "../../local/start/making.ts";
import { startThrowawayWorld } from "../../local/start/throwaway-world.ts";
import type { World } from "../../local/start/world.ts";
import { seededWorld } from "../world.ts";
import type { BenchOptions } from "./command.ts";
import { postgresVersion } from "./machine.ts";

/** A program of the bench's own that serves on loopback. */
export interface Serving {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
}

/** What a bench works with. Whatever it starts here is gone when the bench has ended, however it ends. */
export interface Lab {
  readonly options: BenchOptions;
  /** Tells whoever waits what is going on. */
  readonly say: (sentence: string) => void;
  /** A world with PostgreSQL that waits for the disk, as in production; with the programme that `npm start` shows, or with none. */
  readonly world: (contents: "seeded" | "empty", options?: Pick<WorldOptions, "build">) => Promise<World>;
  /** Starts a program of this folder; it gets PORT besides its environment, and prints a line when it is ready. */
  readonly serve: (name: string, entry: URL, environment: Readonly<Record<string, string>>) => Promise<Serving>;
  /** An empty folder. */
  readonly folder: () => string;
  readonly atEnd: (close: () => Promise<void>) => void;
}

/** A lab and how to leave it. */
export interface OpenLab {
  readonly lab: Lab;
  /** The version of PostgreSQL that ran in it, if any did. */
  readonly postgres: () => string;
  readonly close: () => Promise<void>;
}

/** Opens a lab. Should this process be killed, what was started goes within seconds. */
export function openLab(options: BenchOptions, say: (sentence: string) => void): OpenLab {
  const closers = openClosers();
  const reaper = startReaper();
  closers.add(async () => reaper.dismiss());
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), "counterpoint-bench-"));
    reaper.sweep(made);
    closers.add(async () => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  let postgres = "none ran";
  const lab: Lab = {
    options,
    say,
    folder,
    atEnd: closers.add,
    world: async (contents, { build = false } = {}) => {
      say("Starting a world of its own …");
      const start = contents === "seeded" ? seededWorld : startThrowawayWorld;
      const world = await start({ durable: true, build, logLevel: "warn" });
      closers.add(world.stop);
      postgres = await postgresVersion(world.adminUrl);
      return world;
    },
    serve: (name, entry, environment) => serve(name, entry, environment, { closers, watch: reaper.watch, folder }),
  };
  return { lab, postgres: () => postgres, close: closers.close };
}

interface Keeping {
  readonly closers: Closers;
  readonly watch: (pid: number) => void;
  readonly folder: () => string;
}

async function serve(
  name: string,
  entry: URL,
  environment: Readonly<Record<string, string>>,
  keeping: Keeping,
): Promise<Serving> {
  const port = await freePort();
  const program = startProgram({
    name,
    entry: fileURLToPath(entry),
    args: ["serve"],
    environment: { ...environment, PORT: String(port) },
    logFile: join(keeping.folder(), "log"),
  });
  keeping.watch(program.pid);
  keeping.closers.add(() => stop(program.pid, program.ended));
  await program.ready;
  return { url: `http://localhost:${port}`, port, pid: program.pid };
}

async function stop(pid: number, ended: Promise<Ending>): Promise<void> {
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  kill("SIGTERM");
  const late = setTimeout(() => kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(late);
}
