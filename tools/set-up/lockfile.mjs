import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The packages that a lockfile puts on this machine: those made for another system or processor are left out.
 *
 * @param {string} folder the one with package-lock.json
 * @returns {readonly string[]} paths from the folder, such as "node_modules/zod"
 */
export function lockedPackages(folder) {
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  return Object.entries(lock.packages)
    .filter(
      ([path, { os, cpu, libc }]) =>
        path && suits(os, process.platform) && suits(cpu, process.arch) && (!libc || suits(libc, libcHere())),
    )
    .map(([path]) => path);
}

/**
 * How much of a lockfile is on the disk, in words.
 *
 * @param {string} folder
 * @param {readonly string[]} packages
 */
export function installedSoFar(folder, packages) {
  const there = packages.filter((path) => existsSync(join(folder, path, "package.json"))).length;
  const finishing = there === packages.length ? ", finishing" : "";
  return `${there} of ${packages.length} packages${finishing}`;
}

/** The C library that this Node.js was built for: npm's words for it. */
function libcHere() {
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return header.glibcVersionRuntime ? "glibc" : "musl";
}

/**
 * @param {string | readonly string[] | undefined} allowed npm's `os` or `cpu`: names, or "!name" for all but
 * @param {string} here
 */
function suits(allowed, here) {
  if (!allowed) return true;
  const names = [allowed].flat();
  if (names.includes(`!${here}`)) return false;
  return names.includes(here) || names.every((name) => name.startsWith("!"));
}
