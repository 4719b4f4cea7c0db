import type { Ports } from "../ports.ts";
import type { Register } from "../processes/register.ts";
import type { Supervision } from "../processes/supervise.ts";
import type { Closers } from "./closers.ts";
import { type Entries, realEntries } from "./entries.ts";

/** What a world is made of. */
export interface WorldOptions {
  readonly ports: Ports;
  /** Keeps the data, the secrets, the logs and the list of processes. */
  readonly stateDir: string;
  /** Where the server listens; 127.0.0.1 unless given. */
  readonly host?: string;
  /** False for data that a power cut may take. */
  readonly durable?: boolean;
  /** Whether what ends by itself is started again; true unless given. */
  readonly restart?: boolean;
  /** Whether the pages are built when their sources have changed; false unless given. */
  readonly build?: boolean;
  /** Imported into a database without a programme. */
  readonly seed?: () => unknown;
  /** The least grave kind of line that the server logs; "info" unless given. */
  readonly logLevel?: string;
  /** Added to the server's settings. */
  readonly serverSettings?: Readonly<Record<string, string>>;
  /** Other programs than the real ones: for tests of the supervisor. */
  readonly entries?: Partial<Entries>;
  readonly say?: (sentence: string) => void;
  /** Told of each new process. */
  readonly onLaunch?: (pid: number) => void;
  /** Aborting it stops what has been started so far. */
  readonly abort?: AbortSignal;
}

/** A world while it is being made. */
export interface Making {
  readonly options: WorldOptions;
  readonly ports: Ports;
  readonly stateDir: string;
  readonly host: string;
  readonly entries: Entries;
  readonly supervision: Supervision;
  readonly closers: Closers;
  /** Announces the next step; fails instead when the making was given up. */
  readonly step: (sentence: string) => void;
}

/** How long each kind of process may take to stop, in milliseconds. */
export const grace = { server: 10_000, standIn: 5_000 };

/** Fills in what the options leave open. */
export function beginMaking(options: WorldOptions, register: Register, closers: Closers): Making {
  const { ports, stateDir, host = "127.0.0.1", restart = true, say = () => {}, onLaunch } = options;
  return {
    options,
    ports,
    stateDir,
    host,
    entries: { ...realEntries, ...options.entries },
    supervision: { register, say, restart, ...(onLaunch ? { onLaunch } : {}) },
    closers,
    step: (sentence) => {
      options.abort?.throwIfAborted();
      say(sentence);
    },
  };
}
