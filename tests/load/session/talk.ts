import { randomUUID } from "node:crypto";
import type { Agent } from "node:http";
import type { SessionView } from "../../../shared/contract/sessions.ts";
import { exchange } from "../sender.ts";
import { nextTap, type Tap } from "./next-tap.ts";
import { type Headers, openScreen, type Screen } from "./screen.ts";

/** Where a partner's panel finds the session. */
export interface Seat {
  readonly origin: string;
  readonly headers: Headers;
}

/** Two partners who share a state. */
export interface Talk {
  /**
   * Lets one of them do the next thing, once the one before it is done.
   *
   * @param meant - when it was meant to be done, on the clock of `performance.now()`.
   * @returns how long it took from then until the other partner saw it, in milliseconds.
   * @throws when it is refused or not seen.
   */
  readonly give: (meant: number) => Promise<number>;
  readonly close: () => void;
}

/** Two partners in their session, each with a panel open. */
export interface SessionTalk extends Talk {
  readonly screens: readonly [Screen, Screen];
}

/** Opens both panels on a session. */
export async function openTalk(sessionId: string, seats: readonly [Seat, Seat], agent: Agent): Promise<SessionTalk> {
  const path = `/api/sessions/${sessionId}`;
  const open = ({ origin, headers }: Seat) => openScreen(`${origin}${path}/events`, headers);
  const screens: readonly [Screen, Screen] = await Promise.all([open(seats[0]), open(seats[1])]);
  let view = screens[0].first;
  let number = 0;

  const act = async (meant: number): Promise<number> => {
    const tap = nextTap(view, number);
    number += 1;
    const [seat, other] = tap.by === 0 ? [seats[0], screens[1]] : [seats[1], screens[0]];
    const seen = other.shows(view.version + 1);
    seen.catch(() => {});
    view = await post(agent, seat, path, tap, view.version);
    return (await seen) - meant;
  };

  return {
    screens,
    give: inTurn(act),
    close: () => screens.forEach((screen) => screen.close()),
  };
}

/** Does one thing after the other, whatever became of the one before. */
export function inTurn(act: (meant: number) => Promise<number>): Talk["give"] {
  let before: Promise<unknown> = Promise.resolve();
  return (meant) => {
    const given = before.then(() => act(meant));
    before = given.catch(() => {});
    return given;
  };
}

async function post(
  agent: Agent,
  { origin, headers }: Seat,
  path: string,
  { by: _, ...tap }: Tap,
  seenVersion: number,
): Promise<SessionView> {
  const call = {
    method: "POST",
    path: `${path}/commands`,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ commandId: randomUUID(), seenVersion, ...tap }),
  };
  const { status, text } = await exchange(agent, origin, call);
  if (status !== 200) throw new Error(`"${tap.type}" was answered with ${status}: ${text.slice(0, 200)}`);
  const view = JSON.parse(text) as SessionView;
  if (view.version !== seenVersion + 1)
    throw new Error(`"${tap.type}" led from version ${seenVersion} to ${view.version}.`);
  return view;
}
