import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import { CalendarAway, NotConnected } from "../ports/calendar.ts";
import { askTogether } from "./batch.ts";
import { RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";
import { rememberFor } from "./memory.ts";

const user = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  givenName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  preferredLanguage: z.string().nullish(),
});

const clockChange = z.object({
  time: z.string(),
  dayOccurrence: z.number(),
  dayOfWeek: z.string(),
  month: z.number(),
  year: z.number().nullish(),
});

/** A zone by its name, or one that the mailbox made up itself, by its rules. */
const zone = z.object({
  name: z.string(),
  bias: z.number().nullish(),
  standardOffset: clockChange.nullish(),
  daylightOffset: clockChange.extend({ daylightBias: z.number() }).nullish(),
});

export type OutlookZone = z.infer<typeof zone>;

/** Graph's workingHours: days by name, wall-clock times with seconds and seven digits. */
export const workingHours = z.object({
  daysOfWeek: z.array(z.string()),
  startTime: z.string(),
  endTime: z.string(),
  timeZone: zone,
});

const mailboxSettings = z.object({
  timeZone: z.string().nullish(),
  language: z.object({ locale: z.string().nullish() }).nullish(),
  workingHours: workingHours.nullish().catch(null),
});

export type User = z.infer<typeof user>;
type MailboxSettings = z.infer<typeof mailboxSettings>;

const gone: ReadonlySet<number> = new Set([404, 410]);
const closed: ReadonlySet<number> = new Set([403, 404, 410]);

/** A person's path. */
export const userPath = (id: PersonId): string => `/users/${encodeURIComponent(id)}`;

const pathOfUser = (id: PersonId): string =>
  `${userPath(id)}?$select=id,displayName,givenName,mail,userPrincipalName,preferredLanguage`;

/** Someone in the directory, or `null` when nobody there has this id; asked in the person's own name unless told otherwise. */
export async function readUser(graph: Graph, id: PersonId, asking: PersonId = id): Promise<User | null> {
  return orNull(gone, graph.get({ operation: "read-user", path: pathOfUser(id), answer: user, as: asking }));
}

/** A person's mailbox settings, or `null` without a mailbox or without leave to look. */
export async function readMailboxSettings(graph: Graph, id: PersonId): Promise<MailboxSettings | null> {
  const path = `${userPath(id)}/mailboxSettings?$select=timeZone,language,workingHours`;
  try {
    return await orNull(closed, graph.get({ operation: "read-mailbox-settings", path, answer: mailboxSettings }));
  } catch (error) {
    if (error instanceof NotConnected) return null;
    throw error;
  }
}

/** The answer, or `null` when Graph refuses it with one of these statuses. */
async function orNull<T>(statuses: ReadonlySet<number>, answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RefusedByGraph && statuses.has(error.status)) return null;
    throw error;
  }
}

/** Where invitations and schedules find people. */
export interface Addresses {
  /**
   * The addresses of those whom the directory knows, asked in the name of one of them where that matters; someone it doesn't know, or who
   * has no address, is missing.
   */
  readonly of: (people: readonly PersonId[], asking: PersonId) => Promise<ReadonlyMap<PersonId, Address>>;
}

export interface Address {
  readonly name: string;
  readonly address: string;
  /** Every address that stands for the person, in lower case. */
  readonly all: readonly string[];
}

/** Addresses change seldom and are asked for at every step of a booking. */
const keptMs = 600_000;

/** From so many on, people are asked for together. */
const worthABatch = 3;

/** Looks addresses up and keeps those found for ten minutes. */
export function keepAddresses(graph: Graph): Addresses {
  const kept = rememberFor<Address>(keptMs, graph.now);
  return {
    async of(people, asking) {
      const unknown = [...new Set(people)].filter((id) => !kept.get(id));
      for (const [id, person] of await readUsers(graph, unknown, asking)) {
        const found = addressOf(person);
        if (found) kept.set(id, found);
      }
      return new Map(people.flatMap((id) => entryOf(id, kept.get(id))));
    },
  };
}

const entryOf = (id: PersonId, found: Address | undefined): [PersonId, Address][] => (found ? [[id, found]] : []);

function addressOf({ mail, userPrincipalName, displayName }: User): Address | null {
  const address = mail || userPrincipalName;
  if (!address) return null;
  const all = [mail, userPrincipalName].flatMap((one) => (one ? [one.toLowerCase()] : []));
  return { name: displayName || address, address, all };
}

async function readUsers(
  graph: Graph,
  ids: readonly PersonId[],
  asking: PersonId,
): Promise<readonly (readonly [PersonId, User])[]> {
  if (ids.length >= worthABatch && !graph.isPerPerson) return readUsersAtOnce(graph, ids);
  const found = await Promise.all(ids.map(async (id) => [id, await readUser(graph, id, asking)] as const));
  return found.flatMap(([id, person]) => (person ? [[id, person] as const] : []));
}

async function readUsersAtOnce(
  graph: Graph,
  ids: readonly PersonId[],
): Promise<readonly (readonly [PersonId, User])[]> {
  const items = ids.map((id) => ({ method: "GET" as const, path: pathOfUser(id) }));
  const answers = await askTogether(graph, "read-users", items);
  return answers.flatMap((answer, index) => {
    const id = ids[index];
    if (answer.kind === "lost") throw new CalendarAway("The directory didn't answer for everyone.");
    if (answer.kind === "refused" && !gone.has(answer.refusal.status)) throw answer.refusal;
    const read = answer.kind === "answered" ? user.safeParse(answer.body) : null;
    return id !== undefined && read?.success ? [[id, read.data] as const] : [];
  });
}
