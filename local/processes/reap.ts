import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { identify, isSame, type ProcessIdentity, signal } from "./identity.ts";

/** The process behind `startReaper`: reads what to end until its maker is gone, then ends it. */
const processes: ProcessIdentity[] = [];
const folders: string[] = [];
let dismissed = false;

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => {});

let text = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin as AsyncIterable<string>) {
  const lines = (text + chunk).split("\n");
  text = lines.pop() ?? "";
  for (const line of lines) note(line);
}
if (!dismissed) await reap();

function note(line: string): void {
  const [what, ...rest] = line.split(" ");
  const identity = what === "process" ? identify(Number(rest[0])) : undefined;
  if (identity) processes.push(identity);
  if (what === "folder") folders.push(rest.join(" "));
  if (what === "dismiss") dismissed = true;
}

async function reap(): Promise<void> {
  const left = processes.filter(isSame);
  // PostgreSQL ends its own children on SIGQUIT; after SIGKILL they would have to notice by themselves.
  for (const { pid } of left) signal(pid, "SIGQUIT");
  for (let tries = 0; tries < 20 && left.some(isSame); tries += 1) await wait(100);
  for (const identity of left.filter(isSame)) signal(-identity.pid, "SIGKILL");
  await wait(100);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
