import { Agent } from "node:http";
import type { SessionView } from "../../../shared/contract/sessions.ts";
import type { Crowd } from "./crowd.ts";
import type { Seeded } from "./seed-sessions.ts";
import { openTalk, type Seat, type SessionTalk, type Talk } from "./talk.ts";

/** Talks that are open, and the connections over which they are acted in. */
export interface Talks<One extends Talk = Talk> {
  readonly all: readonly One[];
  readonly close: () => void;
}

/** So many sessions are opened at once; panels of a real crowd come over minutes. */
const atOnce = 50;

/** Opens both panels of each session. The partners' panels reach the two origins, which may be the same. */
export function openSessionTalks(
  { sessions, headers }: Crowd,
  [left, right]: readonly [string, string],
): Promise<Talks<SessionTalk>> {
  const seats = ({ members: [one = "", other = ""] }: Seeded) =>
    [
      { origin: left, headers: headers.get(one) ?? {} },
      { origin: right, headers: headers.get(other) ?? {} },
    ] as const;
  return openTalks(sessions.map((session) => ({ sessionId: session.id, seats: seats(session) })));
}

/** As many rooms at the bare relay, each with this view. */
export async function openRelayTalks(count: number, sample: SessionView, origin: string): Promise<Talks<SessionTalk>> {
  const seat = { origin, headers: {} };
  const rooms = Array.from({ length: count }, (_, at) => ({ sessionId: `room-${at}`, seats: [seat, seat] as const }));
  for (const { sessionId } of rooms) {
    const answer = await fetch(`${origin}/api/sessions/${sessionId}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...sample, id: sessionId, version: 1 }),
    });
    if (!answer.ok) throw new Error(`The relay answered ${answer.status}.`);
  }
  return openTalks(rooms);
}

interface Place {
  readonly sessionId: string;
  readonly seats: readonly [Seat, Seat];
}

async function openTalks(places: readonly Place[]): Promise<Talks<SessionTalk>> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const all: SessionTalk[] = [];
  for (let from = 0; from < places.length; from += atOnce)
    all.push(
      ...(await Promise.all(
        places.slice(from, from + atOnce).map(({ sessionId, seats }) => openTalk(sessionId, seats, agent)),
      )),
    );
  const close = () => {
    for (const talk of all) talk.close();
    agent.destroy();
  };
  return { all, close };
}
