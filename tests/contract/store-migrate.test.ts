import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { migrate } from "../../bot/store/migrate.ts";
import * as schema from "../../bot/store/schema.ts";
import { checkInStatuses, meetingFavours } from "../../shared/domain/check-in.ts";
import { stages } from "../../shared/domain/cohort.ts";
import { cohortBookingStatuses, pairBookingReasons, pairBookingStatuses } from "../../shared/domain/cohort-booking.ts";
import { goalStates } from "../../shared/domain/goal.ts";
import { audiences } from "../../shared/domain/journal-entry.ts";
import { newsKinds } from "../../shared/domain/news.ts";
import { pairStatuses } from "../../shared/domain/pair.ts";
import { voices } from "../../shared/domain/person.ts";
import { purposes } from "../../shared/domain/programme.ts";
import { promptKinds, themes, topicLabels, whoFirst } from "../../shared/domain/prompt.ts";
import { reflectionAnswers } from "../../shared/domain/reflection.ts";
import { rhythmKinds } from "../../shared/domain/rhythm.ts";
import { decideSession } from "../../shared/domain/session/decide-session.ts";
import { parts, revealedKinds, type Session, sessionPhases } from "../../shared/domain/session/session.ts";
import { sessionWordsKinds } from "../../shared/domain/session-words.ts";
import {
  databaseForThisFile,
  serverForThisFile,
  serverRole,
  type TestDatabase,
  testQueues,
  withStore,
} from "../database.ts";
import { tablesOf } from "./store-catalog.ts";
import { formerPhases, plantFormerSessions, plantFormerVersion } from "./store-former-version.ts";
import { as, bookedCheckIn, laterSlot, north, plantWorld, slot } from "./store-world.ts";

const server = serverForThisFile();
const migrated = databaseForThisFile(server);
const run = (database: TestDatabase, role = serverRole) =>
  migrate({ ownerUrl: database.ownerUrl, serverRole: role, queues: testQueues });

describe("migrating", () => {
  it("takes every step once, though several processes begin at the same time", async () => {
    const database = await server.create("empty");
    const taken = await Promise.all([run(database), run(database), run(database)]);
    const steps = await database.look<{ name: string }>("select name from migration.applied order by version");
    expect(taken.filter((names) => names.length > 0)).toEqual([steps.map((step) => step.name)]);
    expect(await run(database)).toEqual([]);
    await withStore(database, async (store) => {
      await plantWorld(store);
      expect(await store.transact(as("ana"), ({ pairs }) => pairs.mine())).toHaveLength(1);
    });
  });

  it("keeps what is there", async () => {
    const database = await server.create();
    await withStore(database, plantWorld);
    await run(database);
    await withStore(database, async (store) =>
      expect(await store.transact(as("ben"), ({ goals }) => goals.ofPair("ana-ben"))).toHaveLength(2),
    );
  });

  it("makes the queues with their options, and changes the options of those that are there", async () => {
    const database = await server.create("empty");
    const options = () =>
      database.look<{ retry: number; notify: boolean }>(
        "select retry_limit as retry, notify from boss.queue where name = 'write-to-calendar'",
      );
    const queues = (retryLimit: number) =>
      [{ name: "write-to-calendar", policy: "short", retryLimit, notify: true }] as const;
    await migrate({ ownerUrl: database.ownerUrl, serverRole, queues: queues(3) });
    expect(await options()).toEqual([{ retry: 3, notify: true }]);
    await migrate({ ownerUrl: database.ownerUrl, serverRole, queues: queues(7) });
    expect(await options()).toEqual([{ retry: 7, notify: true }]);
  });

  it("[STORE-9] carries check-ins and waiting jobs of the former version over", async () => {
    const database = await server.create("empty");
    await plantFormerVersion(database);
    await run(database);
    await withStore(database, async (store) => {
      const [stretched, plain] = await store.transact(as("ana"), ({ checkIns }) => checkIns.ofPair("ana-ben"));
      expect(stretched).toEqual({
        ...{ ...bookedCheckIn, id: "stretched", number: 1, bookingId: "b-1", version: 3 },
        ...{ booker: "ana", event: null, status: "booking", opener: "ben" },
        slot: { ...laterSlot, stretch: { person: "ben", side: "after", lastBorneBy: null } },
        offered: [
          { ...laterSlot, stretch: { person: "ben", side: "after", lastBorneBy: null } },
          { ...slot, stretch: null },
        ],
      });
      expect(plain).toMatchObject({ id: "plain", status: "booked", slot: { ...slot, stretch: null }, offered: [] });
      const told = await store.transact(as("ben"), ({ news }) => news.ofCheckIn("plain"));
      expect(told).toEqual([{ kind: "booked", by: "ana", was: null, number: 1 }]);
    });
    const waiting = await database.look("select name, data, state::text from boss.job order by name");
    expect(waiting).toEqual([
      { name: "tell-news", data: { tenantId: north, checkInId: "plain", personId: "ben", number: 1 }, state: "retry" },
      { name: "write-to-calendar", data: { tenantId: north, checkInId: "stretched" }, state: "created" },
    ]);
    const former = await database.look("select name from boss.queue where name in ('book-check-in', 'tell-booking')");
    expect(former).toEqual([]);
    expect(await run(database)).toEqual([]);
  });

  it("[STORE-14] lets a session of the former version go on where it was", async () => {
    const database = await server.create("empty");
    await plantFormerSessions(database);
    await run(database);
    await withStore(database, async (store) => {
      const stand = { offered: [], been: ["since", "prompts"], spoken: [], turnSince: null, version: 7, stepSince: 7 };
      const choosing = { phase: "choose", offered: ["compass", "walk"] };
      const speaking = { phase: "turn", promptId: "compass" };
      const expected: Readonly<Record<(typeof formerPhases)[number], Partial<Session>>> = {
        arrive: { ...stand, phase: "arrive", been: [], stepSince: 1 },
        choose: { ...stand, been: ["since", "prompts"], ...choosing } as Partial<Session>,
        "speak-first": { ...stand, ...speaking, speaker: "ben" } as Partial<Session>,
        "speak-second": { ...stand, ...speaking, speaker: "ana", spoken: ["ben"] } as Partial<Session>,
        close: { ...stand, phase: "learn", been: ["since", "prompts", "exercise", "appreciate", "learn"] },
        over: { ...stand, phase: "over" } as Partial<Session>,
      };
      for (const phase of formerPhases) {
        const session = await store.transact(as("ben"), ({ sessions }) => sessions.find(phase));
        expect(session).toMatchObject(expected[phase]);
        expect(session && phasesTo(session)).toContain("over");
      }
    });
  });

  it("refuses a database that is ahead of the code, or whose past reads otherwise", async () => {
    const database = await server.create();
    await database.look("update migration.applied set sha256 = 'other' where version = 1");
    await expect(run(database)).rejects.toThrow("0001-records.sql was changed after");
    await database.look("insert into migration.applied values (9999, '9999-later.sql', 'x')");
    await database.look("delete from migration.applied where version = 1");
    await expect(run(database)).rejects.toThrow("ahead of this code");
  });

  it("refuses a server's role that is missing or passes the walls by", async () => {
    await expect(run(migrated(), "counterpoint_nobody")).rejects.toThrow('no role "counterpoint_nobody"');
    await expect(run(migrated(), "postgres")).rejects.toThrow("passes the walls by");
  });
});

/** The phases that a session goes through to its end, each partner doing what comes next. */
function phasesTo(session: Session): readonly string[] {
  const phases = [];
  const offer = { offer: ["one", "other"], exercise: null, at: "2027-04-07T10:00:00Z" };
  for (let current = session; ; ) {
    phases.push(current.phase);
    if (current.phase === "over" || phases.length > 20) return phases;
    const type = current.phase === "turn" ? "change-over" : "go-on";
    const next = decideSession(current, { type, ...offer }, "ana", current.version);
    if (!next.ok) return [...phases, next.refusal];
    current = next.value;
  }
}

describe("a store is ready", () => {
  const isReady = (database: TestDatabase, databaseUrl = database.serverUrl) =>
    withStore(database, (store) => store.isReady(), { databaseUrl });

  it("at the newest migration, not before and not beyond", async () => {
    const database = await server.create();
    expect(await isReady(database)).toBe(true);
    const [last] = await database.look<{ row: string }>(
      "delete from migration.applied where version = (select max(version) from migration.applied) returning name as row",
    );
    expect(last).toBeDefined();
    expect(await isReady(database)).toBe(false);
    await database.look("insert into migration.applied values (9999, 'later', 'x')");
    expect(await isReady(database)).toBe(false);
  });

  it("never on an empty database, nor as a role that the walls don't bind", async () => {
    const empty = await server.create("empty");
    expect(await isReady(empty)).toBe(false);
    expect(await isReady(migrated(), server.postgres().adminUrl(migrated().name))).toBe(false);
  });
});

describe("the tables that the code knows", () => {
  const tables = Object.values(schema)
    .filter((one) => one instanceof PgTable)
    .map((one) => getTableConfig(one));

  it("are the ones that the migrations make, column by column", async () => {
    expect(tables.map((one) => one.name).toSorted()).toEqual([...(await tablesOf(migrated()))]);
    for (const { name, columns } of tables) {
      const made = await migrated().look<{ name: string; type: string; notNull: boolean }>(
        `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as "notNull"
         from pg_attribute where attrelid = ('app.' || $1)::regclass and attnum > 0 and not attisdropped order by 1`,
        [name],
      );
      const known = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType(),
        notNull: column.notNull,
      }));
      expect({ name, columns: known.toSorted((a, b) => a.name.localeCompare(b.name, "en")) }).toEqual({
        name,
        columns: made.toSorted((a, b) => a.name.localeCompare(b.name, "en")),
      });
    }
  });

  it.each([
    ["pair", "status", pairStatuses],
    ["goal", "state", goalStates],
    ["check_in", "status", checkInStatuses],
    ["check_in", "app_in_chat", meetingFavours],
    ["check_in", "recording_off", meetingFavours],
    ["news", "kind", newsKinds],
    ["rhythm_claim", "kind", rhythmKinds],
    ["cohort_booking", "status", cohortBookingStatuses],
    ["pair_booking", "status", pairBookingStatuses],
    ["pair_booking", "reason", pairBookingReasons],
    ["session", "phase", sessionPhases],
    ["session", "been", parts],
    ["session", "revealed", revealedKinds],
    ["session_words", "kind", sessionWordsKinds],
    ["reflection", "felt_heard", reflectionAnswers],
    ["reflection", "room_to_speak", reflectionAnswers],
    ["organisation_prompt", "stage", stages],
    ["organisation_prompt", "theme", themes],
    ["organisation_prompt", "kind", promptKinds],
    ["organisation_prompt", "who_first", whoFirst],
    ["organisation_prompt", "labels", topicLabels],
    ["organisation_prompt", "purposes", purposes],
    ["prompt_choice", "muted", topicLabels],
    ["journal_entry", "audience", audiences],
    ["pair_member", "voice", voices],
    ["programme", "purposes", purposes],
  ])("%s.%s takes the words of the domain and no others", async (table, column, words) => {
    const [check] = await migrated().look<{ text: string }>(
      `select pg_get_constraintdef(pg_constraint.oid) as text from pg_constraint
       join pg_attribute on attrelid = conrelid and conkey = array[attnum]
       where contype = 'c' and conrelid = ('app.' || $1)::regclass and attname = $2`,
      [table, column],
    );
    const taken = [...(check?.text ?? "").matchAll(/'([^']*)'/g)].map((match) => String(match[1]));
    expect(taken.toSorted()).toEqual([...words].toSorted());
  });
});
