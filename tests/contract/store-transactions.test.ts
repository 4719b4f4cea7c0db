import { setTimeout as wait } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { beforeAll, describe, expect, it } from "vitest";
import { type Records, StoreAway } from "../../bot/ports.ts";
import { openSessionChannel } from "../../bot/store/channel.ts";
import type { Enqueue } from "../../bot/store/store.ts";
import { startPostgres } from "../../local/postgres/postgres.ts";
import { serverForThisFile, type TestDatabase, type TestStore, withStore } from "../database.ts";
import { as, goalOf, north, plantWorld, session } from "./store-world.ts";

const server = serverForThisFile();
let database: TestDatabase;

beforeAll(async () => {
  database = await server.create();
  await withStore(database, plantWorld);
});

const settings =
  "select current_setting('app.tenant', true) as tenant, current_setting('app.person', true) as person, current_setting('app.role', true) as role, current_setting('app.job', true) as job";
const gate = () => Promise.withResolvers<void>();

/** Waits until it is so, for as long as a slow machine may need. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return;
    await wait(50);
  }
  throw new Error("It never came to be.");
}

describe("[WALL-4] who acted is forgotten with the transaction", () => {
  const lastActor = async ({ pool }: TestStore) => (await pool.query<Record<string, string | null>>(settings)).rows[0];
  const nobody = { tenant: "", person: "", role: "", job: "" };
  const one = { maxConnections: 1 };

  it("after a commit", () =>
    withStore(
      database,
      async (store) => {
        await store.transact(as("ana"), ({ goals }) => goals.ofPair("ana-ben"));
        expect(await lastActor(store)).toEqual(nobody);
        expect((await store.pool.query("select from app.goal")).rowCount).toBe(0);
      },
      one,
    ));

  it("after work that threw", () =>
    withStore(
      database,
      async (store) => {
        const work = store.transact(as("ana"), async () => {
          throw new Error("changed my mind");
        });
        await expect(work).rejects.toThrow("changed my mind");
        expect(await lastActor(store)).toEqual(nobody);
      },
      one,
    ));

  it("after a statement that failed", () =>
    withStore(
      database,
      async (store) => {
        await expect(store.transact(as("ana"), ({ conversations }) => conversations.save("ben", {}))).rejects.toThrow();
        expect(await lastActor(store)).toEqual(nobody);
        expect(await store.transact(as("ben"), ({ people }) => people.find("chidi"))).toBeNull();
      },
      one,
    ));

  it("so that records kept beyond it answer no more", () =>
    withStore(
      database,
      async (store) => {
        const kept = await store.transact(as("ana"), async (records): Promise<Records> => records);
        await expect(kept.goals.ofPair("ana-ben")).rejects.toThrow();
        await store.transact(as("ben"), () => expect(kept.goals.ofPair("ana-ben")).rejects.toThrow());
      },
      one,
    ));
});

describe("a transaction", () => {
  it("stands as a whole or not at all", () =>
    withStore(database, async (store) => {
      const half = store.transact(as("ana"), async ({ goals }) => {
        await goals.save(goalOf(null, "half"));
        throw new Error("and then the lights went out");
      });
      await expect(half).rejects.toThrow("lights");
      expect(await store.transact(as("ana"), ({ goals }) => goals.find("half"))).toBeNull();
    }));

  it("doesn't stand when a failure inside it was passed over", () =>
    withStore(database, async (store) => {
      const careless = store.transact(as("ana"), async ({ goals, conversations }) => {
        await goals.save(goalOf(null, "careless"));
        await conversations.save("ben", {}).catch(() => {});
      });
      await expect(careless).rejects.toThrow("nothing of this transaction stands");
    }));

  it("tells the driver's error, without the values that were sent", () =>
    withStore(database, async (store) => {
      const refused = store.transact(as("ana"), ({ conversations }) => conversations.save("ben", { secret: "quince" }));
      const error = await refused.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).not.toContain("quince");
      expect(JSON.stringify(error)).not.toContain("quince");
    }));

  it("is done again when two wait for each other, and both succeed", () =>
    withStore(database, async (store) => {
      const [first, second] = [gate(), gate()];
      let runs = 0;
      const crossing = (ids: readonly [string, string], mine: typeof first, theirs: typeof first) =>
        store.transact(as("ana"), async ({ checkIns }) => {
          runs += 1;
          await checkIns.findForChange(ids[0]);
          mine.resolve();
          await theirs.promise;
          return (await checkIns.findForChange(ids[1]))?.id;
        });
      const answers = await Promise.all([
        crossing(["ana-ben-1", "ana-ben-2"], first, second),
        crossing(["ana-ben-2", "ana-ben-1"], second, first),
      ]);
      expect(answers).toEqual(["ana-ben-2", "ana-ben-1"]);
      expect(runs).toBeGreaterThan(2);
    }));
});

describe("jobs", () => {
  it("[STORE-2] are queued with what they follow from, or not at all", async () => {
    const boss = new PgBoss({
      connectionString: database.serverUrl,
      schema: "boss",
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    boss.on("error", () => {});
    await boss.start();
    const enqueue: Enqueue = async (db, { name, ...ids }) => void (await boss.send(name, ids, { db }));
    const queued = () => database.look("select data from boss.job where name = 'write-to-calendar'");
    const job = { name: "write-to-calendar", tenantId: north, checkInId: "ana-ben-2" } as const;
    try {
      await withStore(
        database,
        async (store) => {
          const undone = store.transact(as("ana"), async ({ queue }) => {
            await queue(job);
            throw new Error("no after all");
          });
          await expect(undone).rejects.toThrow("no after all");
          expect(await queued()).toEqual([]);
          await store.transact(as("ana"), ({ queue }) => queue(job));
          expect(await queued()).toEqual([{ data: { tenantId: north, checkInId: "ana-ben-2" } }]);
        },
        { enqueue },
      );
    } finally {
      await boss.stop({ graceful: false });
    }
  });
});

describe("changes of a session", () => {
  it("[STORE-2] reach every process that listens to it once they stand, and nobody else", async () => {
    const channel = openSessionChannel({ databaseUrl: database.serverUrl });
    const heard: string[] = [];
    const listen = (name: string, tenantId: string, id: string) => channel.listen(tenantId, id, () => heard.push(name));
    const stop = listen("first", north, "session-2");
    listen("second", north, "session-2");
    listen("other session", north, "session-9");
    listen("other tenant", "elsewhere", "session-2");
    try {
      await until(() => heard.length === 4);
      heard.length = 0;
      await withStore(database, async (store) => {
        const save = (version: number, commandId: string, fail = false) =>
          store.transact(as("ben"), async ({ sessions }) => {
            await sessions.save({ ...session, phase: "choose", version }, commandId);
            if (fail) throw new Error("no after all");
          });
        await expect(save(3, "undone", true)).rejects.toThrow();
        await save(3, "c-3");
        await until(() => heard.length >= 2);
        stop();
        await save(3, "changes nothing");
        await save(4, "c-4");
      });
      // Announcements arrive in the order of commits, so that after this one no other is on its way.
      listen("marker", north, "marker");
      await database.look("select pg_notify('session', $1)", [JSON.stringify([north, "marker"])]);
      await until(() => heard.includes("marker"));
      expect(heard).toEqual(["first", "second", "second", "marker"]);
    } finally {
      await channel.close();
    }
  });
});

describe("when the database goes away", () => {
  it("[STORE-3] says so, and goes on by itself when it is back, and so do listeners", async () => {
    const { port, dataDir, pid } = server.postgres();
    const store = database.openStore();
    const channel = openSessionChannel({ databaseUrl: database.serverUrl });
    let heard = 0;
    channel.listen(north, "session-2", () => heard++);
    await until(() => heard === 1);
    expect(await store.isReady()).toBe(true);
    const [begun, halted] = [gate(), gate()];
    const midway = store.transact(as("ana"), async ({ goals }) => {
      await goals.save(goalOf(null, "midway"));
      begun.resolve();
      await halted.promise;
      return goals.find("midway");
    });
    const failed = midway.catch((error: unknown) => error);
    await begun.promise;

    process.kill(pid, "SIGINT");
    await until(async () => !(await store.isReady()));
    halted.resolve();
    expect(await failed).toBeInstanceOf(StoreAway);
    await expect(store.transact(as("ana"), ({ goals }) => goals.ofPair("ana-ben"))).rejects.toBeInstanceOf(StoreAway);

    await until(() =>
      startPostgres({ port, dataDir, durable: false }).then(
        () => true,
        () => false,
      ),
    );
    await until(() => store.isReady());
    expect(await store.transact(as("ana"), ({ goals }) => goals.find("midway"))).toBeNull();
    await until(() => heard === 2);
    await channel.close();
  });

  it("[STORE-3] says so when connections are cut one by one, and lends none that is dead", () =>
    withStore(database, async (store) => {
      const cut = () =>
        database.look(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'counterpoint' and datname = $1",
          [database.name],
        );
      const during = store.transact(as("ana"), async ({ goals }) => {
        await cut();
        return goals.ofPair("ana-ben");
      });
      await expect(during).rejects.toBeInstanceOf(StoreAway);
      await store.transact(as("ana"), ({ goals }) => goals.ofPair("ana-ben"));
      await cut();
      await until(
        async () =>
          (await store.transact(as("ana"), ({ goals }) => goals.ofPair("ana-ben")).catch(() => [])).length > 0,
      );
    }));

  it("[STORE-3] says so when it takes no more connections", () =>
    withStore(database, async (store) => {
      await database.look("alter role counterpoint_server connection limit 0");
      await expect(store.transact(as("ana"), ({ pairs }) => pairs.mine())).rejects.toBeInstanceOf(StoreAway);
      await database.look("alter role counterpoint_server connection limit -1");
      expect(await store.transact(as("ana"), ({ pairs }) => pairs.mine())).toHaveLength(1);
    }));

  it("closes a channel that never reached it, and tells nobody anything", async () => {
    const channel = openSessionChannel({ databaseUrl: "postgres://nobody:nothing@127.0.0.1:9/none" });
    let heard = 0;
    channel.listen(north, "session-2", () => heard++);
    await wait(200);
    await channel.close();
    expect(heard).toBe(0);
  });
});
