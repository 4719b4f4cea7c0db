import { Temporal } from "temporal-polyfill";
import type { LocalPerson } from "../../identities.ts";
import { badRequest, itemNotFound } from "../errors.ts";
import { outlookActs } from "../events/as-outlook.ts";
import { findEvent } from "../store/events.ts";
import type { World } from "../world.ts";
import type { Fields } from "./forms.ts";

const answer = ({ comment, silently }: Fields) => ({ comment: comment || null, silently: silently !== undefined });

/** What the page's buttons send, as Outlook's acts take it. */
const bodies = {
  move: movedTimes,
  cancel: ({ comment }) => ({ comment: comment || null }),
  "remove-link": () => ({}),
  invite: ({ who = "" }) => ({ who }),
  accept: answer,
  tentative: answer,
  decline: answer,
  delete: () => ({}),
} as const satisfies Readonly<Record<string, (fields: Fields) => unknown>>;

export type OutlookAction = keyof typeof bodies;

export const isOutlookAction = (name: string): name is OutlookAction => Object.hasOwn(bodies, name);

/**
 * Does to an event what its owner does in Outlook, and lets subscribers be told.
 *
 * @throws GraphError when Exchange would refuse: the event is gone, a time that ends before it starts, an address that is none.
 */
export async function actInOutlook(
  world: World,
  owner: LocalPerson,
  id: string,
  action: OutlookAction,
  fields: Fields,
): Promise<void> {
  const event = await findEvent(world.pool, owner.oid, id);
  if (!event) throw itemNotFound();
  const mailbox = { owner, behaviour: world.behaviours.of(owner.oid), pool: world.pool, now: world.clock() };
  await outlookActs[action](mailbox, event, bodies[action](fields));
  world.notifier.wake();
}

/** A new day, start or length on the owner's clock. */
function movedTimes({ date = "", start = "", minutes = "" }: Fields) {
  const length = Number(minutes);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d/.test(start) || !Number.isInteger(length) || length < 5)
    throw badRequest("A meeting needs a day, a start and at least five minutes.");
  const from = Temporal.PlainDateTime.from(`${date}T${start}`);
  return { start: from.toString(), end: from.add({ minutes: length }).toString() };
}
