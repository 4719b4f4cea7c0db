import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Names under which systems keep it, best first. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Finds a Chromium: the one that CHROMIUM_PATH names, one on the path, or one that Playwright has fetched. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  if (environment.CHROMIUM_PATH) return environment.CHROMIUM_PATH;
  return onPath(environment.PATH ?? "") ?? fetchedByPlaywright(environment);
}

function onPath(path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function fetchedByPlaywright(environment: NodeJS.ProcessEnv): string | undefined {
  const caches = { linux: ".cache", darwin: "Library/Caches", win32: "AppData/Local" } as Record<
    string,
    string | undefined
  >;
  const folder =
    environment.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), caches[process.platform] ?? ".cache", "ms-playwright");
  if (!existsSync(folder)) return undefined;
  const shells = readdirSync(folder).filter((name) => name.startsWith("chromium_headless_shell-"));
  return shells
    .flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, encoding: "utf8" }).map((file) => join(folder, name, file)),
    )
    .find((file) => /[\\/](chrome-)?headless[-_]shell(\.exe)?$/.test(file) && isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Says whether this is Debian itself: its relatives' package of that name may be a stub. */
export function isDebian(release = readRelease()): boolean {
  return /^ID="?debian"?$/m.test(release);
}

function readRelease(): string {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}
