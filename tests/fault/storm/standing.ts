import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../../../local/start/world.ts";
import type { ToldEvent } from "../../world.ts";
import { patienceMs } from "./patience.ts";

/** Between two looks while the calendars' database is away, in milliseconds. */
const pauseMs = 300;

/** The copies of check-ins that stand in one mailbox's calendar. Waits until the calendars answer. @throws when they stay away. */
export async function standingIn({ urls }: Pick<World, "urls">, mailbox: string): Promise<readonly ToldEvent[]> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await fetch(new URL(`/_local/events?mailbox=${mailbox}`, urls.graph));
    if (answer.ok) {
      const { value } = (await answer.json()) as { readonly value: readonly ToldEvent[] };
      return value.filter(({ subject, cancelled, deleted }) => subject === "Check-in" && !cancelled && !deleted);
    }
    await answer.body?.cancel();
    if (Date.now() > end) throw new Error(`The calendars answered ${answer.status}.`);
    await sleep(pauseMs);
  }
}
