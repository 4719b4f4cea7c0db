import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { query } from "../postgres/running.ts";
import { isAlive } from "../processes/identity.ts";
import type { WorldOptions } from "./making.ts";
import { startThrowawayWorld } from "./throwaway-world.ts";
import type { World } from "./world.ts";

const fixture = (name: string) => join(import.meta.dirname, "fixtures", name);
const standIn = fixture("stand-in.ts");
const fakes = { signIn: standIn, graph: standIn, window: standIn, server: fixture("server.ts") };

let world: World | undefined;

async function start(options: Partial<WorldOptions> = {}): Promise<{ world: World; said: string[] }> {
  const said: string[] = [];
  world = await startThrowawayWorld({ entries: fakes, say: (sentence) => said.push(sentence), ...options });
  return { world, said };
}

afterEach(async () => {
  await world?.stop();
  world = undefined;
});

it("brings up every process with the settings it needs, and leaves nothing behind", async () => {
  const { world, said } = await start({ seed: () => ({ name: "Northlight" }) });
  const settings = await fetch(`${world.urls.server}/settings`).then((response) => response.json());
  expect(settings).toMatchObject({
    SIGN_IN_ISSUER: world.urls.issuer,
    BOT_TOKEN_URL: `${world.urls.signIn}/token`,
    SEALING_KEYS: expect.stringMatching(/^local-1:[A-Za-z0-9+/]{43}=$/),
  });
  expect(settings).not.toHaveProperty("DATABASE_OWNER_URL");
  expect(await query(world.databaseUrl, "select current_user as who, name from app.programme")).toEqual([
    { who: "counterpoint_server", name: "Northlight" },
  ]);
  expect(said).toContain("  server: this is a warning");

  const pids = [world.server, world.signIn, world.graph, world.window].map(({ pid }) => pid);
  expect(pids.every((pid) => pid !== undefined && isAlive(pid))).toBe(true);
  await world.stop();
  expect(pids.some((pid) => pid !== undefined && isAlive(pid))).toBe(false);
  expect(existsSync(world.stateDir)).toBe(false);
}, 60_000);

it("keeps everything else standing while the server is killed and started again", async () => {
  const { world } = await start();
  const graph = world.graph.pid;
  expect(await world.killServer()).toEqual({ code: null, signal: "SIGKILL" });
  expect(world.server.pid).toBeUndefined();
  await world.startServer({ LOG_LEVEL: "debug" });
  const settings = await fetch(`${world.urls.server}/settings`).then((response) => response.json());
  expect(settings).toMatchObject({ LOG_LEVEL: "debug", PORT: String(world.ports.server) });
  expect(world.graph.pid).toBe(graph);
}, 60_000);
