import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../../../local/start/world.ts";
import { percentile } from "../percentiles.ts";
import type { Screen } from "./screen.ts";

/** How panels came back after their server was killed, in seconds from the kill. */
export interface ComeBack {
  readonly serverReady: number;
  readonly half: number;
  readonly nearlyAll: number;
  readonly all: number;
  /** How often a panel asked, on average. */
  readonly tries: number;
}

/** How long it is waited for the last one, in milliseconds. */
const patience = 180_000;

/** Kills the server as a power cut would, starts it again at once, and waits until every panel is back by itself. @throws when one isn't. */
export async function killAndComeBack(
  world: Pick<World, "killServer" | "startServer">,
  screens: readonly Screen[],
): Promise<ComeBack> {
  const killedAt = performance.now();
  await world.killServer();
  await world.startServer();
  const readyAt = performance.now();
  const isBack = ({ lastBreak }: Screen) => typeof lastBreak()?.mendedAt === "number";
  while (!screens.every(isBack)) {
    const away = screens.filter((screen) => !isBack(screen)).length;
    if (performance.now() - killedAt > patience) throw new Error(`${away} panels never came back.`);
    await sleep(50);
  }
  const breaks = screens.map((screen) => screen.lastBreak());
  const after = breaks.map((one) => ((one?.mendedAt ?? 0) - killedAt) / 1000);
  return {
    serverReady: (readyAt - killedAt) / 1000,
    half: percentile(after, 50),
    nearlyAll: percentile(after, 99),
    all: percentile(after, 100),
    tries: breaks.reduce((sum, one) => sum + (one?.tries ?? 0), 0) / breaks.length,
  };
}
