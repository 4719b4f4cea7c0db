import { randomUUID } from "node:crypto";
import type { Agent } from "node:http";
import type { SessionView, sessionCommands } from "../../../shared/contract/sessions.ts";
import { exchange } from "../sender.ts";
import { openScreen, type Screen } from "./screen.ts";

type Command = (typeof sessionCommands)[number];

/** Both arrive and begin: what happens before anything is measured. */
export const opening: readonly Command[] = ["arrive", "arrive", "begin"];

/** What is measured: two prompts, one of them after looking at others, and both speak to the first. */
export const conversation: readonly Command[] = [
  "offer-others",
  "pick",
  "change-over",
  "change-over",
  "pick",
  "change-over",
];

/** Where a partner's panel finds the session. */
export interface Seat {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How long a command took to be seen by the other partner, from the moment it was meant to be given, in milliseconds. */
export interface Seen {
  readonly latency: number;
}

/** Two partners in their session, each with a panel open. */
export interface Talk {
  /** Gives the command with this number, by the partners in turn, once the one before it is done. @throws when it is refused or not seen. */
  readonly give: (command: Command, number: number, meant: number) => Promise<Seen>;
  readonly view: () => SessionView;
  readonly close: () => void;
}

/** Opens both panels on a session. */
export async function openTalk(start: SessionView, seats: readonly [Seat, Seat], agent: Agent): Promise<Talk> {
  const path = `/api/sessions/${start.id}`;
  const open = ({ origin, headers }: Seat) => openScreen(`${origin}${path}/events`, headers);
  const screens: readonly [Screen, Screen] = await Promise.all([open(seats[0]), open(seats[1])]);
  let view = start;
  let before: Promise<unknown> = Promise.resolve();

  const act = async (command: Command, number: number, meant: number): Promise<Seen> => {
    const [seat, other] = number % 2 === 0 ? [seats[0], screens[1]] : [seats[1], screens[0]];
    const seen = other.shows(view.version + 1);
    seen.catch(() => {});
    view = await post(agent, seat, path, bodyOf(command, view));
    return { latency: (await seen) - meant };
  };

  return {
    view: () => view,
    give: (command, number, meant) => {
      const given = before.then(() => act(command, number, meant));
      before = given.catch(() => {});
      return given;
    },
    close: () => screens.forEach((screen) => screen.close()),
  };
}

const bodyOf = (type: Command, { version, offered }: SessionView) => ({
  commandId: randomUUID(),
  seenVersion: version,
  type,
  ...(type === "pick" ? { promptId: offered[0]?.id } : {}),
});

async function post(
  agent: Agent,
  { origin, headers }: Seat,
  path: string,
  body: { readonly type: Command; readonly seenVersion: number },
) {
  const call = {
    method: "POST",
    path: `${path}/commands`,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const { status, text } = await exchange(agent, origin, call);
  if (status !== 200) throw new Error(`"${body.type}" was answered with ${status}: ${text.slice(0, 200)}`);
  const view = JSON.parse(text) as SessionView;
  if (view.version !== body.seenVersion + 1)
    throw new Error(`"${body.type}" led from version ${body.seenVersion} to ${view.version}.`);
  return view;
}
