import "temporal-polyfill/global";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openAppToken } from "../../bot/graph/app-token.ts";
import { delegatedPermissions } from "../../bot/graph/delegated-scopes.ts";
import { type DelegatedTokens, openDelegatedToken } from "../../bot/graph/delegated-token.ts";
import type { GraphOptions, Patience } from "../../bot/graph/graph.ts";
import type { TokenSource } from "../../bot/graph/middleware/authentication.ts";
import type { Log, LogFields } from "../../bot/log.ts";
import type { Booking } from "../../bot/ports/calendar.ts";
import type { CalendarGrant } from "../../bot/ports/grant-records.ts";
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

const messages = z.object({ value: z.array(z.object({ recipient: z.string(), kind: z.string() })) });

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
  /** What someone does to an event in Outlook, whoever's copy the id is of: "move", "decline", "cancel", … */
  readonly act: (givenName: string, eventId: string, act: string, body?: object) => Promise<void>;
  /** Marks whole days in someone's calendar: "holiday", "out-of-office" or "all-day". */
  readonly markDays: (givenName: string, days: { readonly kind: string; readonly date: string }) => Promise<void>;
  /** What Exchange mailed to people. */
  readonly mailed: () => Promise<z.infer<typeof messages>["value"]>;
  /** A door of the stand-in's that the others don't cover, such as `/subscriptions/Ana/expire`. */
  readonly local: (method: string, path: string, body?: object) => Promise<unknown>;
  /** The same of the sign-in's: consents, tokens, lifetimes. */
  readonly signIn: (method: string, path: string, body?: object) => Promise<unknown>;
  /** People's own connections, kept in memory. */
  readonly delegated: (changes?: { readonly now?: () => number }) => DelegatedWorld;
  /** Puts an event into someone's calendar, past the client under test. */
  readonly put: (givenName: string, event: object) => Promise<{ readonly id: string }>;
  readonly remove: (givenName: string, eventId: string) => Promise<void>;
  /** Every copy of every event that was not seeded. */
  readonly copies: () => Promise<readonly Copy[]>;
  readonly requests: () => Promise<z.infer<typeof requests>["value"]>;
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** People's own tokens, with what is kept of their grants and whom the token source said to be broken. */
export interface DelegatedWorld {
  readonly tokens: DelegatedTokens;
  readonly grants: Map<string, CalendarGrant>;
  readonly broken: string[];
}

/** A token of the tab's, as Teams would give it to this person. */
export async function tabToken(world: OutlookWorld, givenName: string, more: object = {}): Promise<string> {
  const answer = await world.signIn("POST", "/tokens", { oid: localPerson(givenName).oid, ...more });
  return z.object({ access_token: z.string() }).parse(answer).access_token;
}

/** This person allows in Entra whatever connecting a calendar asks for, or only so much. */
export const allow = (world: OutlookWorld, personId: string, scopes: readonly string[] = delegatedPermissions) =>
  world.signIn("POST", "/consents", { personId, scopes });

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
  const signInRoot = `http://localhost:${ports.signIn}/_local`;
  const graph = async (method: string, path: string, body?: object) =>
    call(`${root}/v1.0${path}`, method, { authorization: `Bearer ${await token.token({ mailbox: null })}` }, body);
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
    act: async (givenName, id, act, body) =>
      void (await local("POST", `/outlook/${givenName}/events/${encodeURIComponent(id)}/${act}`, body ?? {})),
    markDays: async (givenName, days) => void (await local("POST", `/outlook/${givenName}/days`, days)),
    mailed: async () => messages.parse(await local("GET", "/outbox")).value,
    local,
    signIn: (method, path, body) => call(`${signInRoot}${path}`, method, {}, body),
    delegated: (changes = {}) => delegatedWorld({ issuer, log, ...changes }),
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

function delegatedWorld(options: { issuer: string; log: Log; now?: () => number }): DelegatedWorld {
  const grants = new Map<string, CalendarGrant>();
  const broken: string[] = [];
  const { clientId, clientSecret } = localApp;
  const tokens = openDelegatedToken({
    now: Date.now,
    ...options,
    clientId,
    clientSecret,
    grants: {
      find: async (person) => grants.get(person) ?? null,
      save: async (person, grant) => void grants.set(person, grant),
    },
    onBroken: async (person) => void broken.push(person),
  });
  return { tokens, grants, broken };
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

/** The address that `fetch` was called with. */
export const addressOf = (input: RequestInfo | URL): string =>
  input instanceof Request ? input.url : input.toString();

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
    slot: { startsAt: nextWeek(10), endsAt: nextWeek(11), stretch: null },
    timeZone: "Europe/London",
    ...changes,
  };
}
