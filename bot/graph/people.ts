import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import { RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";

const user = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  givenName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  preferredLanguage: z.string().nullish(),
});

const zoneName = z.object({ name: z.string() });

/** Graph's workingHours: days by name, wall-clock times with seconds and seven digits. */
export const workingHours = z.object({
  daysOfWeek: z.array(z.string()),
  startTime: z.string(),
  endTime: z.string(),
  timeZone: zoneName,
});

const mailboxSettings = z.object({
  timeZone: z.string().nullish(),
  language: z.object({ locale: z.string().nullish() }).nullish(),
  workingHours: workingHours.nullish().catch(null),
});

export type User = z.infer<typeof user>;
export type MailboxSettings = z.infer<typeof mailboxSettings>;

const gone: ReadonlySet<number> = new Set([404, 410]);
const closed: ReadonlySet<number> = new Set([403, 404, 410]);

/** A person's path. */
export const userPath = (id: PersonId): string => `/users/${encodeURIComponent(id)}`;

/** Someone in the directory, or `null` when nobody there has this id. */
export async function readUser(graph: Graph, id: PersonId): Promise<User | null> {
  const path = `${userPath(id)}?$select=id,displayName,givenName,mail,userPrincipalName,preferredLanguage`;
  return orNull(gone, graph.get({ operation: "read-user", path, answer: user }));
}

/** A person's mailbox settings, or `null` without a mailbox or without leave to look. */
export async function readMailboxSettings(graph: Graph, id: PersonId): Promise<MailboxSettings | null> {
  const path = `${userPath(id)}/mailboxSettings?$select=timeZone,language,workingHours`;
  return orNull(closed, graph.get({ operation: "read-mailbox-settings", path, answer: mailboxSettings }));
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

/** Where invitations and schedules find a person. */
export interface Addresses {
  /** @returns `null` for someone the directory doesn't know or who has no address. */
  readonly of: (id: PersonId) => Promise<Address | null>;
}

export interface Address {
  readonly name: string;
  readonly address: string;
}

/** Addresses change seldom and are asked for at every step of a booking. */
const keptMs = 600_000;

/** Looks addresses up and keeps those found for ten minutes. `now` is in epoch milliseconds. */
export function keepAddresses(graph: Graph, now: () => number): Addresses {
  const kept = new Map<PersonId, { readonly until: number; readonly found: Address }>();
  return {
    async of(id) {
      const known = kept.get(id);
      if (known && now() < known.until) return known.found;
      const person = await readUser(graph, id);
      const address = person?.mail || person?.userPrincipalName;
      if (!address) return null;
      const found = { name: person?.displayName || address, address };
      kept.set(id, { until: now() + keptMs, found });
      return found;
    },
  };
}
