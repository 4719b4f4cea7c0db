import { randomUUID } from "node:crypto";
import { keyBelonging } from "../../../bot/store/pair-words.ts";
import { makeKey, type SealingKey, seal } from "../../../bot/store/seal.ts";
import { localTenant } from "../../../local/identities.ts";
import type { ProgrammeFile } from "../../../shared/contract/programme-file.ts";
import { voices } from "../../../shared/domain/person.ts";

type CohortFile = ProgrammeFile["cohorts"][number];
type PairFile = CohortFile["pairs"][number];

/** Rows by their columns' names; bytes as PostgreSQL's hexadecimal. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

const tenant_id = localTenant.id;

/** The rows of a programme as the store would have written them, table by table, each after those that it refers to. */
export function rowsOf({ people, programme, cohorts }: ProgrammeFile, master: SealingKey): ReadonlyMap<string, Rows> {
  const pairs = cohorts.flatMap((cohort) => cohort.pairs.map((pair) => ({ pair, cohort, key: makeKey(randomUUID()) })));
  return new Map<string, Rows>([
    [
      "person",
      people.map(({ id, name, fullName, locale, timeZone }) => ({
        tenant_id,
        id,
        name,
        full_name: fullName,
        locale,
        time_zone: timeZone,
      })),
    ],
    ["programme", [programmeRow(programme)]],
    [
      "role_grant",
      programme.coordinators.map((person_id) => ({
        tenant_id,
        person_id,
        programme_id: programme.id,
        role: "coordinator",
      })),
    ],
    ["cohort", cohorts.map((cohort) => cohortRow(cohort, programme.id))],
    [
      "pair",
      pairs.map(({ pair, cohort }) => ({
        tenant_id,
        id: pair.id,
        cohort_id: cohort.id,
        status: pair.status,
        formed_at: "now",
      })),
    ],
    ["pair_member", pairs.flatMap(({ pair }) => memberRows(pair))],
    ["pair_key", pairs.map(({ pair, key }) => keyRow(pair, key, master))],
    ["agreement", pairs.map(({ pair, key }) => agreementRow(pair, key))],
    ["check_in", pairs.flatMap(({ pair, cohort }) => checkInRows(pair, cohort.minutes))],
    ["goal", pairs.flatMap(({ pair, key }) => goalRows(pair, key))],
    ["journal_entry", pairs.flatMap(({ pair, key }) => entryRows(pair, key))],
  ]);
}

const programmeRow = ({ id, name, purposes, statement, sponsorName }: ProgrammeFile["programme"]) => ({
  tenant_id,
  id,
  name,
  purposes,
  statement,
  sponsor_name: sponsorName,
});

const cohortRow = ({ id, name, startsOn, endsOn, minutes, cadenceDays }: CohortFile, programmeId: string) => ({
  tenant_id,
  id,
  programme_id: programmeId,
  name,
  starts_on: startsOn,
  ends_on: endsOn,
  minutes,
  cadence_days: cadenceDays,
});

const memberRows = ({ id, members }: PairFile) =>
  members.map((person_id, at) => ({ tenant_id, pair_id: id, person_id, voice: voices[at] }));

function keyRow({ id }: PairFile, key: SealingKey, master: SealingKey) {
  const wrapped = seal(master, key.key, keyBelonging(tenant_id, id, key.id));
  return { tenant_id, pair_id: id, id: key.id, wrapped: hex(wrapped), wrapped_by: master.id };
}

const agreementRow = ({ id, agreementLines }: PairFile, key: SealingKey) => ({
  tenant_id,
  pair_id: id,
  lines: sealed(key, agreementLines, id, id, "pair", "agreement"),
});

const checkInRows = ({ id, checkIns }: PairFile, minutes: number) =>
  checkIns.map((one, at) => ({
    tenant_id,
    id: one.id,
    pair_id: id,
    number: at + 1,
    status: one.status,
    minutes,
    opener: one.opener,
    booker: one.booker,
    offered: [],
    slot_starts_at: one.startsAt,
    slot_ends_at: new Date(Date.parse(one.startsAt) + minutes * 60_000).toISOString(),
    declined: [],
    guests: 0,
    app_in_chat: "unknown",
    recording_off: "unknown",
    version: 1,
    wished_at: one.startsAt,
    changed_at: one.startsAt,
  }));

const goalRows = (pair: PairFile, key: SealingKey) =>
  pair.goals.map(({ id, owner, title, why, nextStep, reviewOn, state }) => ({
    tenant_id,
    id,
    pair_id: pair.id,
    owner,
    words: sealed(key, { title, why, nextStep }, pair.id, id, owner ?? "pair", "goal"),
    review_on: reviewOn,
    state,
    version: 1,
    added_at: "now",
  }));

const entryRows = (pair: PairFile, key: SealingKey) =>
  pair.entries.map(({ id, author, text, audience, sessionNumber, writtenAt }) => ({
    tenant_id,
    id,
    pair_id: pair.id,
    author,
    text: sealed(key, text, pair.id, id, author, "journal-entry"),
    audience,
    session_number: sessionNumber,
    written_at: writtenAt,
    version: 1,
  }));

const sealed = (key: SealingKey, words: unknown, pair: string, row: string, author: string, noun: string): string =>
  hex(seal(key, Buffer.from(JSON.stringify(words)), [tenant_id, pair, row, author, noun]));

const hex = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`;
