import { localPerson } from "../local/identities.ts";
import { seedDocument } from "../local/seed.ts";
import type { WorldOptions } from "../local/start/making.ts";
import { startThrowawayWorld } from "../local/start/throwaway-world.ts";
import type { World } from "../local/start/world.ts";

/** A whole world with the first programme in it, on free ports and data of its own. */
export const seededWorld = (options: Partial<WorldOptions> = {}): Promise<World> =>
  startThrowawayWorld({ seed: () => seedDocument(new Date()), logLevel: "warn", ...options });

/** How a token is to differ from a good one; see the sign-in's `/_local/tokens`. */
export type Bend = Readonly<Record<string, unknown>>;

/** A token for a person by given name, or by object id, bent as told. */
export async function tokenFor(world: Pick<World, "urls">, who: string, bend: Bend = {}): Promise<string> {
  const oid = who.includes("-") ? who : localPerson(who).oid;
  const answer = await postJson(`${world.urls.signIn}/_local/tokens`, { oid, ...bend });
  return ((await answer.json()) as { access_token: string }).access_token;
}

export const postJson = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

/** What the API answered. */
export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
}

/** Calls the API as a person, by given name. */
export async function call<Body = Record<string, unknown>>(
  world: Pick<World, "urls">,
  who: string,
  door: string,
  body?: unknown,
): Promise<Answered<Body>> {
  const [method = "GET", path = ""] = door.split(" ");
  const headers: Record<string, string> = { authorization: `Bearer ${await tokenFor(world, who)}` };
  if (body !== undefined) headers["content-type"] = "application/json";
  const answer = await fetch(`${world.urls.server}${path}`, {
    method,
    headers,
    signal: AbortSignal.timeout(60_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
}

/** A copy of an event, as the calendars' stand-in tells it. */
export interface ToldEvent {
  readonly subject: string;
  readonly mailbox: string;
  readonly role: "organizer" | "attendee";
  readonly transactionId: string | null;
  readonly iCalUId: string;
  /** The id that stays in this mailbox. */
  readonly immutableId: string;
  readonly cancelled: boolean;
  readonly deleted: boolean;
  readonly startAt: string;
  readonly endAt: string;
  readonly joinUrl: string | null;
  readonly sensitivity: string;
  readonly seeded: boolean;
}

/** Every copy of every check-in that stands in a calendar. */
export async function checkInEvents(world: Pick<World, "urls">): Promise<readonly ToldEvent[]> {
  const answer = await fetch(new URL("/_local/events", world.urls.graph));
  if (!answer.ok) throw new Error(`The calendars answered ${answer.status}.`);
  const body = (await answer.json()) as { readonly value?: readonly ToldEvent[] } | readonly ToldEvent[];
  const all = Array.isArray(body)
    ? (body as readonly ToldEvent[])
    : ((body as { value?: readonly ToldEvent[] }).value ?? []);
  return all.filter((event) => event.subject === "Check-in" && !event.seeded && !event.cancelled && !event.deleted);
}

/** Waits until `look` answers something, and answers it; fails with `what` after `seconds`. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | null | undefined | false>,
  seconds = 30,
): Promise<Found> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`It never came: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
