import { localPeople } from "../../identities.ts";
import type { Behaviour } from "../behaviour.ts";
import { usualBehaviour } from "../behaviour.ts";
import { type Fault, faultSchema } from "../faults.ts";
import { forgetSync } from "../store/changes.ts";
import { deleteSubscription, liveSubscriptions } from "../store/subscriptions.ts";
import { type Disturbance, disturbanceSchema } from "../subscriptions/disturbances.ts";
import type { World } from "../world.ts";

/** Whose mailbox trouble is about: an object id, or `everyone`. */
export type Whose = string;

/** Stands for every mailbox. */
export const everyone = "everyone";

/**
 * Something that can go wrong at Microsoft, in words for people. `isOn` is absent where it happens once, at the press of its button;
 * then it can't be switched off either. `change` is what it makes of a mailbox, if it is about one.
 */
export interface Trouble {
  readonly id: string;
  readonly words: string;
  readonly hint: string;
  readonly change?: Partial<Behaviour>;
  readonly start: (world: World, whose: Whose) => Promise<void> | void;
  readonly isOn?: (world: World, whose: Whose) => boolean;
  readonly stop?: (world: World, whose: Whose) => Promise<void> | void;
}

const of = (whose: Whose) => (whose === everyone ? {} : { mailbox: whose });

const fault = (id: string, words: string, hint: string, given: Partial<Fault>): Trouble => ({
  id,
  words,
  hint,
  start: (world, whose) => world.faults.add(faultSchema.parse({ ...given, match: { ...given.match, ...of(whose) } })),
});

const notice = (id: string, words: string, hint: string, given: Partial<Disturbance>): Trouble => ({
  id,
  words,
  hint,
  start: (world, whose) => world.disturbances.add(disturbanceSchema.parse({ ...given, ...of(whose) })),
});

const mailbox = (id: string, words: string, hint: string, change: Partial<Behaviour>): Trouble => {
  const keys = Object.keys(change) as (keyof Behaviour)[];
  const usual = Object.fromEntries(keys.map((key) => [key, usualBehaviour[key]])) as Partial<Behaviour>;
  const set = async (world: World, whose: Whose, to: Partial<Behaviour>) =>
    void (await (whose === everyone ? world.behaviours.setAll(to) : world.behaviours.set(whose, to)));
  const people = (whose: Whose) => (whose === everyone ? localPeople.map((one) => one.oid) : [whose]);
  return {
    id,
    words,
    hint,
    change,
    start: (world, whose) => set(world, whose, change),
    isOn: (world, whose) =>
      people(whose).every((oid) => keys.every((key) => world.behaviours.of(oid)[key] === change[key])),
    stop: (world, whose) => set(world, whose, usual),
  };
};

const slow: Trouble = {
  id: "slow",
  words: "Be slow",
  hint: "Every answer takes two seconds longer.",
  start: (world) => void Object.assign(world.latency, { readMs: 2000, writeMs: 2000 }),
  isOn: (world) => world.latency.readMs > 0 || world.latency.writeMs > 0,
  stop: (world) => void Object.assign(world.latency, { readMs: 0, writeMs: 0 }),
};

async function expireSubscriptions(world: World, whose: Whose) {
  for (const one of await liveSubscriptions(world.pool, world.clock()))
    if (whose === everyone || one.mailbox === whose) await deleteSubscription(world.pool, one.id);
}

/** Everything that can be broken from the control page, under headings. */
export const troubles: readonly { readonly title: string; readonly items: readonly Trouble[] }[] = [
  {
    title: "Answers",
    items: [
      fault("drop-booking", "Drop the connection after the next booking", "It is done, and the app never hears so.", {
        kind: "drop-after-commit",
        match: { method: "POST", pathIncludes: "/events" },
      }),
      fault("drop-change", "Drop the connection after the next change", "The same for a move or a change of length.", {
        kind: "drop-after-commit",
        match: { method: "PATCH", pathIncludes: "/events/" },
      }),
      fault("busy", "Answer 503 three times", "Nothing is done, and no Retry-After says when to come back.", {
        kind: "status",
        status: 503,
        times: 3,
      }),
      fault("conflict", "Answer the next change with a conflict", "Exchange's irresolvable conflict, 409.", {
        kind: "conflict",
        match: { method: "PATCH", pathIncludes: "/events/" },
      }),
      slow,
    ],
  },
  {
    title: "Mailboxes",
    items: [
      mailbox("throttle", "Throttle", "One request in ten minutes; the rest are told to wait.", { perTenMinutes: 1 }),
      mailbox("close", "Close the mailbox", "In the directory still, but without a mailbox.", { hasMailbox: false }),
      mailbox("narrow", "Let the application read only", "As an administrator may narrow it.", { permissions: "read" }),
      mailbox("hide", "Refuse to say when it is free", "getSchedule answers with an error for this mailbox.", {
        scheduleError: "ErrorNoFreeBusyAccess",
      }),
    ],
  },
  {
    title: "Notices of changes",
    items: [
      notice(
        "lose",
        "Lose the next notice",
        "A change happens, and one mailbox says nothing of it. The partner's may.",
        { kind: "lose" },
      ),
      notice("twice", "Send notices twice", "Until everything is mended.", { kind: "duplicate", times: -1 }),
      notice("late", "Send notices 20 seconds late", "Until everything is mended.", {
        kind: "delay",
        ms: 20_000,
        times: -1,
      }),
      {
        id: "forget",
        words: "Forget how far the app has read",
        hint: "The next delta link leads nowhere: 410.",
        start: (world, whose) => forgetSync(world.pool, whose),
      },
      {
        id: "expire",
        words: "Let subscriptions expire",
        hint: "All that stand now. No notice comes until the app subscribes again.",
        start: expireSubscriptions,
      },
    ],
  },
  {
    title: "Meetings in Teams",
    items: [
      mailbox("no-teams", "Refuse Teams meetings", "A booking works, silently without a Teams link.", {
        allowsTeamsMeetings: false,
      }),
      mailbox("no-apps", "Refuse to add apps to chats", "As a policy of the tenant may.", { appsInChats: false }),
      mailbox("no-options", "Refuse to switch recording off", "The meeting stands, its options stay.", {
        meetingOptions: false,
      }),
    ],
  },
];

/** The trouble with this id. */
export const troubleBy = (id: string): Trouble | undefined =>
  troubles.flatMap((group) => group.items).find((one) => one.id === id);

/** Ends all trouble: faults, disturbances, odd mailboxes, slowness. What is in calendars and chats stays. */
export async function mendEverything(world: World): Promise<void> {
  world.faults.clear();
  world.disturbances.clear();
  world.throttle.clear();
  await world.behaviours.clear();
  await slow.stop?.(world, everyone);
}
