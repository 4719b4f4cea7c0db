import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone this file belongs to. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Tells the person at the keyboard what happens. On standard error, so that a command's own output stays clean.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Seconds since a moment of `performance.now()`, as words.
 *
 * @param {number} start
 */
export function since(start) {
  return `${Math.round((performance.now() - start) / 1000)} s`;
}
