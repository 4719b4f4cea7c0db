import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { explained } from "../processes/problem.ts";
import { type Account, accountForPostgres } from "./account.ts";
import { findBinaries } from "./binaries.ts";

/** Where root keeps what the unprivileged account must reach: a clone under /root is closed to it. */
const rootsPlace = "/var/lib/counterpoint";

/** The clone that this file belongs to. */
export const clone = resolve(import.meta.dirname, "../..");

/** PostgreSQL's programs where the account that runs them can read them. */
export interface Programs {
  readonly native: string;
  readonly account: Account | undefined;
}

/** Where this clone's data, secrets and logs live: `.data` inside it, or root's own place named for it. */
export function stateFolder(): string {
  if (!accountForPostgres()) return join(clone, ".data");
  return join(rootsPlace, createHash("sha256").update(realpathSync(clone)).digest("hex").slice(0, 12));
}

/** A folder for data that lives as long as the process that asks for it: root's own place, else the given one. */
export function throwawayParent(temporary: string): string {
  return accountForPostgres() ? rootsPlace : temporary;
}

/** Finds the programs; as root, copies them once (about 60 MB, a quarter of a second) to where `nobody` can read them. */
export function preparePrograms(): Programs {
  const account = accountForPostgres();
  const { native, build } = findBinaries();
  if (!account) return { native, account };
  const copy = join(rootsPlace, `postgres-${build}`);
  try {
    if (!existsSync(copy)) copyWhole(native, copy);
  } catch (error) {
    throw explained(error, rootsPlace);
  }
  return { native: copy, account };
}

/** Makes a folder that everyone may pass through, whatever the umask. */
export function makeOpenFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (let at = folder; at.startsWith(rootsPlace) && accountForPostgres(); at = resolve(at, ".."))
      chmodSync(at, 0o755);
  } catch (error) {
    throw explained(error, folder);
  }
}

/** Makes a folder that only the account may enter. */
export function makePrivateFolder(folder: string, account: Account | undefined): void {
  makeOpenFolder(resolve(folder, ".."));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
  } catch (error) {
    throw explained(error, folder);
  }
}

/** Copies under another name first, so that a copy cut short is never taken for the whole. */
function copyWhole(from: string, to: string): void {
  makeOpenFolder(rootsPlace);
  const unfinished = `${to}.${process.pid}`;
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  openToRead(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** Under a strict umask npm unpacks for its own user only. */
function openToRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}
