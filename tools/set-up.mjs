#!/usr/bin/env node
/**
 * Where every `npm run` of this project begins: makes sure that what the command needs is installed, then runs it on a
 * Node.js that is new enough. It must itself run on Node.js 20 with nothing installed.
 */
import { entries } from "./set-up/entries.mjs";
import { install } from "./set-up/install.mjs";
import { isSetUpProblem } from "./set-up/problem.mjs";
import { runOn } from "./set-up/run-on.mjs";
import { projectRoot } from "./set-up/say.mjs";

const [command = "", ...args] = process.argv.slice(2);
const entry = entries.get(command);

if (!entry) {
  console.error(`There is no command "${command}". There are: ${[...entries.keys()].join(", ")}.`);
  process.exitCode = 2;
} else {
  try {
    const node = await install(projectRoot);
    process.exitCode = await runOn(node, projectRoot, [...entry, ...args]);
  } catch (error) {
    if (!isSetUpProblem(error)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
