import { spawn } from "node:child_process";
import { LocalProblem } from "../processes/problem.ts";
import { baseEnvironment } from "../processes/program.ts";

/** A program that does one thing and ends. */
export interface Errand {
  /** What it is for, as "The migration". */
  readonly name: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What it reads. */
  readonly input?: string;
}

/** Runs it to its end and gives what it wrote on standard output; fails with its last words when it fails. */
export async function runErrand({ name, entry, args = [], environment = {}, input = "" }: Errand): Promise<string> {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...baseEnvironment(), ...environment },
  });
  let output = "";
  let everything = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    everything += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    everything += text;
  });
  // A program that fails before it has read everything is told of by its exit code.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return output;
  throw new LocalProblem(`${name} failed. Its last words:\n${everything.trim().split("\n").slice(-12).join("\n")}`);
}
