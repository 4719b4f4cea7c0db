import { setTimeout as wait } from "node:timers/promises";
import { isAlive, signal } from "./identity.ts";
import { type Ending, type Program, type Started, startProgram } from "./program.ts";
import type { Register } from "./register.ts";

/** A program that is kept running until it is told to stop. */
export interface Supervised {
  readonly name: string;
  /** Starts it, with settings of its own for this run, and waits until it can be used. */
  readonly start: (environment?: Readonly<Record<string, string>>) => Promise<void>;
  /** Asks it to stop and waits; kills it when it takes longer than it may (milliseconds). Safe when it does not run. */
  readonly stop: (grace: number) => Promise<void>;
  /** Sends a signal and waits until it has ended, and says how; it is not started again. */
  readonly kill: (name: NodeJS.Signals) => Promise<Ending | undefined>;
  /** How its present run ends, however that comes about; undefined when it does not run. */
  readonly ending: () => Promise<Ending> | undefined;
  readonly pid: number | undefined;
}

/** What the supervisor is told and whom it tells. */
export interface Supervision {
  readonly register: Register;
  readonly say: (sentence: string) => void;
  readonly onLine?: (line: string) => void;
  /** Told of each new process. */
  readonly onLaunch?: (pid: number) => void;
  /** Whether it is started again when it ends by itself. */
  readonly restart: boolean;
}

/** The longest pause between two attempts to bring a program back, in milliseconds. */
const longestPause = 15_000;

/** Keeps one program running: when it ends by itself it is started again, after a pause that grows while that fails. */
export function supervise(program: Program, supervision: Supervision): Supervised {
  let run: Started | undefined;
  let wanted = false;

  const launch = (environment: Readonly<Record<string, string>>): Started => {
    const merged = { ...program, environment: { ...program.environment, ...environment } };
    const started = startProgram(merged, supervision.onLine);
    run = started;
    supervision.register.add(program.name, started.pid);
    supervision.onLaunch?.(started.pid);
    void started.ended.then(() => {
      supervision.register.remove(started.pid);
      if (run === started) run = undefined;
    });
    return started;
  };

  const bringBack = async (environment: Readonly<Record<string, string>>, ending: Ending, attempt: number) => {
    const how = ending.signal ?? `code ${ending.code}`;
    if (attempt === 0) supervision.say(`The ${program.name} stopped by itself (${how}). Starting it again …`);
    await wait(Math.min(250 * 2 ** attempt, longestPause));
    if (!wanted) return;
    const started = launch(environment);
    const outcome = await started.ready.then(
      () => "ready",
      (error: unknown) => String(error),
    );
    if (outcome === "ready") supervision.say(`The ${program.name} is back.`);
    else if (attempt === 3) supervision.say(`The ${program.name} does not come back; still trying. ${outcome}`);
    watch(started, environment, outcome === "ready" ? 0 : attempt + 1);
  };

  const watch = (started: Started, environment: Readonly<Record<string, string>>, attempt: number) => {
    void started.ended.then((ending) => {
      if (wanted && supervision.restart) void bringBack(environment, ending, attempt);
    });
  };

  const end = async (name: NodeJS.Signals, grace: number) => {
    wanted = false;
    const ending = run?.ended;
    if (!run || !ending) return undefined;
    const { pid } = run;
    signal(pid, name);
    const timer = new AbortController();
    const late = wait(grace, "late", { signal: timer.signal }).catch(() => "ended");
    if ((await Promise.race([ending, late])) === "late") {
      supervision.say(`The ${program.name} took longer than ${Math.round(grace / 1000)} s to stop; it was killed.`);
      signal(process.platform === "win32" ? pid : -pid, "SIGKILL");
    }
    timer.abort();
    return ending;
  };

  return {
    name: program.name,
    get pid() {
      return run && isAlive(run.pid) ? run.pid : undefined;
    },
    start: async (environment = {}) => {
      wanted = true;
      const started = launch(environment);
      await started.ready;
      watch(started, environment, 0);
    },
    stop: async (grace) => {
      await end("SIGTERM", grace);
    },
    kill: (name) => end(name, 10_000),
    ending: () => run?.ended,
  };
}
