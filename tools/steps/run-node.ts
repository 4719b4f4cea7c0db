import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../pages/pages.ts";

/** How a program ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a script on the Node.js that we run on, from the project's root. */
export async function runNode(
  script: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...environment },
  });
  const stopTelling = passSignalsTo(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  stopTelling();
  return { code, output };
}

/** Whoever stops us stops what we run: its signal is passed on, and we end with it. */
function passSignalsTo(child: ChildProcess): () => void {
  const listeners = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((name) => {
    const pass = () => {
      child.kill(name);
      process.exitCode = 130;
      child.once("close", () => process.exit());
    };
    process.once(name, pass);
    return () => process.off(name, pass);
  });
  return () => {
    for (const forget of listeners) forget();
  };
}

/** The script behind an installed package's command, such as "tsc" of typescript. */
export function commandOf(name: string, command: string): string {
  const folder = join(root, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === "string" ? bin : bin[command];
  if (!path) throw new Error(`${name} has no command "${command}" (looked in ${dirname(folder)}).`);
  return join(folder, path);
}
