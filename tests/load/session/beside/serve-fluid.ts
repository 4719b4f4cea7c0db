import { setTimeout as sleep } from "node:timers/promises";

/**
 * Fluid's local service, as it comes.
 *
 * Environment: PORT, and what the service reads of its own settings (`storage`, `logger__level`).
 */
await import("tinylicious/dist/index.js");
const url = `http://localhost:${process.env["PORT"]}/`;
while (
  !(await fetch(url).then(
    () => true,
    () => false,
  ))
)
  await sleep(100);
process.once("SIGTERM", () => process.exit(0));
process.stdout.write("ready\n");
