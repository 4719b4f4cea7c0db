import { parseArgs } from "node:util";
import { usualPort } from "../ports.ts";
import { LocalProblem } from "../processes/problem.ts";

/** What `npm start` was asked for. */
export interface StartSettings {
  readonly port: number;
  readonly host: string;
  /** Begin again: what is there is deleted. */
  readonly fresh: boolean;
  readonly logLevel: string;
}

/** Reads the arguments and the few variables that `npm start` knows; fails with a sentence on one that makes no sense. */
export function readStartSettings(args: readonly string[], environment: NodeJS.ProcessEnv): StartSettings {
  const port = Number(environment.PORT || usualPort);
  // Four more ports follow the server's.
  if (!Number.isInteger(port) || port < 1 || port > 65_531) {
    throw new LocalProblem(`PORT is "${environment.PORT}", but must be a whole number from 1 to 65531.`);
  }
  return {
    port,
    host: environment.HOST || "127.0.0.1",
    fresh: readArguments(args).fresh,
    logLevel: environment.LOG_LEVEL || "info",
  };
}

function readArguments(args: readonly string[]): { readonly fresh: boolean } {
  try {
    return parseArgs({ args: [...args], options: { fresh: { type: "boolean", default: false } } }).values;
  } catch {
    throw new LocalProblem(
      `npm start knows one option, --fresh (as: npm start -- --fresh). It was given: ${args.join(" ")}`,
    );
  }
}
