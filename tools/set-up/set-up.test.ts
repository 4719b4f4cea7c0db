import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";

/** Stands for npm: notes how it was called, then does what FAKE_NPM says. */
const fakeNpm = `
const { appendFileSync, mkdirSync, rmSync, writeFileSync } = require("node:fs");
appendFileSync("calls.txt", process.argv.slice(2).join(" ") + "\\n");
writeFileSync("environment.json", JSON.stringify(process.env));
if (process.env.FAKE_NPM === "hang") return setInterval(() => process.ppid === 1 && process.exit(), 50);
if (process.env.FAKE_NPM) {
  console.error("npm warn EBADENGINE Unsupported engine\\n" + process.env.FAKE_NPM);
  process.exit(1);
}
rmSync("node_modules", { recursive: true, force: true });
mkdirSync("node_modules/a", { recursive: true });
writeFileSync("node_modules/a/package.json", "{}");
`;

const lock = { packages: { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { os: ["beos"] } } };

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "set-up-"));
  cpSync(join(import.meta.dirname), join(folder, "tools/set-up"), { recursive: true });
  cpSync(join(import.meta.dirname, "../set-up.mjs"), join(folder, "tools/set-up.mjs"));
  writeFileSync(join(folder, "package.json"), `{ "name": "a-clone", "type": "module" }`);
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  mkdirSync(join(folder, "npm"));
  writeFileSync(join(folder, "npm/package.json"), `{ "type": "commonjs" }`);
  writeFileSync(join(folder, "npm/npm-cli.js"), fakeNpm);
  const entry = `process.on("SIGTERM", () => process.exit(7)); console.log(JSON.stringify([process.argv.slice(2), process.env.PATH])); if (process.argv[2] === "stay") setTimeout(() => {}, 60000);`;
  writeFileSync(join(folder, "tools/build-tab.ts"), entry);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = {
    ...process.env,
    npm_execpath: join(folder, "npm/npm-cli.js"),
    npm_node_execpath: process.execPath,
    ...environment,
  };
  const child = spawn(process.execPath, ["tools/set-up.mjs", ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said.text += text;
    });
  }
  const code = new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  return { child, said, code };
}

const calls = () =>
  existsSync(join(folder, "calls.txt")) ? readFileSync(join(folder, "calls.txt"), "utf8").trim().split("\n") : [];

async function until(
  condition: () => boolean,
  { child, said }: { child: ChildProcess; said: { text: string } },
): Promise<void> {
  while (!condition()) {
    if (child.exitCode !== null) throw new Error(`It ended first:\n${said.text}`);
    await wait(20);
  }
}

it("installs what the lockfile says, with scripts, and then runs the command with its arguments", async () => {
  const { code, said } = setUp(["build", "--one", "two"]);
  expect(await code).toBe(0);
  expect(calls()).toEqual([expect.stringMatching(/^ci .*--ignore-scripts=false/)]);
  expect(said.text).toContain("Installing the packages in package-lock.json");
  expect(said.text).toContain(`[["--one","two"],"${join(folder, "node_modules/.bin")}`);
});

it("installs again only when the lockfile has changed", async () => {
  await setUp(["build"]).code;
  await setUp(["build"]).code;
  expect(calls()).toHaveLength(1);
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ ...lock, changed: true }));
  await setUp(["build"]).code;
  expect(calls()).toHaveLength(2);
});

it("keeps an outer npm's flags from the nested one, but not where packages come from", async () => {
  await setUp(["build"], {
    npm_config_ignore_scripts: "true",
    npm_config_local_prefix: "/x",
    npm_config_registry: "https://r.example/",
  }).code;
  const environment = JSON.parse(readFileSync(join(folder, "environment.json"), "utf8"));
  expect(environment).not.toHaveProperty("npm_config_ignore_scripts");
  expect(environment).not.toHaveProperty("npm_config_local_prefix");
  expect(environment).toMatchObject({ npm_config_registry: "https://r.example/" });
});

it.each([
  ["npm error code ENOSPC", /The disk is full/],
  ["npm error EACCES: permission denied, mkdir", /may not write/],
  ["npm error network getaddrinfo ENOTFOUND registry.npmjs.org", /registry could not be reached/],
  ["npm error code EINTEGRITY", /damaged/],
  ["npm error code EUSAGE", /disagree/],
])("turns npm's %s into a sentence that says what to do", async (words, sentence) => {
  const { code, said } = setUp(["build"], { FAKE_NPM: words });
  expect(await code).toBe(1);
  expect(said.text).toMatch(sentence);
  expect(said.text).toContain(words);
  expect(said.text).not.toContain("EBADENGINE");
});

it("begins again after an install that was interrupted", async () => {
  const first = setUp(["build"], { FAKE_NPM: "hang" });
  await until(() => calls().length === 1, first);
  first.child.kill("SIGINT");
  expect(await first.code).toBe(1);
  expect(first.said.text).toContain("Stopped while installing packages");
  expect(await setUp(["build"]).code).toBe(0);
});

it("waits for another set-up in the same folder, and takes over the lock of a dead one", async () => {
  const first = setUp(["build"], { FAKE_NPM: "hang" });
  await until(() => calls().length === 1, first);
  const second = setUp(["build"]);
  await until(() => second.said.text.includes(`Another set-up (process ${first.child.pid})`), second);
  first.child.kill("SIGKILL");
  expect(await second.code).toBe(0);
  expect(calls()).toHaveLength(2);
});

it("passes a signal on and ends with the command's own exit code", async () => {
  const one = setUp(["build", "stay"]);
  await until(() => one.said.text.includes("stay"), one);
  one.child.kill("SIGTERM");
  expect(await one.code).toBe(7);
});

it("names the commands that there are", async () => {
  const { code, said } = setUp(["bake"]);
  expect(await code).toBe(2);
  expect(said.text).toMatch(/no command "bake".*start, test, check/);
});
