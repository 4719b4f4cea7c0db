import type { Ports } from "../ports.ts";
import type { Postgres } from "../postgres/postgres.ts";
import { logFileIn, type Program } from "../processes/program.ts";
import type { Entries } from "./entries.ts";
import { standInEnvironments } from "./environments.ts";
import { answers } from "./readiness.ts";

/** The programs that stand in for Microsoft's cloud. Each says when it is ready by its first line. */
export interface StandIns {
  readonly signIn: Program;
  readonly graph: Program;
  readonly window: Program;
}

/** Describes the stand-ins of a world. */
export function standIns(entries: Entries, ports: Ports, postgres: Postgres, stateDir: string): StandIns {
  const environments = standInEnvironments(ports, postgres, stateDir);
  const program = (name: string, entry: string, environment: Program["environment"]): Program => ({
    name,
    entry,
    environment,
    logFile: logFileIn(stateDir, name),
  });
  return {
    signIn: program("sign-in", entries.signIn, environments.signIn),
    graph: program("calendars", entries.graph, environments.graph),
    window: program("window", entries.window, environments.window),
  };
}

/** Describes the server; it is ready when it says so itself. */
export function serverProgram(
  entries: Entries,
  ports: Ports,
  host: string,
  environment: Program["environment"],
  stateDir: string,
): Program {
  const everywhere = host === "0.0.0.0" || host === "::";
  const reachable = everywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return {
    name: "server",
    entry: entries.server,
    args: ["serve"],
    environment,
    logFile: logFileIn(stateDir, "server"),
    ready: (isLiving) => answers(`http://${reachable}:${ports.server}/health/ready`, isLiving),
  };
}
