import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LocalProblem } from "../processes/problem.ts";
import { postgresProblem, spawnProblem } from "./failure.ts";
import { makePrivateFolder, type Programs } from "./place.ts";
import { runProgram } from "./run.ts";

/** The role that owns everything in the cluster. */
export const superuser = "postgres";

const major = "18";

/** Says whether a finished cluster of our version is there; one of another version is a problem, half of one is none. */
export function isCluster(dataDir: string): boolean {
  // initdb cut short leaves PG_VERSION behind, but not the mark that we add when it has ended well.
  if (!existsSync(join(dataDir, finishedMark))) return false;
  const version = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  if (version === major) return true;
  throw new LocalProblem(
    `The data in ${dataDir} is PostgreSQL ${version}'s, and this is ${major}. Begin again with: npm start -- --fresh.`,
  );
}

const finishedMark = "counterpoint-cluster";

/**
 * Makes an empty cluster: UTF-8 whatever the machine's language, passwords always asked for.
 *
 * @param durable - false leaves out waiting for the disk, for data that may be lost.
 */
export async function createCluster(
  programs: Programs,
  dataDir: string,
  password: string,
  durable: boolean,
): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true });
  makePrivateFolder(dataDir, programs.account);
  const passwordFile = join(dirname(dataDir), `initial-password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (programs.account) chownSync(passwordFile, programs.account.uid, programs.account.gid);
  const args = [
    `--pgdata=${dataDir}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const what = "A database cluster could not be made.";
  try {
    const { code, output } = await runProgram(programs, "initdb", args, dataDir).catch((error) => {
      throw spawnProblem(what, error);
    });
    if (code !== 0) throw postgresProblem(what, output);
    writeFileSync(join(dataDir, finishedMark), "");
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
