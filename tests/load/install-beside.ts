import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const onWindows = process.platform === "win32";

/**
 * Installs what a bench is laid beside into a folder of its own, unless it is there.
 *
 * @param folder - holds package.json and package-lock.json; its URL ends in a slash.
 * @param sentence - what to say before it takes its time.
 * @throws with npm's last words where that fails, as it does without a network.
 */
export async function installBeside(folder: URL, sentence: string, say: (sentence: string) => void): Promise<void> {
  // npm's own note of a finished installation.
  if (existsSync(new URL("node_modules/.package-lock.json", folder))) return;
  say(sentence);
  // Whatever is compiled comes ready-made: no scripts are needed.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = spawn(onWindows ? "npm.cmd" : "npm", args, { cwd: fileURLToPath(folder), shell: onWindows });
  let words = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.on("data", (some) => (words += String(some)));
  const code = await new Promise((resolve, reject) => {
    npm.once("error", reject);
    npm.once("close", resolve);
  });
  if (code !== 0) throw new Error(`npm could not install it: ${words.trim().split("\n").slice(-3).join(" ")}`);
}
