import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { openAppToken } from "../../../bot/graph/app-token.ts";
import { eventFrom } from "../../../bot/graph/booking-content.ts";
import { localApp } from "../../../local/identities.ts";
import type { World } from "../../../local/start/world.ts";
import { gather } from "../gather.ts";
import { exchange } from "../sender.ts";
import { pairOf } from "./cohort.ts";

/** Sends events to Graph, and does nothing else: nothing is looked up, kept, checked or tried again. */
export interface BareClient {
  /** One request for each event, so many under way at once. @returns seconds. */
  readonly oneByOne: (events: readonly BareEvent[], atOnce: number) => Promise<number>;
  /** Twenty events in a request, so many requests under way at once. @returns seconds. */
  readonly inBatches: (events: readonly BareEvent[], atOnce: number) => Promise<number>;
  readonly close: () => void;
}

/** Where an event goes, and what it is. */
export interface BareEvent {
  readonly path: string;
  readonly body: object;
}

/** The events that the product would make for so many pairs of another crowd, all at the same hour. */
export function bareEvents(pairs: number, startsAt: string, crowd: number): readonly BareEvent[] {
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString().replace(".000", "");
  return Array.from({ length: pairs }, (_, at) => {
    const [organiser, partner] = pairOf(at, pairs, crowd);
    const attendees = [{ name: `Crowd ${partner.surname}`, address: partner.mail, all: [] }];
    const slot = { startsAt, endsAt, stretch: null };
    const booking = {
      bookingId: randomUUID(),
      organiser: organiser.oid,
      attendees: [],
      slot,
      timeZone: organiser.zone,
    };
    return {
      path: `/users/${organiser.oid}/events`,
      body: eventFrom({ booking, attendees, hasTeams: true }, organiser.zone),
    };
  });
}

/** A client with an app token of its own. */
export async function openBareClient(world: World): Promise<BareClient> {
  const silent = () => {};
  const token = await openAppToken({
    issuer: world.urls.issuer,
    clientId: localApp.clientId,
    clientSecret: localApp.clientSecret,
    log: { info: silent, warn: silent, error: silent },
    now: Date.now,
  }).token({ mailbox: null });
  const { origin } = new URL(world.urls.graph);
  const agent = new Agent({ keepAlive: true });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const post = async (path: string, body: object) => {
    const call = { method: "POST", path: `/v1.0${path}`, headers, body: JSON.stringify(body) };
    const { status, text } = await exchange(agent, origin, call);
    if (status >= 300) throw new Error(`${path} answered ${status}: ${text.slice(0, 200)}`);
    return text;
  };
  return {
    oneByOne: (events, atOnce) => timed(events, atOnce, ({ path, body }) => post(path, body)),
    inBatches: (events, atOnce) => timed(inTwenties(events), atOnce, (some) => postBatch(post, some)),
    close: () => agent.destroy(),
  };
}

const inTwenties = (events: readonly BareEvent[]): readonly (readonly BareEvent[])[] =>
  Array.from({ length: Math.ceil(events.length / 20) }, (_, at) => events.slice(at * 20, (at + 1) * 20));

async function postBatch(
  post: (path: string, body: object) => Promise<string>,
  events: readonly BareEvent[],
): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const requests = events.map(({ path: url, body }, id) => ({ id: String(id), method: "POST", url, headers, body }));
  const { responses } = JSON.parse(await post("/$batch", { requests })) as {
    readonly responses: readonly { readonly status: number }[];
  };
  const failed = responses.find(({ status }) => status >= 300);
  if (failed) throw new Error(`An event in a batch was answered with ${failed.status}.`);
}

/** Each of so many lanes takes the next thing as soon as its last is done. */
async function timed<T>(things: readonly T[], lanes: number, act: (thing: T) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    for (let thing = things[next++]; thing !== undefined; thing = things[next++]) await act(thing);
  };
  const all = gather<void>();
  for (let at = 0; at < lanes; at += 1) all.add(lane());
  await all.all();
  return (performance.now() - started) / 1000;
}
