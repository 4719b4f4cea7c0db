import { closeSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { setUpProblem } from "./problem.mjs";

/**
 * Lets one process at a time into a step. A lock whose owner has died is taken over.
 *
 * @template T
 * @param {string} file the lock: holds its owner's process id
 * @param {(ownerPid: number) => void} onWait called once when another process is inside
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  prepareFolder(dirname(file));
  let told = false;
  while (!tryToTake(file)) {
    const owner = ownerOf(file);
    if (owner !== undefined && !isAlive(owner)) takeAway(file, owner);
    else {
      if (!told && owner !== undefined) onWait(owner);
      told = true;
      await wait(250);
    }
  }
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {string} folder */
function prepareFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw setUpProblem(
      `The folder ${folder} cannot be made (${String(error)}). Run this as the user who owns the clone.`,
    );
  }
}

/** @param {string} file */
function tryToTake(file) {
  try {
    const descriptor = openSync(file, "wx");
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw setUpProblem(
      `The lock ${file} cannot be written (${String(error)}). Run this as the user who owns the clone.`,
    );
  }
}

/** @param {string} file */
function ownerOf(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * Moves a dead owner's lock out of the way. Renaming is atomic, so of two that try, one wins; a lock that has become
 * somebody's meanwhile is put back.
 *
 * @param {string} file
 * @param {number} deadOwner
 */
function takeAway(file, deadOwner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (ownerOf(aside) !== deadOwner) linkSync(aside, file);
  } catch {
    // Another process was faster; the next attempt to take the lock decides.
  }
  rmSync(aside, { force: true });
}
