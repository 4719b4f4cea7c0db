import { parseArgs } from "node:util";

/** What a bench may be told; each has its own idea of what it leaves open. */
export interface BenchOptions {
  /** How many pairs the programme has. */
  readonly pairs?: number;
  /** Requests, or commands, a second. */
  readonly rate?: number;
  /** How long a measured stretch takes. */
  readonly seconds?: number;
  /** How often a page is opened, a round of turns taken, or a history of a session played. */
  readonly runs?: number;
}

/** What `npm run bench` was asked for. */
export interface BenchCommand {
  /** As in the table of benches, in the order asked for. */
  readonly names: readonly string[];
  readonly json: boolean;
  readonly options: BenchOptions;
}

/** The command line makes no sense; the message says what would. */
export class BadCommand extends Error {
  override readonly name = "BadCommand";
}

const numbers = ["pairs", "rate", "seconds", "runs"] as const;

/** Reads the command line. @throws BadCommand */
export function readCommand(args: readonly string[], known: readonly string[]): BenchCommand {
  const { values, positionals } = parse(args);
  const strange = positionals.find((name) => !known.includes(name));
  if (strange !== undefined) {
    throw new BadCommand(
      `There is no bench called "${strange}". There are: ${known.join(", ")}. Without a name all of them run.`,
    );
  }
  const options = Object.fromEntries(
    numbers.flatMap((name) => (values[name] === undefined ? [] : [[name, wholeNumber(name, values[name])]])),
  );
  return { names: positionals.length > 0 ? [...new Set(positionals)] : known, json: values.json, options };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = {
    json: { type: "boolean", default: false },
    pairs: text,
    rate: text,
    seconds: text,
    runs: text,
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (problem) {
    const known = ["--json", ...numbers.map((name) => `--${name} <number>`)].join(", ");
    const what = problem instanceof Error ? problem.message.split(". ")[0] : "This can't be read";
    throw new BadCommand(`${what}. There are: ${known}.`);
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new BadCommand(`--${name} is "${text}", but must be a whole number from 1.`);
  return value;
}
