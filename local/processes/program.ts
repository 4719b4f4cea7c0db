import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { LocalProblem } from "./problem.ts";

/** One of our own programs: a TypeScript entry that Node runs directly, told everything by its environment. */
export interface Program {
  /** How it is called in sentences, and its log file's name: "server". */
  readonly name: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Settles when it can be used. Without one, its first line says so. */
  readonly ready?: (isLiving: () => boolean) => Promise<void>;
}

/** How a program ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program that runs. */
export interface Started {
  readonly pid: number;
  readonly ended: Promise<Ending>;
  /** Settles when it can be used; fails with its last words when it ends before. */
  readonly ready: Promise<void>;
}

/** Of the person's own environment, what a program needs to run at all; their settings must not leak into it. */
const passedOn = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "TMPDIR",
  "TEMP",
  "SystemRoot",
  "NODE_EXTRA_CA_CERTS",
  "NODE_V8_COVERAGE",
];

/** Starts a program in a process group of its own, writing what it says to its log and handing each line on. */
export function startProgram(program: Program, onLine: (line: string) => void = () => {}): Started {
  const child = spawn(process.execPath, [program.entry, ...(program.args ?? [])], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    windowsHide: true,
    env: { ...baseEnvironment(), ...program.environment },
  });
  if (child.pid === undefined)
    throw new LocalProblem(`The ${program.name} could not be started: is there memory left?`);
  const log = keepLog(child, program.logFile, onLine);
  const ended = new Promise<Ending>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  return { pid: child.pid, ended, ready: becomeReady(program, ended, log) };
}

/** The environment that every program starts from: the right Node.js first on the path. */
export function baseEnvironment(): Record<string, string> {
  const kept = passedOn.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]] as const],
  );
  const separator = process.platform === "win32" ? ";" : ":";
  return { ...Object.fromEntries(kept), PATH: [dirname(process.execPath), process.env.PATH ?? ""].join(separator) };
}

interface Log {
  readonly firstLine: Promise<void>;
  readonly lastWords: () => string;
}

function keepLog(child: ChildProcess, file: string, onLine: (line: string) => void): Log {
  const { promise: firstLine, resolve } = Promise.withResolvers<void>();
  const sink = createWriteStream(file, { flags: "a" });
  sink.on("error", () => {});
  const recent: string[] = [];
  const keep = (line: string) => {
    sink.write(`${line}\n`);
    recent.push(line);
    if (recent.length > 12) recent.shift();
    onLine(line);
  };
  if (child.stdout)
    createInterface(child.stdout)
      .on("line", keep)
      .once("line", () => resolve());
  if (child.stderr) createInterface(child.stderr).on("line", keep);
  child.once("close", () => sink.end());
  return { firstLine, lastWords: () => recent.join("\n") };
}

/** A program that is not ready after this long has got stuck. */
const patience = 90_000;

async function becomeReady(program: Program, ended: Promise<Ending>, log: Log): Promise<void> {
  let living = true;
  const isLiving = () => living;
  const problem = (what: string) =>
    new LocalProblem(`The ${program.name} ${what}. Its last words (more in ${program.logFile}):\n${log.lastWords()}`);
  const dead = ended.then(({ code, signal }): never => {
    living = false;
    throw problem(`ended before it was ready (${signal ?? `code ${code}`}; ${basename(program.entry)})`);
  });
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(problem(`was not ready after ${patience / 1000} seconds`)), patience);
  try {
    await Promise.race([program.ready ? program.ready(isLiving) : log.firstLine, dead, late]);
  } finally {
    clearTimeout(timer);
    dead.catch(() => {});
  }
}

/** Where a state folder keeps the log of the program with this name. */
export function logFileIn(stateDir: string, name: string): string {
  return join(stateDir, "logs", `${name.replaceAll(" ", "-")}.log`);
}
