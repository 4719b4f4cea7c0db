import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { rotateSealingKeys } from "../../bot/store/rotate-sealing-keys.ts";
import type { SealingKeys } from "../../bot/store/seal.ts";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import { serverForThisFile, type TestDatabase, type TestStore, testKeys, withStore } from "../database.ts";
import {
  anaAndBen,
  as,
  asJob,
  bookedCheckIn,
  chidiAndDara,
  entryBy,
  goalOf,
  plantWorld,
  south,
  wordsBy,
} from "./store-world.ts";

const server = serverForThisFile();
let database: TestDatabase;
let store: TestStore;
const by: TestStore["transact"] = (actor, work) => store.transact(actor, work);

beforeAll(async () => {
  database = await server.create();
  store = database.openStore();
  await plantWorld(store);
  await plantWorld(store, south);
});

const planted = [
  "the marmalade treaty of our corridor",
  "because the harbour lights frightened me",
  "tell the tall director about pelicans",
  "only my pillow has heard this, café ☕ included",
  "shared with Ben under a paper moon",
  "nobody repeats the quince story outside",
  "sorry, the ferry to the lighthouse was late",
  "0.refresh-token-of-ana.AbCdEfGh",
  "thank you for the lantern in the stairwell",
];

const cancelled = (cancelNote: string): CheckIn => ({
  ...bookedCheckIn,
  id: "called-off",
  number: 9,
  bookingId: "booking-9",
  status: "cancelled",
  cancelNote,
});

/** A sentence as it might lie in a dump: as it is, in hex, and in base64 however it fell on the three-byte grid. */
function disguises(sentence: string): readonly string[] {
  const bytes = Buffer.from(sentence);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(4, -4),
  );
  return [sentence, bytes.toString("hex"), ...base64].map((one) => one.toLowerCase());
}

async function dump(): Promise<string> {
  const tables = await database.look<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind in ('r', 'm') and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await database.look<{ text: string }>(`select one::text as text from ${name} one`);
    texts.push(...rows.map((row) => row.text));
  }
  return texts.join("\n").toLowerCase();
}

describe("a dump of the database", () => {
  it("[SEAL-1] shows none of the words that people wrote", async () => {
    const [
      title = "",
      why = "",
      nextStep = "",
      mine = "",
      shared = "",
      agreed = "",
      note = "",
      token = "",
      thanks = "",
    ] = planted;
    const beforehand = "an ordinary name that lies open";
    await by(asJob("import-programme"), async ({ pairs, people }) => {
      await pairs.save({ ...anaAndBen(), agreementLines: [agreed] });
      await people.save({
        tenantId: "11111111-1111-4111-8111-111111111111",
        id: "ana",
        name: "Ana",
        fullName: beforehand,
        locale: "en-GB",
        timeZone: "UTC",
      });
    });
    await by(as("ana"), async ({ goals, journal, checkIns, grants, sessionWords }) => {
      await goals.save({ ...goalOf("ana", "planted"), title, why, nextStep });
      await journal.save({ ...entryBy("ana", "only-me"), id: "planted-1", text: mine });
      await journal.save({ ...entryBy("ana", "partner"), id: "planted-2", text: shared });
      await checkIns.save(cancelled(note));
      await grants.save("ana", { refreshToken: token, state: "works" });
      await sessionWords.save({ ...wordsBy("ana", "learned"), text: thanks });
    });
    const text = await dump();
    expect(text).toContain(beforehand);
    expect(planted.flatMap(disguises).filter((one) => text.includes(one))).toEqual([]);
    expect((await by(as("ben"), ({ journal }) => journal.find("planted-2")))?.text).toBe(shared);
    expect((await by(as("ben"), ({ pairs }) => pairs.find("ana-ben")))?.agreementLines).toEqual([agreed]);
    const typed = await by(as("ana"), ({ sessionWords }) => sessionWords.mine("ana-ben-2"));
    expect(typed.map((one) => one.text)).toContain(thanks);
    const writing = asJob("write-to-calendar");
    expect((await by(writing, ({ checkIns }) => checkIns.find("called-off")))?.cancelNote).toBe(note);
    expect((await by(as("ana"), ({ grants }) => grants.find("ana")))?.refreshToken).toBe(token);
  });
});

describe("[SEAL-2] sealed words open nowhere but in their own place", () => {
  const damage = (text: string, values: readonly unknown[] = []) => database.look(text, values);

  it("not under another author", async () => {
    await by(as("ana"), ({ journal }) => journal.save({ ...entryBy("ana", "partner"), id: "moved-author" }));
    await damage("update app.journal_entry set author = 'ben' where id = 'moved-author'");
    await expect(by(as("ben"), ({ journal }) => journal.find("moved-author"))).rejects.toThrow("belong elsewhere");
  });

  it("not in another row of the same author", async () => {
    await by(as("ana"), ({ journal }) => journal.save({ ...entryBy("ana", "partner"), id: "moved-row" }));
    await damage("update app.journal_entry set id = 'moved-on' where id = 'moved-row'");
    await expect(by(as("ana"), ({ journal }) => journal.find("moved-on"))).rejects.toThrow("belong elsewhere");
  });

  it("not in another column", async () => {
    await by(as("ana"), async ({ journal, goals }) => {
      await journal.save({ ...entryBy("ana", "partner"), id: "same-id" });
      await goals.save(goalOf("ana", "same-id"));
    });
    await damage(
      "update app.journal_entry set text = (select words from app.goal where goal.id = 'same-id') where id = 'same-id'",
    );
    await expect(by(as("ana"), ({ journal }) => journal.find("same-id"))).rejects.toThrow("belong elsewhere");
  });

  it("not as a goal of somebody else", async () => {
    await by(as("ana"), ({ goals }) => goals.save(goalOf("ana", "moved-goal")));
    await damage("update app.goal set owner = null where id = 'moved-goal'");
    await expect(by(as("ana"), ({ goals }) => goals.find("moved-goal"))).rejects.toThrow("belong elsewhere");
    await damage("delete from app.goal where id = 'moved-goal'");
  });

  it("not as other words of the same person around the same session", async () => {
    const read = () => by(as("ben", "participant", south), ({ sessionWords }) => sessionWords.mine("ana-ben-2"));
    expect(await read()).toEqual([wordsBy("ben", "carry-over")]);
    await damage("update app.session_words set kind = 'learned' where author = 'ben' and tenant_id = $1", [south]);
    await expect(read()).rejects.toThrow("belong elsewhere");
    await damage("delete from app.session_words where author = 'ben' and tenant_id = $1", [south]);
  });

  it("not in another pair, even with the first pair's key carried along", async () => {
    await damage(
      "update app.agreement set lines = (select lines from app.agreement where pair_id = 'ana-ben' and tenant_id = $1) where pair_id = 'chidi-dara'",
      [south],
    );
    await expect(by(as("chidi"), ({ pairs }) => pairs.find("chidi-dara"))).rejects.toThrow("is known here");
    await damage(
      "update app.pair_key set id = other.id, wrapped = other.wrapped from app.pair_key other where other.pair_id = 'ana-ben' and other.tenant_id = $1 and pair_key.pair_id = 'chidi-dara'",
      [south],
    );
    await expect(by(as("chidi"), ({ pairs }) => pairs.find("chidi-dara"))).rejects.toThrow("belong elsewhere");
    const words = { ...goalOf("chidi", "new"), pairId: "chidi-dara" };
    await expect(by(as("chidi"), ({ goals }) => goals.save(words))).rejects.toThrow("belong elsewhere");
  });

  it("not in another tenant, even with the first tenant's key carried along", async () => {
    await damage(
      "update app.agreement set lines = (select lines from app.agreement where pair_id = 'ana-ben' and tenant_id <> $1) where pair_id = 'ana-ben' and tenant_id = $1",
      [south],
    );
    await expect(by(as("ana", "participant", south), ({ pairs }) => pairs.find("ana-ben"))).rejects.toThrow(
      "is known here",
    );
    await damage(
      "update app.pair_key set id = other.id, wrapped = other.wrapped from app.pair_key other where other.pair_id = 'ana-ben' and other.tenant_id <> $1 and pair_key.pair_id = 'ana-ben' and pair_key.tenant_id = $1",
      [south],
    );
    await expect(by(as("ana", "participant", south), ({ pairs }) => pairs.find("ana-ben"))).rejects.toThrow(
      "belong elsewhere",
    );
    const words = goalOf("ana", "new");
    const saved = by(as("ana", "participant", south), ({ goals }) => goals.save(words));
    await expect(saved).rejects.toThrow("belong elsewhere");
  });

  it("not a grant at another person, nor in another tenant", async () => {
    const grant = { refreshToken: "Ana's own", state: "works" } as const;
    await by(as("ana"), ({ grants }) => grants.save("ana", grant));
    await by(as("ben"), ({ grants }) => grants.save("ben", grant));
    await damage(
      "update app.calendar_grant set refresh_token = other.refresh_token from app.calendar_grant other where other.person_id = 'ana' and other.tenant_id <> $1 and (calendar_grant.person_id = 'ben' or calendar_grant.tenant_id = $1)",
      [south],
    );
    await expect(by(as("ben"), ({ grants }) => grants.find("ben"))).rejects.toThrow("belong elsewhere");
    await expect(by(as("ana", "participant", south), ({ grants }) => grants.find("ana"))).rejects.toThrow(
      "belong elsewhere",
    );
    expect(await by(as("ana"), ({ grants }) => grants.find("ana"))).toEqual(grant);
  });

  it("not a note at another check-in", async () => {
    await by(as("ana"), ({ checkIns }) => checkIns.save({ ...cancelled("from one"), id: "one", bookingId: "b-one" }));
    await by(as("ana"), ({ checkIns }) =>
      checkIns.save({ ...cancelled("to other"), id: "other", bookingId: "b-other" }),
    );
    await damage(
      "update app.check_in set cancel_note = (select cancel_note from app.check_in where id = 'one') where id = 'other'",
    );
    await expect(by(as("ana"), ({ checkIns }) => checkIns.find("other"))).rejects.toThrow("belong elsewhere");
    await damage("delete from app.check_in where id in ('one', 'other')");
  });

  it("not without the master key, nor with another under its name", async () => {
    const others: SealingKeys = { current: { id: "other", key: randomBytes(32) }, former: [] };
    const impostor: SealingKeys = { current: { id: testKeys.current.id, key: randomBytes(32) }, former: [] };
    const read = (sealingKeys: SealingKeys) =>
      withStore(database, (other) => other.transact(as("ana"), ({ goals }) => goals.find("goal-ours")), {
        sealingKeys,
      });
    await expect(read(others)).rejects.toThrow('No key named "test-1"');
    await expect(read(impostor)).rejects.toThrow("belong elsewhere");
  });
});

describe("turning to a new master key", () => {
  it("[SEAL-3] seals every pair's key, grant and note anew, in every tenant, and the old one is needed no more", async () => {
    const fresh = await server.create();
    const newer: SealingKeys = { current: { id: "test-2", key: randomBytes(32) }, former: [testKeys.current] };
    const alone: SealingKeys = { current: newer.current, former: [] };
    const readAll = (sealingKeys: SealingKeys, tenantId: string) =>
      withStore(
        fresh,
        (one) =>
          one.transact(as("dara", "participant", tenantId), async ({ goals, pairs }) => [
            await goals.ofPair("chidi-dara"),
            await pairs.mine(),
          ]),
        { sealingKeys },
      );
    const readOwn = (sealingKeys: SealingKeys) =>
      withStore(
        fresh,
        (one) =>
          one.transact(as("ana"), async ({ grants, checkIns }) => [
            (await grants.find("ana"))?.refreshToken,
            (await checkIns.find("called-off"))?.cancelNote,
          ]),
        { sealingKeys },
      );
    await withStore(fresh, async (one) => {
      await plantWorld(one);
      await plantWorld(one, south);
      await one.transact(as("ana"), ({ checkIns }) => checkIns.save(cancelled("until May")));
    });
    const written = await readAll(testKeys, south);
    expect(written).toEqual([[{ ...goalOf("chidi"), pairId: "chidi-dara" }], [chidiAndDara(south)]]);

    expect(await readAll(newer, south)).toEqual(written);
    await expect(readAll(alone, south)).rejects.toThrow('No key named "test-1"');
    expect(await rotateSealingKeys({ ownerUrl: fresh.ownerUrl, sealingKeys: newer })).toBe(4 + 2 + 1);
    expect(await rotateSealingKeys({ ownerUrl: fresh.ownerUrl, sealingKeys: newer })).toBe(0);

    expect(await readAll(alone, south)).toEqual(written);
    expect(await readOwn(alone)).toEqual(["a token of Ana's", "until May"]);
    expect(await readAll(newer, "11111111-1111-4111-8111-111111111111")).toHaveLength(2);
    await expect(readAll(testKeys, south)).rejects.toThrow('No key named "test-2"');
  });

  it("leaves everything as it is when a key can't be opened", async () => {
    const stranger: SealingKeys = { current: { id: "test-9", key: randomBytes(32) }, former: [] };
    await expect(rotateSealingKeys({ ownerUrl: database.ownerUrl, sealingKeys: stranger })).rejects.toThrow(
      "No key named",
    );
    expect(await database.look("select from app.pair_key where wrapped_by = 'test-9'")).toEqual([]);
  });

  it("is not the server's to do", async () => {
    await expect(rotateSealingKeys({ ownerUrl: database.serverUrl, sealingKeys: testKeys })).rejects.toThrow(
      "permission denied",
    );
  });
});
