import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, JobName, Role } from "../../shared/domain/access.ts";
import { databaseForThisFile, ownerRole, runAlone, serverRole, type TestStore } from "../database.ts";
import { asServer, seenBy, tablesOf } from "./store-catalog.ts";
import { anaAndBen, as, asJob, askedCheckIn, entryBy, goalOf, plantWorld, session, south } from "./store-world.ts";

const database = databaseForThisFile();
let store: TestStore;
const by: TestStore["transact"] = (actor, work) => store.transact(actor, work);

beforeAll(async () => {
  store = database().openStore();
  await plantWorld(store);
  await plantWorld(store, south);
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
        ).rejects.toThrow("row-level security");
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
      ];
      for (const attempt of attempts) {
        await run("savepoint before");
        await expect(run(attempt), attempt).rejects.toThrow();
        await run("rollback to before");
      }
    });
  });

  it("removes rows of the journal alone, and never moves a row to another tenant, pair or author", async () => {
    const removes = await database().look<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'
       and has_table_privilege($1, oid, 'delete, truncate, references, trigger, maintain')`,
      [serverRole],
    );
    expect(removes.map((one) => one.name)).toEqual(["journal_entry"]);
    const moves = await database().look(
      `select table_name, column_name from information_schema.column_privileges where table_schema = 'app' and grantee = $1
       and privilege_type = 'UPDATE' and column_name in ('tenant_id', 'id', 'pair_id', 'author', 'owner', 'person_id', 'check_in_id')`,
      [serverRole],
    );
    expect(moves).toEqual([]);
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
  const booking = { check_in: 3, check_in_card: 2, cohort: 1, conversation: 5, pair: 2, pair_member: 4, person: 5 };
  const expected: readonly [string, Actor, Readonly<Record<string, number>>][] = [
    [
      "Ana: her pair, her words and what Ben shares",
      as("ana"),
      {
        agreement: 1,
        check_in: 2,
        check_in_card: 1,
        cohort: 1,
        conversation: 1,
        goal: 2,
        journal_entry: 2,
        pair: 1,
        pair_key: 1,
        pair_member: 2,
        person: 2,
        session: 1,
        session_command: 1,
      },
    ],
    [
      "Ben: the same, with what Ana shares",
      as("ben"),
      {
        agreement: 1,
        check_in: 2,
        check_in_card: 1,
        cohort: 1,
        conversation: 1,
        goal: 2,
        journal_entry: 2,
        pair: 1,
        pair_key: 1,
        pair_member: 2,
        person: 2,
        session: 1,
        session_command: 1,
      },
    ],
    [
      "Elif as coordinator: what she runs, and herself",
      as("elif", "coordinator"),
      { cohort: 1, conversation: 1, person: 1, programme: 1, role_grant: 1 },
    ],
    ["Elif as participant: herself", as("elif"), { conversation: 1, person: 1, role_grant: 1 }],
    ["Ana, who claims to coordinate: herself", as("ana", "coordinator"), { conversation: 1, person: 1 }],
    ["a stranger: nothing", as("stranger"), {}],
    ["a stranger who claims to coordinate: nothing", as("stranger", "coordinator"), {}],
    ["Ana of a tenant that isn't there: nothing", as("ana", "participant", "elsewhere"), {}],
    ["the job that offers times: what booking needs", asJob("offer-slots"), booking],
    ["the job that books: the same", asJob("book-check-in"), booking],
    ["the job that tells of it: the same", asJob("tell-booking"), booking],
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
    const squat = { ...session, id: "squat", checkInId: "chidi-dara-1" };
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
      () => by(asJob("book-check-in"), ({ checkIns }) => checkIns.save({ ...askedCheckIn, id: "new", number: 5 })),
      () => by(asJob("book-check-in"), ({ conversations }) => conversations.save("ana", {})),
      () => by(asJob("book-check-in"), ({ pairs }) => pairs.save(anaAndBen())),
      () => by(asJob("tell-booking"), ({ journal }) => journal.save(entryBy("ana", "only-me"))),
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
