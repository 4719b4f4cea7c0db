import type { World } from "../../../local/start/world.ts";
import { tokenFor } from "../../world.ts";
import { bookedCheckIns } from "../programme/booked-check-ins.ts";
import { fillWorld } from "../programme/fill-world.ts";
import type { Headers } from "./screen.ts";
import { type Seeded, seedSessions } from "./seed-sessions.ts";

/** Pairs in their sessions. */
export interface Crowd {
  readonly sessions: readonly Seeded[];
  /** What the panel of each person sends along. */
  readonly headers: ReadonlyMap<string, Headers>;
}

/** Longer than any bench takes, in seconds: tokens that run out are another matter. */
const tokenSeconds = 6 * 3600;

const tokensAtOnce = 16;

/** Fills an empty world with so many pairs, each in the middle of a session, and signs everybody in. */
export async function gatherCrowd(world: World, pairs: number): Promise<Crowd> {
  await fillWorld(world, pairs);
  const sessions = await seedSessions(world.adminUrl, await bookedCheckIns(world.adminUrl, 1));
  const people = sessions.flatMap(({ members }) => members);
  const headers = new Map<string, Headers>();
  for (let from = 0; from < people.length; from += tokensAtOnce)
    await Promise.all(
      people.slice(from, from + tokensAtOnce).map(async (person) => {
        const token = await tokenFor(world, person, { expiresIn: tokenSeconds });
        headers.set(person, { authorization: `Bearer ${token}` });
      }),
    );
  return { sessions, headers };
}
