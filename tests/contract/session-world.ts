import { localPerson } from "../../local/identities.ts";
import { seedDocument } from "../../local/seed.ts";
import type { World } from "../../local/start/world.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import type { ProgrammeFile } from "../../shared/contract/programme-file.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { SessionCommandType } from "../../shared/domain/session/session.ts";
import { eventsIn } from "../load/session/events.ts";
import { type Answered, type Bend, call, tokenFor, until } from "../world.ts";

/** The pair of three in `withTrio`. */
export const trio = { pairId: "5eed0003-0000-4000-8000-000000000077", members: ["Hana", "Kemi", "Niko"] } as const;

/** The first programme, and a cohort with one pair of three. */
export function withTrio(): ProgrammeFile {
  const file = seedDocument(new Date());
  const later = file.cohorts.slice(0, 1).map((cohort) => ({
    ...cohort,
    id: "5eed0002-0000-4000-8000-000000000007",
    name: "A later one",
    pairs: [
      {
        id: trio.pairId,
        members: trio.members.map((name) => localPerson(name).oid),
        status: "meeting" as const,
        agreementLines: ["What we say here stays with us."],
        checkIns: [],
        goals: [],
        entries: [],
      },
    ],
  }));
  return { ...file, cohorts: [...file.cohorts, ...later] };
}

/** Has the person book the pair's next check-in. @returns its id. */
export async function bookCheckIn(world: World, who: string, pairId?: string): Promise<string> {
  const own = pairId ?? (await call<Home>(world, who, "GET /api/home")).body.pair?.id;
  const { body } = await call<CheckInView>(world, who, `POST /api/pairs/${own}/check-ins`, {});
  await call(world, who, `POST /api/check-ins/${body.id}/booking`, { startsAt: body.offered[0]?.startsAt });
  await until("a booking", async () => (await readCheckIn(world, who, body.id)).status === "booked");
  return body.id;
}

export const readCheckIn = async (world: World, who: string, id: string): Promise<CheckInView> =>
  (await call<CheckInView>(world, who, `GET /api/check-ins/${id}`)).body;

/** What goes with a command besides its type. */
export interface More {
  readonly promptId?: string;
  readonly part?: string;
  readonly who?: string;
  readonly commandId?: string;
  readonly seenVersion?: number;
}

/** A session in which people act over HTTP, each having seen the newest view. */
export interface Talk {
  readonly id: string;
  readonly checkInId: string;
  readonly view: () => SessionView;
  /** Gives a command that is to be taken. */
  readonly act: (who: string, type: SessionCommandType, more?: More) => Promise<SessionView>;
  /** Gives a command, whatever comes of it. */
  readonly try: (who: string, type: SessionCommandType, more?: More) => Promise<Answered<SessionView>>;
  readonly read: (who: string) => Promise<SessionView>;
}

/** Has the person open the session of the check-in. */
export async function openTalk(world: World, who: string, checkInId: string): Promise<Talk> {
  const opened = await call<SessionView>(world, who, "POST /api/sessions", { checkInId });
  if (opened.status !== 200) throw new Error(`The session was not opened: ${JSON.stringify(opened.body)}`);
  const { id } = opened.body;
  let view = opened.body;
  const give: Talk["try"] = async (name, type, more = {}) => {
    const command = { commandId: crypto.randomUUID(), seenVersion: view.version, type, ...more };
    const answered = await call<SessionView>(world, name, `POST /api/sessions/${id}/commands`, command);
    if (answered.status === 200) view = answered.body;
    return answered;
  };
  return {
    id,
    checkInId,
    view: () => view,
    try: give,
    act: async (name, type, more) => {
      const { status, body } = await give(name, type, more);
      if (status !== 200) throw new Error(`"${type}" by ${name} was answered ${status}: ${JSON.stringify(body)}`);
      return body;
    },
    read: async (name) => (await call<SessionView>(world, name, `GET /api/sessions/${id}`)).body,
  };
}

export interface Listening {
  readonly status: number;
  /** All that came so far. */
  readonly text: () => string;
  /** The views that came so far. */
  readonly views: () => readonly SessionView[];
  /** The id of the last event. */
  readonly lastId: () => string | undefined;
  readonly isClosed: () => boolean;
  readonly leave: () => void;
}

/** Opens the live stream of a session by the server at `url`. */
export async function listen(
  world: World,
  {
    who,
    sessionId,
    url = world.urls.server,
    bend = {},
    lastEventId,
  }: {
    readonly who: string;
    readonly sessionId: string;
    readonly url?: string;
    readonly bend?: Bend;
    readonly lastEventId?: string | undefined;
  },
): Promise<Listening> {
  const leaving = new AbortController();
  const headers: Record<string, string> = { authorization: `Bearer ${await tokenFor(world, who, bend)}` };
  if (lastEventId !== undefined) headers["last-event-id"] = lastEventId;
  const answer = await fetch(`${url}/api/sessions/${sessionId}/events`, { headers, signal: leaving.signal });
  let text = "";
  let isClosed = false;
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true });
  };
  void read()
    .catch(() => {})
    .finally(() => {
      isClosed = true;
    });
  const events = () => eventsIn(text).events.filter(({ event }) => event === "session");
  return {
    status: answer.status,
    text: () => text,
    views: () => events().map(({ data }) => JSON.parse(data) as SessionView),
    lastId: () => events().at(-1)?.id,
    isClosed: () => isClosed,
    leave: () => leaving.abort(),
  };
}

/** Waits until each stream has shown this version or a later one. */
export const untilAllShow = (streams: readonly Listening[], version: number): Promise<unknown> =>
  until(`version ${version} on every panel`, async () =>
    streams.every((stream) => stream.views().some((view) => view.version >= version)),
  );
