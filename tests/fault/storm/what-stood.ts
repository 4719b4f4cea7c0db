import type { ToldEvent } from "../../world.ts";
import type { Aim } from "./arm.ts";
import type { Stage } from "./stage.ts";

/** What was looked up about an intent, as lines to read. */
export type WhatStood = readonly string[];

const ofCheckIn = `
  select 'check-in' as what, jsonb_strip_nulls(to_jsonb(c) - 'offered') as row from app.check_in c where id = $1
  union all
  select 'news', to_jsonb(n) from app.news n where check_in_id = $1
  union all
  select 'copy', to_jsonb(e) from app.event_copy e where check_in_id = $1
  union all
  select 'watch', to_jsonb(w) - 'client_state' from app.mailbox_watch w where person_id = any($2)`;

const ofJobs = `
  select 'job' as what, jsonb_strip_nulls(jsonb_build_object('name', name, 'state', state, 'retried', retry_count, 'mayRetry', retry_limit,
    'key', singleton_key, 'data', data - 'tenantId', 'made', created_on, 'notBefore', start_after, 'begun', started_on,
    'over', completed_on, 'output', output)) as row
  from boss.job
  where created_on > now() - interval '15 minutes'
    and (data ->> 'checkInId' = $1 or (data ->> 'personId' = any($2) and not data ? 'checkInId'))
  order by created_on`;

/** What is asked of a database, with its rows as JSON. */
export type LookUp = (text: string, values: readonly unknown[]) => Promise<readonly { what: string; row: unknown }[]>;

/**
 * Everything that says why an intent did not settle: its check-in, news and jobs, how its people's mailboxes are listened to, what was
 * sent to the product about them, what stands in their calendars, and when the server died. A look that fails says so in its place.
 */
export async function whatStood(stage: Stage, { checkInId, pair }: Aim): Promise<WhatStood> {
  const people = pair.people.map(({ oid }) => oid);
  const parts = await Promise.all([
    orWhy(() => stage.records.rows(ofCheckIn, [checkInId, people])),
    orWhy(() => stage.records.rows(ofJobs, [checkInId, people])),
    orWhy(() => inOutlook(stage, people)),
  ]);
  const deaths = stage.cuts.deaths().map((at) => ({ what: "death", row: new Date(at).toISOString() }));
  const now = { what: "now", row: new Date().toISOString() };
  return [now, ...parts.flat(), ...deaths.slice(-12)].map(({ what, row }) => `  ${what}: ${JSON.stringify(row)}`);
}

type Line = Awaited<ReturnType<LookUp>>[number];

async function orWhy(look: () => Promise<readonly Line[]>): Promise<readonly Line[]> {
  try {
    return await look();
  } catch (problem) {
    return [{ what: "could not look", row: String(problem) }];
  }
}

interface OfMailbox {
  readonly mailbox: string;
}

interface Notice extends OfMailbox {
  readonly at: string;
  readonly status: number;
  readonly items: readonly { readonly changeType?: string; readonly resourceData?: { readonly id: string } }[];
}

interface Notices {
  readonly disturbances: readonly unknown[];
  readonly waiting: number;
  readonly value: readonly Notice[];
}

interface Subscription extends OfMailbox {
  readonly id: string;
  readonly expirationDateTime: string;
}

/** How many attempts to tell the product something are worth reading. */
const mostAttempts = 30;

async function inOutlook({ world }: Stage, people: readonly string[]): Promise<readonly Line[]> {
  const isTheirs = ({ mailbox }: OfMailbox) => people.includes(mailbox);
  const ask = async <Body>(path: string): Promise<Body> =>
    (await (await fetch(new URL(`/_local/${path}`, world.urls.graph))).json()) as Body;
  const subscriptions = await ask<{ value: readonly Subscription[] }>("subscriptions");
  const notices = await ask<Notices>("notifications");
  const events = await ask<{ value: readonly ToldEvent[] }>("events");
  const { disturbances, waiting } = notices;
  return [
    ...subscriptions.value.filter(isTheirs).map(({ id, mailbox, expirationDateTime }) => ({
      what: "subscription",
      row: { id, mailbox, expirationDateTime },
    })),
    { what: "notices", row: { disturbances, waiting } },
    ...notices.value
      .filter(isTheirs)
      .slice(-mostAttempts)
      .map(({ at, mailbox, status, items }) => ({
        what: "notice",
        row: { at, mailbox, status, of: items.map((one) => [one.changeType, one.resourceData?.id]) },
      })),
    ...events.value
      .filter(isTheirs)
      .map(({ mailbox, role, iCalUId, immutableId, startAt, endAt, cancelled, deleted }) => ({
        what: "event",
        row: { mailbox, role, iCalUId, immutableId, startAt, endAt, cancelled, deleted },
      })),
  ];
}
