import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Records } from "../../bot/ports.ts";
import type { Actor } from "../../shared/domain/access.ts";
import type { Pair } from "../../shared/domain/pair.ts";
import { openSession, type Session } from "../../shared/domain/session/session.ts";
import { type SessionWords, sessionWordsKinds } from "../../shared/domain/session-words.ts";
import { serverForThisFile, type TestDatabase, type TestStore } from "../database.ts";
import { asServer } from "./store-catalog.ts";
import {
  anaAndBen,
  as,
  asJob,
  askedCheckIn,
  bookedCheckIn,
  plantWorld,
  session,
  sessionOfChidi,
  spring,
  tapsOf,
  wordsBy,
} from "./store-world.ts";

const server = serverForThisFile();
let database: TestDatabase;
let store: TestStore;

beforeAll(async () => {
  database = await server.create();
  store = database.openStore();
  await plantWorld(store);
});

const by = <T>(actor: Actor, work: (records: Records) => Promise<T>): Promise<T> => store.transact(actor, work);
const [ana, ben, chidi, dara, elif] = [as("ana"), as("ben"), as("chidi"), as("dara"), as("elif", "coordinator")];
const outsiders = [chidi, elif, as("elif"), as("ana", "coordinator"), as("stranger"), asJob("note-meeting")];
const refused = "row-level security";

/** Changes Ana and Ben's session, from whatever it is. */
async function change(to: Partial<Session>, id = session.id, actor = ana): Promise<Session> {
  return by(actor, async ({ sessions }) => {
    const standing = await sessions.findForChange(id);
    if (!standing) throw new Error("Whoever acts has no such session.");
    const changed = { ...standing, ...to, version: standing.version + 1 };
    await sessions.save(changed, crypto.randomUUID());
    return changed;
  });
}

/** Waits until some transaction waits for another. */
const oneWaits = () =>
  vi.waitFor(
    async () => {
      const waiting = "select from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'";
      expect(await database.look(waiting, [database.name])).not.toEqual([]);
    },
    { timeout: 20_000, interval: 20 },
  );

describe("a session", () => {
  it("comes back with all its steps as it was saved", async () => {
    const saved = await change({
      phase: "turn",
      been: ["since", "prompts"],
      round: 2,
      arrived: ["ana", "ben"],
      offered: ["compass", "walk"],
      used: ["compass", "a-map"],
      promptId: "compass",
      isLight: true,
      first: "ben",
      speaker: "ana",
      spoken: ["ben"],
      turnSince: "2027-04-07T10:20:30.125Z",
      exerciseId: "a-map",
      exerciseStep: 3,
      ready: ["ana"],
      revealed: ["appreciation"],
      sharing: ["ben"],
      hasLeft: true,
      uneven: true,
      isStaged: true,
      stepSince: 3,
    });
    expect(await by(ben, ({ sessions }) => sessions.find(session.id))).toEqual(saved);
    expect((await by(ben, ({ sessions }) => sessions.scene(session.id)))?.session).toEqual(saved);
    await change({ ...session, phase: "choose", used: ["compass"], turnSince: null });
  });

  it("keeps nothing of a turn's seconds beyond the turn", async () => {
    const late = change({ phase: "follow-up", turnSince: "2027-04-07T10:20:30Z" });
    await expect(late).rejects.toThrow("check constraint");
  });

  it("comes after the last one of the pair that anybody began", async () => {
    const before = () => by(ben, ({ sessions }) => sessions.before({ ...session, number: 2 }));
    expect(await before()).toBeNull();
    const first = { ...openSession({ ...session, id: "session-1", checkInId: "ana-ben-1" }), number: 1 };
    await by(ana, ({ sessions }) => sessions.open(first));
    expect(await before()).toBeNull();
    await change({ phase: "over" }, first.id);
    expect(await before()).toMatchObject({ id: "session-1", phase: "over" });
    expect(await by(ana, ({ sessions }) => sessions.before(first))).toBeNull();
    expect(await by(chidi, ({ sessions }) => sessions.before(session))).toBeNull();
  });

  it("comes after one whose check-in was missed, though both have the same number", async () => {
    const missed = { ...bookedCheckIn, id: "missed", number: 5, status: "missed", bookingId: "b-m" } as const;
    const next = { ...bookedCheckIn, id: "next", number: 5, bookingId: "b-n" };
    const opened = (id: string, checkInId: string) => openSession({ ...session, id, checkInId, number: 5 });
    await by(ana, async ({ checkIns, sessions }) => {
      for (const checkIn of [missed, next]) await checkIns.save(checkIn);
      await sessions.open(opened("of-missed", "missed"));
      await sessions.open(opened("of-next", "next"));
    });
    await change({ phase: "choose" }, "of-missed");
    await change({ phase: "choose" }, "of-next");
    const [first, second] = await by(ana, async ({ sessions }) => [
      await sessions.before(opened("of-missed", "missed")),
      await sessions.before(opened("of-next", "next")),
    ]);
    expect([first?.id, second?.id]).toEqual(["session-2", "of-missed"]);
  });

  it("knows what any of its members met, in this pair or another, exercises too", async () => {
    const pair: Pair = { ...anaAndBen(), id: "ben-dara", members: ["ben", "dara"] };
    await by(asJob("import-programme"), async ({ pairs, checkIns }) => {
      await pairs.save(pair);
      const asked = { ...askedCheckIn, id: "ben-dara-1", pairId: pair.id, opener: "ben", booker: "dara" };
      await checkIns.save(asked);
    });
    const start = { id: "of-ben-and-dara", checkInId: "ben-dara-1", pairId: pair.id, number: 1, opener: "ben" };
    await by(dara, ({ sessions }) => sessions.open(openSession({ ...start, members: pair.members })));
    await change({ used: ["walk", "a-map"] }, start.id, dara);
    expect(await by(ana, ({ sessions }) => sessions.promptsMet("ana-ben"))).toEqual(
      new Set(["compass", "walk", "a-map"]),
    );
    for (const actor of [chidi, elif, asJob("note-meeting")])
      expect(await by(actor, ({ sessions }) => sessions.promptsMet("ana-ben"))).toEqual(new Set());
  });
});

describe("[STORE-10] a session with all around it", () => {
  it("is what its parts are, one by one", async () => {
    await change({ sharing: ["ben"] });
    const [scene, parts] = await by(ana, async ({ sessions, pairs, people, sessionWords, library, rooms }) => [
      await sessions.scene(session.id),
      {
        session: await sessions.find(session.id),
        isRepeat: false,
        pair: await pairs.find("ana-ben"),
        people: (await people.findMany(["ana", "ben"])).toSorted((one, other) => one.id.localeCompare(other.id, "en")),
        words: await sessionWords.shared("ana-ben-2"),
        brought: await library.brought("ana-ben-2"),
        isAlone: await rooms.isAlone("ana-ben-2"),
      },
    ]);
    expect(parts.words).toEqual([wordsBy("ben", "carry-over")]);
    expect(parts).toMatchObject({ brought: [{ personId: "ana" }], isAlone: true });
    expect(scene).toEqual(parts);
  });

  it("is there for nobody outside the pair", async () => {
    for (const actor of outsiders) {
      const seen = await by(actor, async ({ sessions }) => [
        await sessions.scene(session.id),
        await sessions.sceneForChange(session.id, "command-1"),
      ]);
      expect(seen).toEqual([null, null]);
    }
  });

  it("says whether the command is a repeat, and shows what others did while it waited", async () => {
    const [changed, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = by(ana, async ({ sessions, sessionWords }) => {
      const standing = await sessions.findForChange(session.id);
      if (!standing) throw new Error("Ana has a session.");
      await sessions.save({ ...standing, sharing: ["ana"], version: standing.version + 1 }, "at-once");
      await sessionWords.save({ ...wordsBy("ana", "carry-over"), text: "The pelicans came.", version: 2 });
      changed.resolve();
      await go.promise;
    });
    await changed.promise;
    const second = by(ben, ({ sessions }) => sessions.sceneForChange(session.id, "at-once"));
    await oneWaits();
    go.resolve();
    await first;
    const scene = await second;
    expect(scene).toMatchObject({ isRepeat: true, words: [{ author: "ana", text: "The pelicans came." }] });
    await change({ sharing: [] });
  });
});

describe("[WALL-5] what a person types around a session", () => {
  const read = (actor: Actor) =>
    by(actor, async ({ sessionWords }) => [
      ...(await sessionWords.mine("ana-ben-2")),
      ...(await sessionWords.shared("ana-ben-2")),
    ]);
  const kindsBy = (words: readonly SessionWords[], author: string) =>
    words.filter((one) => one.author === author).map((one) => one.kind);

  it("comes back as it was typed, and an older version never goes over a newer one", async () => {
    const notes = { ...wordsBy("ben", "notes"), text: "Ask about the ferry. ☕" };
    const saves = await by(ben, async ({ sessionWords }) => [
      await sessionWords.save(notes),
      await sessionWords.save({ ...notes, text: "again" }),
      await sessionWords.save({ ...notes, text: "newer", version: 2 }),
      await sessionWords.save({ ...notes, text: "late", version: 2 }),
    ]);
    expect(saves).toEqual([true, false, true, false]);
    expect(await by(ben, ({ sessionWords }) => sessionWords.mine("ana-ben-2"))).toContainEqual({
      ...notes,
      text: "newer",
      version: 2,
    });
  });

  it("is kept once when two devices save at the same moment, and the second is told", async () => {
    const typed = ["laptop", "phone"].map((text) => ({ ...wordsBy("ben", "learned"), text }));
    const saves = await Promise.all(typed.map((words) => by(ben, ({ sessionWords }) => sessionWords.save(words))));
    expect(saves.filter((saved) => saved)).toHaveLength(1);
    await database.look("delete from app.session_words where author = 'ben' and kind = 'learned'");
  });

  it("is its author's alone until it is shared, and again once it is taken back", async () => {
    await database.look("delete from app.session_words where author = 'ana'");
    for (const kind of sessionWordsKinds) await by(ana, ({ sessionWords }) => sessionWords.save(wordsBy("ana", kind)));
    expect(kindsBy(await read(ben), "ana")).toEqual([]);
    await change({ sharing: ["ana"] });
    expect(kindsBy(await read(ben), "ana")).toEqual(["carry-over"]);
    await change({ sharing: ["ben"] });
    expect(kindsBy(await read(ben), "ana")).toEqual([]);
  });

  it("is read by both once it is revealed, and notes never", async () => {
    await change({ sharing: [], revealed: ["appreciation"] });
    expect(kindsBy(await read(ben), "ana")).toEqual(["appreciation"]);
    await change({ revealed: ["appreciation", "learned"] });
    expect(kindsBy(await read(ben), "ana")).toEqual(["appreciation", "learned"]);
    const everything = change({ revealed: ["appreciation", "learned", "notes" as "learned"] });
    await expect(everything).rejects.toThrow("check constraint");
  });

  it("is out of the partner's reach whatever is asked of the database, and of everybody's outside the pair", async () => {
    const seen = (actor: Actor) =>
      asServer(database, actor, async (run) => {
        const { rows } = await run("select author, kind from app.session_words where author = 'ana' order by 2");
        return rows.map((row) => row["kind"]);
      });
    await change({ sharing: [], revealed: ["learned"] });
    expect(await seen(ben)).toEqual(["learned"]);
    for (const actor of outsiders) {
      expect(await seen(actor)).toEqual([]);
      expect(await read(actor)).toEqual([]);
    }
    await change({ revealed: [] });
    expect(await seen(ben)).toEqual([]);
  });

  it("is written by its author alone, in a pair of the author's", async () => {
    const forged = wordsBy("ana", "learned");
    await expect(by(ben, ({ sessionWords }) => sessionWords.save({ ...forged, kind: "notes" }))).rejects.toThrow(
      refused,
    );
    expect(await by(ben, ({ sessionWords }) => sessionWords.save({ ...forged, version: 2 }))).toBe(false);
    const elsewhere = { ...wordsBy("chidi", "notes"), author: "chidi" };
    await expect(by(chidi, ({ sessionWords }) => sessionWords.save(elsewhere))).rejects.toThrow(refused);
    for (const actor of [ana, ben])
      await asServer(database, actor, async (run) => {
        await expect(run("delete from app.session_words")).rejects.toThrow("permission denied");
      });
  });
});

describe("[WALL-6] whom somebody names as having more authority here", () => {
  const name = (actor: Actor, who: string, id = sessionOfChidi.id) =>
    by(actor, ({ sessions }) => sessions.nameFirst(id, who));
  const take = (actor: Actor, id = sessionOfChidi.id) => by(actor, ({ sessions }) => sessions.takeNamed(id));
  const standing = (id = sessionOfChidi.id) =>
    database.look<{ person: string; named: string }>(
      "select person_id as person, named from app.session_named where session_id = $1 order by 1",
      [id],
    );

  it("is read by nobody, the person included", async () => {
    for (const actor of [chidi, dara, ...outsiders])
      await asServer(database, actor, async (run) => {
        await expect(run("select from app.session_named")).rejects.toThrow("permission denied");
      });
    expect(await take(chidi)).toBeNull();
    for (const actor of [ana, elif, asJob("note-meeting")]) {
      await name(actor, "chidi");
      expect(await take(actor)).toBeNull();
    }
    expect(await standing()).toEqual([{ person: "chidi", named: "dara" }]);
  });

  it("may be changed until all have named, and has to be one of the session or no difference", async () => {
    await name(chidi, "no-difference");
    await name(dara, "ana");
    expect(await standing()).toEqual([{ person: "chidi", named: "no-difference" }]);
  });

  it("comes out once, without who named whom, when all have, and is erased", async () => {
    await name(dara, "chidi");
    expect(await take(ana)).toBeNull();
    expect(await take(chidi)).toEqual(["chidi", "no-difference"]);
    expect([await standing(), await take(dara)]).toEqual([[], null]);
  });

  it("is erased with the step, however it is left", async () => {
    await name(chidi, "dara");
    expect(await standing()).toHaveLength(1);
    await change({ phase: "choose" }, sessionOfChidi.id, dara);
    expect(await standing()).toEqual([]);
    await name(chidi, "dara");
    expect(await standing()).toEqual([]);
    await change({ phase: "who-first" }, sessionOfChidi.id, dara);
  });

  it("[STORE-11] goes to exactly one of two who name at the same moment", async () => {
    let tries = 0;
    for (let round = 0; round < 5; round++) {
      const named = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const both = Promise.all(named.map((one) => one.promise));
      const answers = [chidi, dara].map((actor, at) =>
        by(actor, async ({ sessions }) => {
          tries += 1;
          await sessions.nameFirst(sessionOfChidi.id, "chidi");
          named[at]?.resolve();
          await both;
          return sessions.takeNamed(sessionOfChidi.id);
        }),
      );
      const taken = await Promise.all(answers);
      expect(taken.filter((list) => list !== null)).toEqual([["chidi", "chidi"]]);
      expect(await standing()).toEqual([]);
    }
    // Neither ever had to begin again: they wait for each other, one way round.
    expect(tries).toBe(10);
  });

  it("waits for all three in a trio", async () => {
    const trio: Pair = { ...anaAndBen(), id: "trio", members: ["ana", "chidi", "dara"], cohortId: spring().id };
    await by(asJob("import-programme"), async ({ pairs, checkIns }) => {
      await pairs.save(trio);
      await checkIns.save({ ...askedCheckIn, id: "trio-1", pairId: "trio", opener: "ana", booker: "dara" });
    });
    const start = { id: "of-trio", checkInId: "trio-1", pairId: "trio", number: 1, opener: "ana" };
    await by(ana, ({ sessions }) => sessions.open(openSession({ ...start, members: trio.members })));
    await change({ phase: "who-first" }, "of-trio");
    for (const [actor, who] of [
      [dara, "ana"],
      [ana, "dara"],
      [chidi, "ana"],
    ] as const) {
      expect(await take(actor, "of-trio")).toBeNull();
      await name(actor, who, "of-trio");
    }
    expect(await take(ana, "of-trio")).toEqual(["ana", "ana", "dara"]);
  });
});

describe("[WALL-7] two taps after a session", () => {
  const read = (actor: Actor) => by(actor, ({ reflections }) => reflections.ofCheckIn("ana-ben-1"));
  const save = (actor: Actor, author: string, isShared: boolean, rest = {}) =>
    by(actor, ({ reflections }) => reflections.save({ ...tapsOf(author, isShared), ...rest }));

  it("are their author's alone while not everybody shares", async () => {
    expect(await read(ana)).toEqual([tapsOf("ana")]);
    expect(await save(ana, "ana", true)).toBe(true);
    expect(await read(ben)).toEqual([tapsOf("ben")]);
    expect(await save(ben, "ben", true, { feltHeard: null, roomToSpeak: null })).toBe(true);
    expect(await read(ana)).toEqual([tapsOf("ana", true)]);
    await expect(save(ben, "ana", false)).rejects.toThrow(refused);
  });

  it("can't be changed in the moment in which they are revealed, nor after it", async () => {
    const [shared, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = by(ben, async ({ reflections }) => {
      const saved = await reflections.save(tapsOf("ben", true));
      shared.resolve();
      await go.promise;
      return saved;
    });
    await shared.promise;
    const second = save(ana, "ana", false, { feltHeard: "not-today" });
    await oneWaits();
    go.resolve();
    expect(await Promise.all([first, second])).toEqual([true, false]);
    for (const actor of [ana, ben]) expect(await read(actor)).toEqual([tapsOf("ana", true), tapsOf("ben", true)]);
    await asServer(database, ana, async (run) => {
      const { rowCount } = await run("update app.reflection set is_shared = false");
      expect(rowCount).toBe(0);
    });
  });

  it("are nobody else's, though they are revealed", async () => {
    for (const actor of outsiders) expect(await read(actor)).toEqual([]);
    await expect(save(chidi, "chidi", true)).rejects.toThrow(refused);
  });
});

describe("[WALL-8] a job that hears of meetings", () => {
  const attempt = (to: Partial<Session>, job = asJob("note-meeting")) => change(to, session.id, job);

  it("takes a prompt off the stage, and does nothing else to a session", async () => {
    await change({ isStaged: true });
    expect(await attempt({ isStaged: false })).toMatchObject({ isStaged: false });
    for (const to of [{ isStaged: true }, { phase: "over" }, { sharing: ["ana"] }, { revealed: ["learned"] }] as const)
      await expect(attempt(to)).rejects.toThrow("no more to a session");
    await expect(attempt({ isStaged: false }, asJob("greet-meeting"))).rejects.toThrow();
    expect(await by(ben, ({ sessions }) => sessions.find(session.id))).toMatchObject({ phase: "choose", sharing: [] });
  });
});
