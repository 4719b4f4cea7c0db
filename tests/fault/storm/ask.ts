import { setTimeout as sleep } from "node:timers/promises";
import type { LocalPerson } from "../../../local/identities.ts";
import type { CheckInView, SlotView } from "../../../shared/contract/check-ins.ts";
import { type Answered, call } from "../../world.ts";
import { patienceMs } from "./patience.ts";
import { type Intent, isBooking } from "./plan.ts";
import type { Stage, StormPair } from "./stage.ts";

type Refusable<Body> = Body & { readonly refusal?: string };

/** A call of the API as a person; `null` where nothing came back, as when the server was killed. */
export async function tryCall<Body>(
  { world }: Stage,
  { givenName }: LocalPerson,
  door: string,
  body?: unknown,
): Promise<Answered<Refusable<Body>> | null> {
  try {
    return await call<Refusable<Body>>(world, givenName, door, body);
  } catch {
    return null;
  }
}

/** A check-in with times to choose from. */
export interface Asked {
  readonly checkInId: string;
  readonly offered: readonly SlotView[];
}

/** Asks for times, for a new check-in or to move the one that stands, until some are offered. @throws when there are none. */
export async function askForTimes(stage: Stage, pair: StormPair, intent: Pick<Intent, "by" | "kind">): Promise<Asked> {
  const asker = pair.people[intent.by === 0 ? 0 : 1];
  const end = Date.now() + patienceMs;
  for (;;) {
    const door = `POST /api/pairs/${pair.id}/check-ins`;
    const answer = await tryCall<CheckInView>(stage, asker, door, isBooking(intent) ? {} : { move: true });
    if (answer?.status === 200 && answer.body.offered.length > 0)
      return { checkInId: answer.body.id, offered: answer.body.offered };
    if (Date.now() > end)
      throw new Error(`${asker.givenName} is offered no times: ${answer?.status} ${answer?.body.refusal ?? ""}.`);
    await sleep(500);
  }
}
