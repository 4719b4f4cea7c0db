import { type Behaviour, usualBehaviour } from "../behaviour.ts";
import type { Fault } from "../faults.ts";
import type { Disturbance } from "../subscriptions/disturbances.ts";
import type { World } from "../world.ts";
import { troubles } from "./troubles.ts";

const faultWords: Readonly<Record<Fault["kind"], string>> = {
  "drop-before": "The connection drops before anything is done",
  "drop-after-commit": "The connection drops after it is done",
  status: "Nothing is done, and the answer is",
  "status-after-commit": "It is done, and the answer is",
  delay: "The answer comes late",
  hang: "No answer ever comes",
  conflict: "The answer is a conflict",
};

const noticeWords: Readonly<Record<Disturbance["kind"], string>> = {
  lose: "The notice is lost",
  duplicate: "The notice comes twice",
  reorder: "The notice comes after a later one",
  delay: "The notice comes late",
  "wrong-client-state": "The notice carries a wrong secret",
};

/** Trouble that waits for something to meet. `mailbox` is an object id, undefined for everyone's; `times` is negative until mended. */
export interface WaitingTrouble {
  readonly words: string;
  readonly times: number;
  readonly mailbox: string | undefined;
}

/** What waits to go wrong with requests and notices, in words. */
export function waitingTroubles(world: World): readonly WaitingTrouble[] {
  const faults = world.faults.waiting().map(({ kind, status, match, times }) => {
    const about = [match.method ?? "any request", match.pathIncludes].filter(Boolean).join(" ");
    const answer = status === undefined ? "" : ` ${status}`;
    return { words: `${faultWords[kind]}${answer} (${about})`, times, mailbox: match.mailbox };
  });
  const notices = world.disturbances
    .waiting()
    .map(({ kind, times, mailbox }) => ({ words: noticeWords[kind], times, mailbox: mailbox ?? undefined }));
  return [...faults, ...notices];
}

/** How a mailbox behaves unusually: in the control page's words, or by the setting's own name where it has none there. */
export function oddBehaviours(behaviour: Behaviour): readonly string[] {
  const usual = new Map<string, unknown>(Object.entries(usualBehaviour));
  return Object.entries(behaviour)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(usual.get(key)))
    .map(([key, value]) => nameOf(key, value) ?? `${key}: ${JSON.stringify(value)}`);
}

const nameOf = (key: string, value: unknown) =>
  troubles
    .flatMap((group) => group.items)
    .find(({ change }) => Object.entries(change ?? {}).some(([name, set]) => name === key && set === value))?.words;
