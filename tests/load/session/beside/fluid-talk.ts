import { type Container, TinyliciousClient } from "@fluidframework/tinylicious-client";
import { type FluidMap, SharedMap } from "fluid-framework/legacy";
import type { Talks } from "../open-talks.ts";
import { inTurn, type Talk } from "../talk.ts";

const schema = { initialObjects: { state: SharedMap } };

const atOnce = 5;

/** How long it is waited for a change to come, in milliseconds. */
const patience = 20_000;

/** Pairs who share a map each through Fluid's local service at this port. */
export async function openFluidTalks(port: number, count: number): Promise<Talks> {
  const all: Talk[] = [];
  for (let from = 0; from < count; from += atOnce)
    all.push(...(await Promise.all(Array.from({ length: Math.min(atOnce, count - from) }, () => openFluidTalk(port)))));
  const close = () => {
    for (const talk of all) talk.close();
  };
  return { all, close };
}

/** Two partners, each with a connection of their own. What one sets the other sees. */
async function openFluidTalk(port: number): Promise<Talk> {
  const connect = () => new TinyliciousClient({ connection: { port }, logger: { send: () => {} } });
  const { container } = await connect().createContainer(schema, "2");
  const id = await container.attach();
  const { container: other } = await connect().getContainer(id, schema, "2");
  const both: readonly [Container, Container] = [container, other];
  const maps = [container.initialObjects.state, other.initialObjects.state] as const;
  let version = 0;
  return {
    give: inTurn(async (meant) => {
      version += 1;
      const [mine, theirs] = version % 2 === 0 ? maps : [maps[1], maps[0]];
      const seen = shows(theirs, version);
      mine.set("version", version);
      return (await seen) - meant;
    }),
    close: () => both.forEach((one) => one.dispose()),
  };
}

/** Waits until the map has this version. @returns when it had, on the clock of `performance.now()`. */
function shows(map: FluidMap, version: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const timer = setTimeout(() => reject(new Error(`Fluid never showed version ${version}.`)), patience);
  map.once("valueChanged", () => {
    clearTimeout(timer);
    const seenAt = performance.now();
    if (map.get("version") === version) resolve(seenAt);
    else reject(new Error(`Fluid showed another version than ${version}.`));
  });
  return promise;
}
