import { spawnSync } from "node:child_process";
import { commandOf } from "../steps/run-node.ts";
import { findChromium, isDebian } from "./chromium.ts";

/**
 * Finds a Chromium that starts, or gets one: Debian's own when we are root there, else Playwright's.
 *
 * @returns its path, or undefined when there is none and none could be got.
 */
export function getChromium(say: (text: string) => void): string | undefined {
  const found = findChromium();
  if (found && starts(found)) return found;
  for (const { what, run } of ways()) {
    say(`No Chromium for the browser tests yet: ${what} …`);
    run();
    const got = findChromium();
    if (got && starts(got)) return got;
  }
  return undefined;
}

interface Way {
  readonly what: string;
  readonly run: () => void;
}

function ways(): Way[] {
  const apt = { what: "installing Debian's (apt-get install chromium)", run: installWithApt };
  const playwright = { what: "getting Playwright's own (about 100 MB)", run: installWithPlaywright };
  return isDebian() && process.getuid?.() === 0 ? [apt, playwright] : [playwright];
}

function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { env, stdio: "ignore", timeout: 600_000 }).status === 0;
  if (apt("update")) apt("install", "-y", "--no-install-recommends", "chromium");
}

function installWithPlaywright(): void {
  const args = [commandOf("playwright-core", "playwright-core"), "install", "chromium-headless-shell"];
  spawnSync(process.execPath, args, { stdio: "ignore", timeout: 600_000 });
}

function starts(chromium: string): boolean {
  return spawnSync(chromium, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}
