import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./beside/", import.meta.url));
const onWindows = process.platform === "win32";

/** npm's own note of a finished installation. */
const finished = fileURLToPath(new URL("./beside/node_modules/.package-lock.json", import.meta.url));

/**
 * Installs Fluid's local service and client into their own folder, unless they are there.
 *
 * @throws with npm's last words where that fails, as it does without a network.
 */
export async function installBeside(say: (sentence: string) => void): Promise<void> {
  if (existsSync(finished)) return;
  say(
    "Installing Fluid's local service from npm, to lay beside (about 280 MB, for the bench alone; a minute or two) …",
  );
  // Its one compiled part comes ready-made: no scripts are needed.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = spawn(onWindows ? "npm.cmd" : "npm", args, { cwd: folder, shell: onWindows });
  let words = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.on("data", (some) => (words += String(some)));
  const code = await new Promise((resolve, reject) => {
    npm.once("error", reject);
    npm.once("close", resolve);
  });
  if (code !== 0) throw new Error(`npm could not install it: ${words.trim().split("\n").slice(-3).join(" ")}`);
}
