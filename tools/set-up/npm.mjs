import { spawn } from "node:child_process";
import { basename } from "node:path";
import { explain, setUpProblem } from "./problem.mjs";
import { say, since } from "./say.mjs";

/** Settings of the person's own npm that a nested npm must keep: where packages come from and through what. */
const keptSettings =
  /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https[-_]proxy|noproxy|cafile|ca|strict[-_]ssl|fetch[-_].*)$/i;

/**
 * The environment without what an outer `npm run` put there (its folders, its flags), which would change a nested npm.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutNpm(environment) {
  const kept = Object.entries(environment).filter(([name]) => !/^npm_/i.test(name) || keptSettings.test(name));
  return Object.fromEntries(kept);
}

/** npm's command line: the npm that started us on the Node.js it runs on, else the one on the path. */
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script && /^npm(-cli)?\.(c|m)?js$/.test(basename(script)))
    return { file: node ?? process.execPath, first: [script] };
  return { file: process.platform === "win32" ? "npm.cmd" : "npm", first: [] };
}

/**
 * Runs npm quietly: a line of progress every few seconds, its own words only when it fails.
 *
 * @param {object} job
 * @param {string} job.folder where npm runs
 * @param {readonly string[]} job.args
 * @param {string} job.title what is done, for the sentences
 * @param {() => string} job.progress how far it is, in words
 * @returns {Promise<void>} fails with a sentence
 */
export async function runNpm({ folder, args, title, progress }) {
  const started = performance.now();
  const ticker = setInterval(() => say(`  … ${title}: ${progress()}, ${since(started)}`), 5000);
  const { file, first } = npmCommand();
  const child = spawn(file, [...first, ...args], {
    cwd: folder,
    env: withoutNpm(process.env),
    stdio: ["ignore", "pipe", "pipe"],
    shell: file.endsWith(".cmd"),
  });
  const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  for (const signal of stopSignals) process.on(signal, stop);
  try {
    const { output, code, signal } = await outcome(child);
    if (signal || stopSignals.some((one) => code === 128 + signalNumbers[one])) {
      throw setUpProblem(`Stopped while ${title}. The next run begins that step again.`);
    }
    if (code !== 0) throw setUpProblem(failure(title, output));
  } finally {
    clearInterval(ticker);
    for (const one of stopSignals) process.off(one, stop);
  }
}

const stopSignals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ output: string, code: number | null, signal: string | null }>}
 */
function outcome(child) {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-200_000);
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ output: `${output}\n${error.message}`, code: 1, signal: null }));
    child.once("close", (code, signal) => resolve({ output, code, signal }));
  });
}

/**
 * @param {string} title
 * @param {string} output
 */
function failure(title, output) {
  const telling = output.split("\n").filter((line) => line.trim() && !/EBADENGINE|warn deprecated/.test(line));
  return `${telling.slice(-15).join("\n")}\n\nFailed while ${title}. ${explain(output)}`;
}
