import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";

/** What `npm run faults` was asked for. */
export interface StormCommand {
  readonly count: number;
  readonly seed: number;
}

/** The command line makes no sense; the message says what would. */
export class BadCommand extends Error {
  override readonly name = "BadCommand";
}

const limits = { count: 100_000, seed: 2 ** 32 - 1 } as const;
const usage = "Use: npm run faults -- --count 1000 --seed 7";

/** Reads the command line: a hundred intents under a seed by chance unless it says otherwise. @throws BadCommand */
export function readCommand(args: readonly string[]): StormCommand {
  const { count, seed } = valuesIn(args);
  return {
    count: count === undefined ? 100 : wholeNumber("count", count, 1),
    seed: seed === undefined ? randomInt(limits.seed) : wholeNumber("seed", seed, 0),
  };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { count: { type: "string" }, seed: { type: "string" } } }).values;
  } catch (problem) {
    throw new BadCommand(`${problem instanceof Error ? problem.message : String(problem)} ${usage}`);
  }
}

function wholeNumber(name: keyof typeof limits, text: string, least: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= limits[name]) return number;
  throw new BadCommand(`--${name} is a whole number from ${least} to ${limits[name]}, not "${text}". ${usage}`);
}
