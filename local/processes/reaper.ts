import { spawn } from "node:child_process";
import { join } from "node:path";

/** Ends what its maker leaves behind, should the maker be killed. */
export interface Reaper {
  /** This process, and the processes of its group, are ended with the maker. */
  readonly watch: (pid: number) => void;
  /** This folder is deleted with the maker. */
  readonly sweep: (folder: string) => void;
  /** Nothing is left to end: call when all has been stopped in good order. */
  readonly dismiss: () => void;
}

/**
 * Starts a small process that waits for this one to die: the system closes the pipe between them then, however this
 * one ends, and what was entrusted to it goes at once.
 */
export function startReaper(): Reaper {
  const child = spawn(process.execPath, [join(import.meta.dirname, "reap.ts")], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    windowsHide: true,
  });
  child.unref();
  child.on("error", () => {});
  const { stdin } = child;
  stdin.on("error", () => {});
  if ("unref" in stdin && typeof stdin.unref === "function") stdin.unref();
  const tell = (line: string) => stdin.write(`${line}\n`);
  return {
    watch: (pid) => tell(`process ${pid}`),
    sweep: (folder) => tell(`folder ${folder}`),
    dismiss: () => stdin.end("dismiss\n"),
  };
}
