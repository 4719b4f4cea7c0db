/**
 * What each command runs, relative to the project's root.
 *
 * @type {ReadonlyMap<string, readonly string[]>}
 */
export const entries = new Map([
  ["start", ["local/start.ts"]],
  ["test", ["tools/test.ts"]],
  ["check", ["tools/check.ts"]],
  ["bench", ["tests/load/bench.ts"]],
  ["faults", ["tests/fault/storm/run.ts"]],
  ["package", ["tools/package-app.ts"]],
  ["serve", ["bot/main.ts", "serve"]],
  ["migrate", ["bot/main.ts", "migrate"]],
  ["build", ["tools/build-tab.ts"]],
]);
