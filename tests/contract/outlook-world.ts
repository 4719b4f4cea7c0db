import "temporal-polyfill/global";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openAppToken } from "../../bot/graph/app-token.ts";
import type { GraphOptions, Patience } from "../../bot/graph/graph.ts";
import type { TokenSource } from "../../bot/graph/middleware/authentication.ts";
import type { Log, LogFields } from "../../bot/log.ts";
import type { Booking } from "../../bot/ports.ts";
import { localApp, localPerson, localTenant } from "../../local/identities.ts";
import { freePorts } from "../../local/ports.ts";
import { startThrowawayPostgres } from "../../local/postgres/throwaway.ts";

const copies = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      immutableId: z.string(),
      mailbox: z.string(),
      role: z.enum(["organizer", "attendee"]),
      iCalUId: z.string(),
      transactionId: z.string().nullable(),
      cancelled: z.boolean(),
      deleted: z.boolean(),
      subject: z.string(),
      startAt: z.string(),
      endAt: z.string(),
      originalStartTimeZone: z.string(),
      sensitivity: z.string(),
      showAs: z.string(),
      joinUrl: z.string().nullable(),
    }),
  ),
});

const requests = z.object({ value: z.array(z.object({ method: z.string(), path: z.string(), status: z.number() })) });

/** Someone's copy of an event, as the stand-in tells it to tests. */
export type Copy = z.infer<typeof copies>["value"][number];

/** Microsoft's stand-ins for one test file: sign-in and Graph as processes of their own, with empty calendars. */
export interface OutlookWorld {
  readonly graphUrl: string;
  readonly issuer: string;
  readonly log: Log & {
    readonly lines: readonly (LogFields & { readonly message: string })[];
    readonly clear: () => void;
  };
  /** What a client is opened with; quick to try again, unless told otherwise. */
  readonly options: (changes?: {
    readonly token?: TokenSource;
    readonly patience?: Partial<Patience>;
    readonly graphUrl?: string;
  }) => GraphOptions;
  readonly fault: (fault: object) => Promise<void>;
  readonly behave: (givenName: string, behaviour: object) => Promise<void>;
  /** Puts an event into someone's calendar, past the client under test. */
  readonly put: (givenName: string, event: object) => Promise<{ readonly id: string }>;
  readonly remove: (givenName: string, eventId: string) => Promise<void>;
  /** Every copy of every event that was not seeded. */
  readonly copies: () => Promise<readonly Copy[]>;
  readonly requests: () => Promise<z.infer<typeof requests>["value"]>;
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts them; a few seconds, most of it PostgreSQL. */
export async function startOutlookWorld(): Promise<OutlookWorld> {
  const [postgres, ports] = [await startThrowawayPostgres(), await freePorts()];
  await postgres.ensureDatabase("graph");
  const issuer = `http://localhost:${ports.signIn}/${localTenant.id}/v2.0`;
  const root = `http://localhost:${ports.graph}`;
  const children = [
    await start("../../local/sign-in/main.ts", { SIGN_IN_PORT: String(ports.signIn) }),
    await start("../../local/graph/main.ts", {
      GRAPH_PORT: String(ports.graph),
      GRAPH_DATABASE_URL: postgres.ownerUrl("graph"),
      SIGN_IN_ISSUER: issuer,
    }),
  ];
  const log = listeningLog();
  const token = openAppToken({
    issuer,
    clientId: localApp.clientId,
    clientSecret: localApp.clientSecret,
    log,
    now: Date.now,
  });
  const local = (method: string, path: string, body?: object) => call(`${root}/_local${path}`, method, {}, body);
  const graph = async (method: string, path: string, body?: object) =>
    call(`${root}/v1.0${path}`, method, { authorization: `Bearer ${await token.token()}` }, body);
  return {
    graphUrl: `${root}/v1.0`,
    issuer,
    log,
    options: ({ patience, ...changes } = {}) => ({
      graphUrl: `${root}/v1.0`,
      token,
      log,
      now: Date.now,
      ...changes,
      patience: { ...quick, ...patience },
    }),
    fault: async (fault) => void (await local("POST", "/faults", fault)),
    behave: async (givenName, behaviour) => void (await local("POST", `/mailboxes/${givenName}`, behaviour)),
    put: async (givenName, event) =>
      z.object({ id: z.string() }).parse(await graph("POST", `/users/${localPerson(givenName).oid}/events`, event)),
    remove: async (givenName, id) => void (await graph("DELETE", `/users/${localPerson(givenName).oid}/events/${id}`)),
    copies: async () => copies.parse(await local("GET", "/events")).value,
    requests: async () => requests.parse(await local("GET", "/requests")).value,
    reset: async () => void (await local("POST", "/reset", { calendars: "empty" })),
    stop: async () => {
      await Promise.all(children.map(stop));
      await postgres.stop();
    },
  };
}

const quick: Partial<Patience> = { firstWaitMs: 10, longestWaitMs: 50 };

async function start(entry: string, settings: Record<string, string>): Promise<ChildProcess> {
  const file = fileURLToPath(new URL(entry, import.meta.url));
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(() => Promise.reject(new Error(`${entry} ended.`))),
  ]);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function call(url: string, method: string, headers: Record<string, string>, body?: object): Promise<unknown> {
  const json: Record<string, string> = body ? { "content-type": "application/json" } : {};
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...json },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

function listeningLog() {
  let lines: (LogFields & { readonly message: string })[] = [];
  const keep = (fields: LogFields, message: string) => void lines.push({ ...fields, message });
  return {
    info: keep,
    warn: keep,
    error: keep,
    get lines() {
      return lines;
    },
    clear() {
      lines = [];
    },
  };
}

const soonest = Temporal.Now.zonedDateTimeISO("UTC").add({ days: 7 }).startOfDay();

/** An instant some hours into a day next week, to the second. */
export const nextWeek = (hours: number): string =>
  soonest
    .add({ minutes: Math.round(hours * 60) })
    .toInstant()
    .toString({ smallestUnit: "second" });

/** A booking that Ana makes with Ben for an hour next week. */
export function aBooking(changes: Partial<Booking> = {}): Booking {
  return {
    bookingId: crypto.randomUUID(),
    organiser: localPerson("Ana").oid,
    attendees: [localPerson("Ben").oid],
    slot: { startsAt: nextWeek(10), endsAt: nextWeek(11), stretches: null },
    timeZone: "Europe/London",
    ...changes,
  };
}
