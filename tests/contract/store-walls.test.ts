import { beforeAll, describe, expect, it } from "vitest";
import { openPace } from "../../bot/store/pace.ts";
import { type Actor, type JobName, jobNames, type Role } from "../../shared/domain/access.ts";
import { databaseForThisFile, ownerRole, runAlone, serverRole, type TestStore } from "../database.ts";
import { asServer, changedBy, seenBy, tablesOf } from "./store-catalog.ts";
import {
  anaAndBen,
  as,
  asJob,
  askedCheckIn,
  bookedCheckIn,
  chatId,
  entryBy,
  goalOf,
  north,
  plantWorld,
  reminderOfAna,
  session,
  south,
  springBooking,
  watchOfAna,
} from "./store-world.ts";

const database = databaseForThisFile();
let store: TestStore;
const by: TestStore["transact"] = (actor, work) => store.transact(actor, work);

beforeAll(async () => {
  store = database().openStore();
  await plantWorld(store);
  await plantWorld(store, south);
  for (const tenantId of [north, south]) await openPace({ pool: store.pool, tenantId }).turn();
});

describe("every table", () => {
  it("holds rows of both tenants in these tests, so that seeing none means something", async () => {
    for (const table of await tablesOf(database())) {
      const rows = await database().look(`select distinct tenant_id from app.${table}`);
      expect({ table, tenants: rows.length }).toEqual({ table, tenants: 2 });
    }
  });

  it("[WALL-1] has its walls on, for the owner too", async () => {
    const open = await database().look(
      `select relname from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  it("begins its key and each of its references with the tenant", async () => {
    const loose = await database().look(
      `select conrelid::regclass::text as table, conname from pg_constraint
       join pg_attribute on attrelid = conrelid and attnum = conkey[1]
       where connamespace = 'app'::regnamespace and contype in ('p', 'f', 'u') and attname <> 'tenant_id'
       union all
       select relname, 'no key' from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'
       and not exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'p')`,
    );
    expect(loose).toEqual([]);
  });

  it("[WALL-1] shows and gives nothing to nobody", async () => {
    expect(await seenBy(database(), null)).toEqual({});
    await asServer(database(), null, async (run) => {
      for (const table of await tablesOf(database())) {
        await run("savepoint before");
        await expect(
          run(`insert into app.${table} select (jsonb_populate_record(null::app.${table}, $1)).*`, [rowFor(table)]),
        ).rejects.toThrow(/row-level security|permission denied/);
        await run("rollback to before");
      }
    });
  });

  it("[WALL-1] shows nothing to its owner without an actor", async () => {
    for (const table of await tablesOf(database()))
      expect(await runAlone(database().ownerUrl, `select from app.${table}`)).toEqual([]);
  });

  it("[WALL-2] has the tenant's wall, and policies that name their command and check what is written", async () => {
    const policies = await database().look<{
      table: string;
      kind: string;
      command: string;
      check: string | null;
      roles: string;
    }>(
      `select tablename as table, permissive as kind, cmd as command, with_check as check, roles::text as roles
       from pg_policies where schemaname = 'app'`,
    );
    for (const table of await tablesOf(database())) {
      const walls = policies.filter((one) => one.table === table && one.kind === "RESTRICTIVE");
      expect(walls).toEqual([expect.objectContaining({ command: "ALL", roles: `{${serverRole}}` })]);
    }
    const doors = policies.filter((one) => one.kind === "PERMISSIVE");
    expect(doors.filter((one) => one.command === "ALL")).toEqual([]);
    expect(doors.filter((one) => ["INSERT", "UPDATE"].includes(one.command) && !one.check)).toEqual([]);
  });
});

describe("the server's role", () => {
  it("owns nothing, is nobody else, and passes no wall by", async () => {
    const owned = await database().look(
      `select relname from pg_class where relowner = $1::text::regrole
       union all select proname from pg_proc where proowner = $1::text::regrole
       union all select nspname from pg_namespace where nspowner = $1::text::regrole
       union all select datname from pg_database where datdba = $1::text::regrole
       union all select roleid::regrole::text from pg_auth_members where member = $1::text::regrole`,
      [serverRole],
    );
    expect(owned).toEqual([]);
    const [rights] = await database().look(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1",
      [serverRole],
    );
    expect(Object.values(rights ?? { none: true })).toEqual([false, false, false, false, false]);
  });

  it("can't turn the walls off, make anything, or become the owner", async () => {
    await asServer(database(), as("ana"), async (run) => {
      const attempts = [
        "set local row_security = off; select * from app.goal",
        "alter table app.goal disable row level security",
        "create table app.mine (id text)",
        "create table public.mine (id text)",
        "create schema mine",
        `set local role ${ownerRole}`,
        "truncate app.goal",
        "select * from migration.applied",
        "select * from app.pairs_going_on('spring', now())",
        "select from app.session_named",
        "insert into app.session_named values ('x', 'session-2', 'ana-ben', 'ana', 'ben')",
        "delete from app.session_named",
        "insert into app.room_link values ('x', 'chat', 'ana-ben-2', 'ana-ben')",
        "update app.room_link set check_in_id = 'ana-ben-2'",
      ];
      for (const attempt of attempts) {
        await run("savepoint before");
        await expect(run(attempt), attempt).rejects.toThrow();
        await run("rollback to before");
      }
    });
  });

  it("removes only people's own entries and choices and what is kept for a while, and never moves a row to another tenant, pair or author", async () => {
    const removes = await database().look<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'
       and has_table_privilege($1, oid, 'delete, truncate, references, trigger, maintain')`,
      [serverRole],
    );
    expect(removes.map((one) => one.name).toSorted()).toEqual([
      "brought_prompt",
      "calendar_grant",
      "journal_entry",
      "mailbox_watch",
      "retired_prompt",
      "rhythm_claim",
    ]);
    const moves = await database().look(
      `select table_name, column_name from information_schema.column_privileges where table_schema = 'app' and grantee = $1
       and privilege_type = 'UPDATE' and column_name in ('tenant_id', 'id', 'pair_id', 'author', 'owner', 'person_id', 'check_in_id',
         'session_id', 'chat_id')`,
      [serverRole],
    );
    // Which check-in came of a pair's place in a booking is found out later.
    expect(moves).toEqual([{ table_name: "pair_booking", column_name: "check_in_id" }]);
  });

  it("calls functions that look past the walls only as they were written", async () => {
    const loose = await database().look(
      `select proname from pg_proc where pronamespace = 'app'::regnamespace and (
         has_function_privilege('public', oid, 'execute')
         or proowner <> $1::text::regrole
         or prosecdef and not ('search_path=""' = any (coalesce(proconfig, '{}'))))`,
      [ownerRole],
    );
    expect(loose).toEqual([]);
  });
});

describe("each actor sees no more than", () => {
  const pairs = { check_in: 3, cohort: 1, pair: 2, pair_member: 4, person: 5 };
  const chat = { check_in_card: 2, conversation: 5, pace: 1 };
  const listening = { check_in: 3, event_copy: 2, mailbox_watch: 1 };
  const meetings = { check_in: 3, meeting_room: 1, pair: 2, pair_member: 4, room_link: 1, session: 2 };
  const expected: readonly [string, Actor, Readonly<Record<string, number>>][] = [
    [
      "Ana: her pair, her words and what Ben shares",
      as("ana"),
      {
        agreement: 1,
        brought_prompt: 1,
        calendar_grant: 1,
        check_in: 2,
        check_in_card: 1,
        cohort: 1,
        conversation: 1,
        depth_readiness: 1,
        goal: 2,
        journal_entry: 2,
        news: 1,
        organisation_prompt: 1,
        pair: 1,
        pair_key: 1,
        pair_member: 2,
        person: 2,
        prompt_choice: 1,
        reflection: 1,
        retired_prompt: 1,
        room_link: 1,
        session: 1,
        session_command: 1,
        session_words: 3,
      },
    ],
    [
      "Ben: the same, with what Ana shares",
      as("ben"),
      {
        agreement: 1,
        brought_prompt: 1,
        check_in: 2,
        check_in_card: 1,
        cohort: 1,
        conversation: 1,
        goal: 2,
        journal_entry: 2,
        news: 1,
        organisation_prompt: 1,
        pair: 1,
        pair_key: 1,
        pair_member: 2,
        person: 2,
        reflection: 1,
        retired_prompt: 1,
        room_link: 1,
        session: 1,
        session_command: 1,
        session_words: 1,
      },
    ],
    [
      "Elif as coordinator: what she runs, and herself",
      as("elif", "coordinator"),
      {
        cohort: 1,
        cohort_booking: 1,
        conversation: 1,
        organisation_prompt: 1,
        person: 1,
        programme: 1,
        retired_prompt: 1,
        role_grant: 1,
      },
    ],
    ["Elif as participant: herself", as("elif"), { conversation: 1, person: 1, role_grant: 1 }],
    ["Ana, who claims to coordinate: herself", as("ana", "coordinator"), { conversation: 1, person: 1 }],
    ["a stranger: nothing", as("stranger"), {}],
    ["a stranger who claims to coordinate: nothing", as("stranger", "coordinator"), {}],
    ["Ana of a tenant that isn't there: nothing", as("ana", "participant", "elsewhere"), {}],
    ["the job that offers times", asJob("offer-slots"), { ...pairs, ...chat }],
    [
      "the job that writes to calendars",
      asJob("write-to-calendar"),
      { ...pairs, cohort_booking: 1, event_copy: 2, news: 1, pair_booking: 2 },
    ],
    ["the job that furnishes meetings", asJob("furnish-meeting"), { check_in: 3, pair: 2, pair_member: 4 }],
    [
      "the job that follows Outlook",
      asJob("follow-check-in"),
      { ...pairs, cohort_booking: 1, event_copy: 2, news: 1, pair_booking: 2 },
    ],
    ["the job that tells news", asJob("tell-news"), { ...pairs, ...chat, news: 1 }],
    ["the job that listens to a mailbox", asJob("watch-mailbox"), { ...listening, pair_member: 4 }],
    ["the job that looks through a mailbox", asJob("sweep-mailbox"), { ...listening, pair_member: 4 }],
    ["the job that finds mailboxes to look through", asJob("sweep-mailboxes"), { ...listening, pair_member: 4 }],
    ["the job that takes notices", asJob("take-notices"), listening],
    ["the job that keeps the rhythm", asJob("keep-rhythm"), { ...pairs, news: 1, rhythm_claim: 1 }],
    ["the job that speaks in its rhythm", asJob("tell-rhythm"), { ...pairs, ...chat, rhythm_claim: 1 }],
    ["the job that hears of meetings", asJob("note-meeting"), meetings],
    ["the job that greets in meetings", asJob("greet-meeting"), { ...meetings, person: 5 }],
    ["the job that forgets meetings, by its own name: nothing", asJob("forget-meetings"), {}],
    ["the job that keeps connections", asJob("keep-connection"), { calendar_grant: 1 }],
    ["the job that tells of them", asJob("tell-connection"), { conversation: 5, pace: 1, person: 5 }],
    [
      "the job that looks for a cohort's times",
      asJob("preview-cohort-booking"),
      { ...pairs, cohort_booking: 1, pair_booking: 2 },
    ],
    [
      "the job that books a cohort",
      asJob("book-cohort"),
      { ...pairs, cohort_booking: 1, event_copy: 2, news: 1, pair_booking: 2 },
    ],
    [
      "the job that tells of it",
      asJob("tell-cohort-booking"),
      { cohort: 1, cohort_booking: 1, conversation: 5, pace: 1, person: 5 },
    ],
    [
      "the import: nothing that anybody wrote",
      asJob("import-programme"),
      {
        agreement: 2,
        check_in: 3,
        cohort: 1,
        pair: 2,
        pair_key: 2,
        pair_member: 4,
        person: 5,
        programme: 1,
        role_grant: 1,
      },
    ],
    ["an unknown job: nothing", asJob("tidy-up" as JobName), {}],
    ["Ana in an unknown role: herself", as("ana", "administrator" as Role), { conversation: 1, person: 1 }],
  ];

  it.each(expected)("[WALL-3] %s", async (_, actor, rows) => {
    expect(await seenBy(database(), actor)).toEqual(rows);
  });

  it("[WALL-3] and there is no job but these", () => {
    const jobs = expected.flatMap(([, actor]) => (actor.kind === "job" ? [actor.job] : []));
    expect(jobs.filter((job) => jobNames.includes(job)).toSorted()).toEqual([...jobNames].toSorted());
  });

  it("[WALL-2] the tenant's own, though both have the same ids", async () => {
    const names = await asServer(database(), as("ana", "participant", south), async (run) => {
      const { rows } = await run("select tenant_id, full_name from app.person order by 2");
      return rows;
    });
    expect(names).toEqual([
      { tenant_id: south, full_name: "Ana of 2" },
      { tenant_id: south, full_name: "Ben of 2" },
    ]);
  });
});

describe("a participant", () => {
  it("[WALL-3] can't write as the partner, nor in a pair of others", async () => {
    const theirs = { ...goalOf("chidi", "new"), pairId: "chidi-dara" };
    await expect(
      by(as("ana"), ({ journal }) => journal.save({ ...entryBy("ben", "partner"), id: "forged" })),
    ).rejects.toThrow("row-level security");
    await expect(
      by(as("ana"), ({ journal }) => journal.save({ ...entryBy("ana", "partner"), id: "x", pairId: "chidi-dara" })),
    ).rejects.toThrow("row-level security");
    await expect(by(as("ana"), ({ goals }) => goals.save(theirs))).rejects.toThrow("row-level security");
    await expect(by(as("ana"), ({ checkIns }) => checkIns.save({ ...askedCheckIn, id: "new" }))).rejects.toThrow(
      "row-level security",
    );
    await expect(by(as("ana"), ({ conversations }) => conversations.save("ben", {}))).rejects.toThrow(
      "row-level security",
    );
    await expect(
      by(as("ana"), ({ conversations }) => conversations.saveCard("chidi-dara-1", "ana", "x")),
    ).rejects.toThrow("row-level security");
    await expect(by(as("ana"), ({ pairs }) => pairs.save(anaAndBen()))).rejects.toThrow("row-level security");
  });

  it("can't open a session on the check-in of others, whatever pair it claims", async () => {
    const begun = { ...session, id: "squat", checkInId: "chidi-dara-1" };
    await expect(by(as("ana"), ({ sessions }) => sessions.open(begun))).rejects.toThrow("another check-in");
    await by(as("dara"), ({ checkIns }) => checkIns.save({ ...askedCheckIn, id: "chidi-dara-2", number: 2 }));
    const squat = { ...session, id: "squat", checkInId: "chidi-dara-2" };
    await expect(by(as("ana"), ({ sessions }) => sessions.open(squat))).rejects.toThrow("foreign key");
  });

  it("can't change or erase what the partner wrote, though it is shared", async () => {
    const answers = await by(as("ben"), async ({ journal }) => {
      const changed = await journal.save({ ...entryBy("ana", "partner"), text: "Not Ana's words.", version: 2 });
      await journal.erase("ana-partner");
      return changed;
    });
    expect(answers).toBe(false);
    expect(await by(as("ana"), ({ journal }) => journal.find("ana-partner"))).toEqual(entryBy("ana", "partner"));
  });

  it("no longer sees an entry from the moment it is taken back", async () => {
    const shared = { ...entryBy("ana", "partner"), id: "brief" };
    await by(as("ana"), ({ journal }) => journal.save(shared));
    expect(await by(as("ben"), ({ journal }) => journal.find("brief"))).toEqual(shared);
    await by(as("ana"), ({ journal }) => journal.save({ ...shared, audience: "only-me", version: 2 }));
    expect(await by(as("ben"), ({ journal }) => journal.find("brief"))).toBeNull();
    expect(await by(as("ben"), ({ journal }) => journal.ofPair("ana-ben", 50))).not.toContainEqual(
      expect.objectContaining({ id: "brief" }),
    );
    await by(as("ana"), ({ journal }) => journal.erase("brief"));
  });
});

describe("a coordinator", () => {
  it("[WALL-3] finds nothing of a pair, however it is asked for", async () => {
    const found = await by(as("elif", "coordinator"), async (records) => [
      await records.pairs.find("ana-ben"),
      await records.pairs.mine(),
      await records.goals.ofPair("ana-ben"),
      await records.goals.find("goal-ours"),
      await records.journal.ofPair("ana-ben", 50),
      await records.journal.find("ana-partner"),
      await records.checkIns.ofPair("ana-ben"),
      await records.checkIns.find("ana-ben-1"),
      await records.sessions.find("session-2"),
      await records.sessions.ofCheckIn("ana-ben-2"),
      await records.sessions.scene("session-2"),
      await records.sessions.before({ ...session, number: 9 }),
      await records.sessions.takeNamed("session-of-chidi"),
      await records.sessionWords.mine("ana-ben-2"),
      await records.sessionWords.shared("ana-ben-2"),
      await records.reflections.ofCheckIn("ana-ben-1"),
      await records.rooms.checkInOf(chatId),
      await records.rooms.chatOf("ana-ben-2"),
      await records.library.brought("ana-ben-2"),
      [...(await records.library.mutedIn("ana-ben"))],
      [...(await records.sessions.promptsMet("ana-ben"))],
      await records.conversations.find("ana"),
      await records.people.find("ana"),
    ]);
    expect(found.flat().filter((one) => one !== null)).toEqual([]);
  });
});

describe("a job", () => {
  it("[WALL-3] that books changes check-ins, and is given an empty agreement", async () => {
    const pair = await by(asJob("offer-slots"), ({ pairs }) => pairs.find("ana-ben"));
    expect(pair).toEqual({ ...anaAndBen(), agreementLines: [] });
    expect(await by(asJob("offer-slots"), ({ checkIns }) => checkIns.save({ ...askedCheckIn, version: 2 }))).toBe(true);
  });

  it("[WALL-3] that books makes no check-in, person or role, and touches no conversation", async () => {
    const forbidden = [
      () => by(asJob("write-to-calendar"), ({ checkIns }) => checkIns.save({ ...askedCheckIn, id: "new", number: 5 })),
      () => by(asJob("write-to-calendar"), ({ conversations }) => conversations.save("ana", {})),
      () => by(asJob("write-to-calendar"), ({ pairs }) => pairs.save(anaAndBen())),
      () => by(asJob("tell-news"), ({ journal }) => journal.save(entryBy("ana", "only-me"))),
    ];
    for (const attempt of forbidden) await expect(attempt()).rejects.toThrow("row-level security");
  });

  it("[WALL-3] that imports writes no goal, entry or conversation", async () => {
    const forbidden = [
      () => by(asJob("import-programme"), ({ goals }) => goals.save({ ...goalOf(null), id: "new" })),
      () => by(asJob("import-programme"), ({ journal }) => journal.save({ ...entryBy("ana", "partner"), id: "new" })),
      () => by(asJob("import-programme"), ({ conversations }) => conversations.save("ana", {})),
    ];
    for (const attempt of forbidden) await expect(attempt()).rejects.toThrow("row-level security");
  });
});

describe("each job changes no more than", () => {
  const card = ["insert check_in_card", "update check_in_card"];
  const copies = ["insert event_copy", "update event_copy"];
  const pace = ["insert pace", "update pace"];
  const watches = ["insert mailbox_watch", "update mailbox_watch", "delete mailbox_watch"];
  const rhythm = ["insert rhythm_claim", "delete rhythm_claim"];
  const expected: readonly [JobName, readonly string[]][] = [
    ["offer-slots", ["update check_in", ...card, ...pace]],
    ["write-to-calendar", ["update check_in", ...copies, "insert news", "update pair_booking"]],
    ["furnish-meeting", ["update check_in"]],
    ["follow-check-in", ["insert check_in", "update check_in", ...copies, "insert news", "update pair_booking"]],
    ["tell-news", [...card, ...pace]],
    ["watch-mailbox", [...copies, ...watches]],
    ["sweep-mailbox", [...copies, ...watches]],
    ["sweep-mailboxes", [...copies, ...watches]],
    ["take-notices", [...copies, ...watches]],
    ["keep-rhythm", ["insert check_in", "update check_in", "insert news", ...rhythm]],
    ["tell-rhythm", [...card, ...pace, ...rhythm]],
    ["note-meeting", ["insert meeting_room", "update meeting_room", "insert session_command", "update session"]],
    ["greet-meeting", ["update meeting_room"]],
    ["forget-meetings", []],
    ["keep-connection", ["update calendar_grant"]],
    ["tell-connection", pace],
    ["preview-cohort-booking", ["update cohort_booking", "insert pair_booking", "update pair_booking"]],
    [
      "book-cohort",
      [
        ...["insert check_in", "update check_in", "update cohort_booking", ...copies, "insert news"],
        ...["insert pair_booking", "update pair_booking"],
      ],
    ],
    ["tell-cohort-booking", ["update cohort_booking", ...pace]],
  ];

  it.each(expected)("[WALL-3] %s", async (job, changes) => {
    expect((await changedBy(database(), asJob(job), rowOfNorth)).toSorted()).toEqual([...changes].toSorted());
  });
});

describe("what is new with moving check-ins", () => {
  const elif = as("elif", "coordinator");
  const refused = "row-level security";

  it("[WALL-3] news are the pair's: nobody else reads or adds them, and nobody alters them", async () => {
    const draft = { kind: "moved", by: "ana", was: null } as const;
    expect(await by(as("chidi"), ({ news }) => news.ofCheckIn("ana-ben-2"))).toEqual([]);
    await expect(by(as("chidi"), ({ news }) => news.add("ana-ben-2", draft))).rejects.toThrow("no such check-in");
    await expect(by(elif, ({ news }) => news.add("ana-ben-2", draft))).rejects.toThrow("no such check-in");
    const [changes] = await database().look<{ may: boolean }>(
      "select has_any_column_privilege($1, 'app.news', 'update') or has_table_privilege($1, 'app.news', 'delete') as may",
      [serverRole],
    );
    expect(changes).toEqual({ may: false });
  });

  it("[WALL-3] a grant is its person's: the partner and a coordinator neither see nor give nor take it", async () => {
    for (const actor of [as("ben"), elif, as("ana", "coordinator"), asJob("write-to-calendar")]) {
      expect(await by(actor, ({ grants }) => grants.find("ana"))).toBeNull();
      await by(actor, ({ grants }) => grants.erase("ana"));
    }
    const forged = { refreshToken: "forged", state: "works" } as const;
    await expect(by(as("ben"), ({ grants }) => grants.save("ana", forged))).rejects.toThrow(refused);
    await by(asJob("write-to-calendar"), ({ grants }) => grants.save("ana", forged));
    expect((await by(as("ana"), ({ grants }) => grants.find("ana")))?.refreshToken).toBe("a token of Ana's");
  });

  it("[WALL-3] a booking for a cohort is for whoever runs the cohort, in that role", async () => {
    const another = { ...springBooking, id: "another" };
    for (const actor of [as("elif"), as("ana"), as("ana", "coordinator"), as("stranger", "coordinator")]) {
      const found = await by(actor, async ({ cohortBookings }) => [
        await cohortBookings.find(springBooking.id),
        await cohortBookings.latestOf("spring"),
        await cohortBookings.addPairs(springBooking.id),
        await cohortBookings.page(springBooking.id, { status: null, after: null, limit: 9 }),
        Object.values(await cohortBookings.counts(springBooking.id)).filter((count) => count > 0),
      ]);
      expect(found).toEqual([null, null, 0, [], []]);
      await expect(by(actor, ({ cohortBookings }) => cohortBookings.save(another))).rejects.toThrow(refused);
    }
    const inAnsName = { ...another, by: "ana" };
    await expect(by(elif, ({ cohortBookings }) => cohortBookings.save(inAnsName))).rejects.toThrow(refused);
  });

  it("[WALL-3] a coordinator finds no pair's row, and no job's records", async () => {
    const found = await by(elif, async ({ cohortBookings, mailboxes, rhythm, checkIns }) => [
      await cohortBookings.takePairs(springBooking.id, "looking", 9),
      await cohortBookings.ofCheckIn("ana-ben-2"),
      await mailboxes.find("ana"),
      await mailboxes.checkInOf("ana", "event-2"),
      await mailboxes.checkInByICalUId("uid-2"),
      await rhythm.ofCheckIns(["ana-ben-2"]),
      await checkIns.standingBetween({ start: 0, end: Date.UTC(2100, 0) }),
      await checkIns.owing(Temporal.Instant.from("2100-01-01T00:00:00Z")),
    ]);
    expect(found.flat().filter((one) => one !== null)).toEqual([]);
    await expect(by(elif, ({ mailboxes }) => mailboxes.save(watchOfAna))).rejects.toThrow(refused);
    await expect(by(as("ana"), ({ rhythm }) => rhythm.claim({ ...reminderOfAna, personId: "ben" }))).rejects.toThrow(
      refused,
    );
  });

  it("[WALL-3] no participant sets another pair's check-in moving", async () => {
    const moved = { ...bookedCheckIn, status: "cancelled", version: 2 } as const;
    expect(await by(as("chidi"), ({ checkIns }) => checkIns.save(moved))).toBe(false);
  });
});

/** Enough of a row for any table: what stops it must be the wall, so the keys are right. */
function rowFor(table: string): Readonly<Record<string, unknown>> {
  return {
    tenant_id: south,
    id: `new ${table}`,
    pair_id: "ana-ben",
    person_id: "ana",
    programme_id: "renewal",
    cohort_id: "spring",
  };
}

const rowOfNorth = (table: string) => ({ ...rowFor(table), tenant_id: north });
