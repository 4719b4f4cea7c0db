import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { installedSoFar, lockedPackages } from "./lockfile.mjs";
import { leastMajor, linkNode, proveItRuns, suitableNode } from "./node-version.mjs";
import { runNpm } from "./npm.mjs";
import { say, since } from "./say.mjs";

/**
 * Installs whatever is missing and says where the right Node.js is. When nothing is missing it costs milliseconds.
 *
 * @param {string} root the clone
 * @returns {Promise<string>} the Node.js program to run commands with
 */
export async function install(root) {
  const node = suitableNode(root);
  const isDone = () => isInstalled(root) && (!node.fromNpm || (isInstalled(nodeFolder(root)) && isLinked(root)));
  if (isDone()) return node.path;
  const lock = join(root, ".data", "set-up.lock");
  const onWait = (/** @type {number} */ owner) => say(`Another set-up (process ${owner}) works here; waiting for it.`);
  await withLock(lock, onWait, async () => {
    await installPackages(root);
    if (node.fromNpm) await installNode(root, node.path);
  });
  return node.path;
}

/** @param {string} root */
async function installPackages(root) {
  if (isInstalled(root)) return;
  await ciIn(root, {
    announce: "Installing the packages in package-lock.json (about 1 GB on the disk; a minute or two) …",
    title: "installing packages",
    // Scripts are needed: embedded PostgreSQL makes its library links in one.
    args: ["--include=dev", "--ignore-scripts=false"],
  });
}

/**
 * @param {string} root
 * @param {string} node
 */
async function installNode(root, node) {
  const folder = nodeFolder(root);
  if (!isInstalled(folder) || !existsSync(node)) {
    const announce = `This machine's Node.js is older than ${leastMajor}: getting a current one from npm, for this folder only …`;
    await ciIn(folder, { announce, title: "getting Node.js", args: ["--ignore-scripts"] });
    proveItRuns(node);
  }
  linkNode(root, node);
}

/**
 * @param {string} folder
 * @param {{ announce: string, title: string, args: readonly string[] }} job
 */
async function ciIn(folder, { announce, title, args }) {
  const started = performance.now();
  const packages = lockedPackages(folder);
  say(announce);
  const all = ["ci", "--no-audit", "--no-fund", "--include=optional", "--engine-strict=false", ...args];
  await runNpm({ folder, args: all, title, progress: () => installedSoFar(folder, packages) });
  writeFileSync(stampOf(folder), lockHash(folder));
  say(`  done in ${since(started)}`);
}

/** @param {string} folder */
function isInstalled(folder) {
  const stamp = stampOf(folder);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash(folder);
}

/** @param {string} folder */
function lockHash(folder) {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", "package.json"]) hash.update(readFileSync(join(folder, file)));
  return hash.update(`${process.platform} ${process.arch}`).digest("hex");
}

/** @param {string} root */
const nodeFolder = (root) => join(root, "local", "node");

/** @param {string} folder */
const stampOf = (folder) => join(folder, "node_modules", ".counterpoint-installed");

/** @param {string} root */
const isLinked = (root) =>
  existsSync(join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node"));
