import { rmSync } from "node:fs";
import { freePorts } from "../ports.ts";
import { makeThrowawayFolder } from "../postgres/throwaway.ts";
import { startReaper } from "../processes/reaper.ts";
import type { WorldOptions } from "./making.ts";
import { startWorld, type World } from "./world.ts";

/**
 * Starts a whole world for tests: on free ports, with data that is deleted by `stop`. What ends stays ended, so that a
 * test sees it. Should this process be killed, everything goes within seconds.
 */
export async function startThrowawayWorld(options: Partial<WorldOptions> = {}): Promise<World> {
  const stateDir = makeThrowawayFolder();
  const reaper = startReaper();
  reaper.sweep(stateDir);
  const forget = () => {
    rmSync(stateDir, { recursive: true, force: true, maxRetries: 5 });
    reaper.dismiss();
  };
  try {
    const ports = await freePorts();
    const world = await startWorld({
      ports,
      stateDir,
      durable: false,
      restart: false,
      onLaunch: reaper.watch,
      ...options,
    });
    return {
      ...world,
      stop: async () => {
        await world.stop();
        forget();
      },
    };
  } catch (error) {
    forget();
    throw error;
  }
}
