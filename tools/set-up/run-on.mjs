import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { withoutNpm } from "./npm.mjs";

const parent = process.ppid;

/** npm passes SIGTERM to a shell between us, which dies of it without a word: its absence is the message. */
function isOrphan() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
}

/**
 * Runs a command on the right Node.js, which its own children then find first on the path too, and passes signals on.
 *
 * @param {string} node the program
 * @param {string} root the folder to run in
 * @param {readonly string[]} args entry and arguments
 * @returns {Promise<number>} the exit code to end with: the command's own, or 128 and the signal that ended it
 */
export async function runOn(node, root, args) {
  const folders = [join(root, "node_modules", ".bin"), dirname(node)];
  const environment = withoutNpm(process.env);
  const pathName = Object.keys(environment).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  environment[pathName] = [...folders, environment[pathName] ?? ""].join(delimiter);
  const child = spawn(node, args, { cwd: root, env: environment, stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  const watch = setInterval(() => {
    if (!isOrphan()) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 500);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => clearInterval(watch));
    child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]));
  });
}
