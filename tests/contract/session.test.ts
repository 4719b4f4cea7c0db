import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPerson } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import type { RoomView } from "../../shared/contract/rooms.ts";
import type { ReflectionView, WordsView } from "../../shared/contract/session-words.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { JournalEntry } from "../../shared/domain/journal-entry.ts";
import { call, seededWorld, until } from "../world.ts";
import { bookCheckIn, listen, openTalk, readCheckIn, type Talk, trio, withTrio } from "./session-world.ts";

let world: World;
let talk: Talk;
const [ana, ben] = [localPerson("Ana").oid, localPerson("Ben").oid];

beforeAll(async () => {
  world = await seededWorld({ seed: withTrio });
  talk = await openTalk(world, "Ana", await bookCheckIn(world, "Ana"));
});

afterAll(() => world?.stop());

const write = (who: string, kind: string, text: string, seenVersion = 0, checkInId = talk.checkInId) =>
  call<WordsView>(world, who, `POST /api/check-ins/${checkInId}/words/${kind}`, { text, seenVersion });
const wordsOf = async (who: string, checkInId = talk.checkInId) =>
  (await call<{ words: WordsView[] }>(world, who, `GET /api/check-ins/${checkInId}/words`)).body.words;
const settled = (view: SessionView) => ({ phase: view.phase, round: view.round, speaker: view.speaker });

describe("a session of two, from the first to the last step", () => {
  it("[LIVE-8] begins with who is there, and what each carries over, shared by its author alone", async () => {
    await write("Ana", "carry-over", "I asked for feedback.");
    await write("Ben", "carry-over", "I forgot to.");
    await talk.act("Ana", "arrive");
    expect((await talk.act("Ben", "arrive")).arrived.toSorted()).toEqual([ana, ben].toSorted());
    expect((await talk.act("Ana", "go-on")).phase).toBe("since");
    const shared = await talk.act("Ana", "share-carry-over");
    expect(shared.carryOvers).toEqual([{ author: ana, text: "I asked for feedback." }]);
    expect((await talk.read("Ben")).carryOvers).toEqual(shared.carryOvers);
  });

  it("[LIVE-9] goes through two rounds, each of the two having the turn, with a question and a lighter way", async () => {
    expect(await talk.act("Ben", "go-on")).toMatchObject({ phase: "choose", round: 1, rounds: 2 });
    expect(talk.view().offered).toHaveLength(2);
    const [, second] = talk.view().offered;
    await talk.act("Ana", "swap", { promptId: talk.view().offered[0]?.id ?? "" });
    expect(talk.view().offered[1]).toEqual(second);
    await pickAlternating();
    const [opener, other] = talk.view().opener === ana ? ["Ana", "Ben"] : ["Ben", "Ana"];
    expect(settled(talk.view())).toEqual({ phase: "turn", round: 1, speaker: localPerson(opener).oid });
    expect(talk.view()).toMatchObject({
      turnSince: expect.any(String),
      turnSeconds: (talk.view().prompt?.minutes ?? 0) * 30,
    });
    expect((await talk.act(other, "lighten")).isLight).toBe(true);
    expect(await talk.act(other, "ask")).toMatchObject({ phase: "follow-up", turnSince: null, turnSeconds: null });
    expect(settled(await talk.act(opener, "change-over"))).toMatchObject({
      phase: "turn",
      speaker: localPerson(other).oid,
    });
    expect(settled(await talk.act(other, "change-over"))).toEqual({ phase: "choose", round: 2, speaker: null });
    expect((await talk.act("Ana", "offer-others")).offered).toHaveLength(2);
    await pickAlternating();
    expect(settled(talk.view())).toEqual({ phase: "turn", round: 2, speaker: localPerson(other).oid });
    expect(await talk.act("Ana", "leave")).toMatchObject({ phase: "choose", round: 2, hasLeft: true });
    await pickAlternating();
    await talk.act("Ana", "change-over");
    expect((await talk.act("Ben", "move-on")).phase).toBe("exercise");
  });

  /** Picks one of the prompts on offer, and skips the question who shares first where it comes. */
  async function pickAlternating() {
    const picked = await talk.act("Ben", "pick", { promptId: talk.view().offered[0]?.id ?? "" });
    if (picked.phase === "who-first") await talk.act("Ana", "skip-who");
  }

  it("[LIVE-10] has an exercise, step by step, and another in its place", async () => {
    const { exercise } = talk.view();
    const last = (exercise?.steps.length ?? 0) - 1;
    for (let step = 0; step < last; step += 1) await talk.act("Ana", "next-step");
    expect(talk.view().exerciseStep).toBe(last);
    expect((await talk.act("Ben", "step-back")).exerciseStep).toBe(last - 1);
    const other = await talk.act("Ben", "swap-exercise");
    expect(other.exerciseStep).toBe(0);
    expect(other.exercise?.id).not.toBe(exercise?.id);
  });

  it("[WORDS-1] reveals appreciations once both have finished, and not before, through a restart of the server", async () => {
    await talk.act("Ana", "go-on");
    expect(talk.view().phase).toBe("appreciate");
    await write("Ana", "appreciation", "Ben listened to the end.");
    await write("Ana", "notes", "Ask Ben about the audit.");
    const ready = { commandId: crypto.randomUUID(), seenVersion: talk.view().version };
    // The server dies over her tap, and nobody knows whether it counted.
    void talk.try("Ana", "ready", ready).catch(() => {});
    await world.killServer();
    await world.startServer();
    expect((await talk.act("Ana", "ready", ready)).version).toBe(ready.seenVersion + 1);
    expect(await wordsOf("Ana")).toContainEqual({ kind: "appreciation", text: "Ben listened to the end.", version: 1 });
    expect(await talk.read("Ben")).toMatchObject({ phase: "appreciate", ready: [ana], appreciations: [] });
    expect(JSON.stringify(await wordsOf("Ben"))).not.toContain("listened");
    await write("Ben", "appreciation", "Ana asked twice.");
    const revealed = await talk.act("Ben", "ready");
    expect(revealed.appreciations.toSorted((one, two) => one.text.localeCompare(two.text))).toEqual([
      { author: ben, text: "Ana asked twice." },
      { author: ana, text: "Ben listened to the end." },
    ]);
    expect(await talk.read("Ana")).toEqual(revealed);
    expect(await write("Ana", "appreciation", "Other words.", 1)).toMatchObject({
      status: 409,
      body: { refusal: "words-are-revealed" },
    });
  });

  it("[WORDS-2] loses nothing of whoever has written nothing, and names nobody", async () => {
    await talk.act("Ben", "go-on");
    await write("Ana", "learned", "Silence is an answer, too.");
    await talk.act("Ana", "ready");
    const revealed = await talk.act("Ben", "ready");
    expect(revealed.learned).toEqual([{ author: ana, text: "Silence is an answer, too." }]);
    expect(JSON.stringify(revealed)).not.toContain("audit");
  });

  it("[LIVE-11] counts as held once it comes to booking the next, by whoever led there", async () => {
    expect((await readCheckIn(world, "Ana", talk.checkInId)).status).toBe("booked");
    expect((await talk.act("Ben", "go-on")).phase).toBe("book");
    expect(await readCheckIn(world, "Ana", talk.checkInId)).toMatchObject({ status: "held", settledBy: ben });
    expect((await talk.act("Ana", "go-on")).phase).toBe("over");
    expect(await readCheckIn(world, "Ana", talk.checkInId)).toMatchObject({ status: "held", settledBy: ben });
  });

  it("[WORDS-3] leaves its author a draft of the notes and of what was learned, kept in one go and once", async () => {
    const draftOf = async (who: string) =>
      (await call<ReflectionView>(world, who, `GET /api/check-ins/${talk.checkInId}/reflection`)).body.draft;
    const draft = await draftOf("Ana");
    expect(draft).toEqual({ text: "Ask Ben about the audit.\n\nSilence is an answer, too.", notesVersion: 1 });
    expect(await draftOf("Ben")).toBeNull();
    const entry = { entryId: crypto.randomUUID(), text: draft?.text ?? "", notesVersion: 1 };
    const keep = () => call(world, "Ana", `POST /api/check-ins/${talk.checkInId}/draft`, entry);
    expect(await keep()).toEqual({ status: 200, body: { entryId: entry.entryId } });
    expect(await keep()).toEqual({ status: 200, body: { entryId: entry.entryId } });
    expect(await draftOf("Ana")).toBeNull();
    expect(await wordsOf("Ana")).toContainEqual({ kind: "notes", text: "", version: 2 });
    const { pairId } = talk.view();
    const kept = (await call<JournalEntry[]>(world, "Ana", `GET /api/pairs/${pairId}/journal`)).body;
    expect(kept.filter(({ id }) => id === entry.entryId)).toMatchObject([
      { text: draft?.text, audience: "only-me", sessionNumber: talk.view().number },
    ]);
    const late = { entryId: crypto.randomUUID(), text: "Late.", notesVersion: 1 };
    expect(await call(world, "Ana", `POST /api/check-ins/${talk.checkInId}/draft`, late)).toMatchObject({
      status: 409,
      body: { refusal: "words-changed-meanwhile" },
    });
  });

  it("[LIVE-12] tells both the same of a round that was uneven, next time, and what each had learned", async () => {
    const next = await openTalk(world, "Ben", await bookCheckIn(world, "Ben"));
    expect(next.view()).toMatchObject({ number: talk.view().number + 1, wasUneven: false, lastLearned: [] });
    const since = await next.act("Ana", "go-on");
    expect(since).toMatchObject({
      phase: "since",
      wasUneven: true,
      lastLearned: [{ author: ana, text: "Silence is an answer, too." }],
    });
    expect(await next.read("Ben")).toEqual(since);
    expect((await next.act("Ana", "close")).phase).toBe("over");
    expect(await readCheckIn(world, "Ben", next.checkInId)).toMatchObject({ status: "held", settledBy: ana });
  });
});

describe("a session of three", () => {
  let three: Talk;
  const ids = trio.members.map((name) => localPerson(name).oid);

  it("[LIVE-13] is a round: each of the three has the turn on each prompt, and words are revealed when all three have finished", async () => {
    three = await openTalk(world, "Hana", await bookCheckIn(world, "Hana", trio.pairId));
    for (const who of trio.members) await three.act(who, "arrive");
    await three.act("Kemi", "go-to", { part: "prompts" });
    await three.act("Kemi", "pick", { promptId: three.view().offered[0]?.id ?? "" });
    if (three.view().phase === "who-first") await three.act("Niko", "skip-who");
    const spoke: (string | null)[] = [];
    while (three.view().phase === "turn" && three.view().round === 1) {
      spoke.push(three.view().speaker);
      await three.act("Niko", "change-over");
    }
    expect(new Set(spoke)).toEqual(new Set(ids));
    expect(spoke).toHaveLength(3);
    await three.act("Hana", "go-to", { part: "appreciate" });
    for (const who of trio.members) await write(who, "appreciation", `${who} is glad.`, 0, three.checkInId);
    await three.act("Hana", "ready");
    expect((await three.act("Kemi", "ready")).appreciations).toEqual([]);
    expect((await three.act("Niko", "ready")).appreciations).toHaveLength(3);
    await three.act("Kemi", "close");
    expect(await readCheckIn(world, "Niko", three.checkInId)).toMatchObject({ status: "held" });
  });
});

describe("two devices of one person", () => {
  it("[WORDS-4] lose no word: of fifty saves at once each is kept or told to look again, and empty words leave their version", async () => {
    const checkInId = talk.checkInId;
    const save = async (device: number, word: number): Promise<void> => {
      const current = (await wordsOf("Ben", checkInId)).find(({ kind }) => kind === "notes") ?? {
        text: "",
        version: 0,
      };
      const text = `${current.text} ${device}-${word}`;
      const { status } = await write("Ben", "notes", text, current.version, checkInId);
      if (status === 409) return save(device, word);
      expect(status).toBe(200);
    };
    const device = async (number: number) => {
      for (let word = 0; word < 25; word += 1) await save(number, word);
    };
    await Promise.all([device(1), device(2)]);
    const notes = (await wordsOf("Ben", checkInId)).find(({ kind }) => kind === "notes");
    expect(notes?.version).toBe(50);
    const words = notes?.text.trim().split(" ") ?? [];
    expect(words.toSorted()).toEqual(
      [1, 2].flatMap((number) => Array.from({ length: 25 }, (_, word) => `${number}-${word}`)).toSorted(),
    );
    expect((await write("Ben", "notes", "  ", 50, checkInId)).body).toEqual({ kind: "notes", text: "", version: 51 });
    expect((await write("Ben", "notes", "Late.", 50, checkInId)).status).toBe(409);
  });
});

describe("commands over a bad line", () => {
  it("[LIVE-14] count once, though the database is away for a moment: the answer says when to come back", async () => {
    const next = await openTalk(world, "Ana", await bookCheckIn(world, "Ana"));
    const ben = await listen(world, { who: "Ben", sessionId: next.id });
    await next.act("Ana", "go-on");
    await world.database.stop();
    const command = { commandId: crypto.randomUUID(), seenVersion: next.view().version, type: "go-on" as const };
    const away = await next.try("Ana", "go-on", command);
    expect(away).toMatchObject({ status: 503, body: { refusal: "unavailable" } });
    await world.database.start();
    const answered = await until("an answer", async () => {
      const again = await next.try("Ana", "go-on", command);
      return again.status === 200 ? again : null;
    });
    expect((await next.try("Ana", "go-on", command)).body).toEqual(answered.body);
    expect(answered.body).toMatchObject({ phase: "choose", version: command.seenVersion + 1 });
    await until("Ben's panel", async () => ben.views().at(-1)?.version === answered.body.version);
    ben.leave();
  });
});

describe("a meeting that was not booked", () => {
  it("[LIVE-16] opens one session for the pair from its chat, once one of the two has linked it, and none for anybody else", async () => {
    const chatId = "19:meeting_adhoc@thread.v2";
    const opened = (who: string) => call<SessionView>(world, who, "POST /api/sessions", { chatId });
    expect((await opened("Chidi")).status).toBe(404);
    const room = await call<RoomView>(world, "Chidi", "POST /api/rooms", { chatId });
    const pairs = room.body.kind === "unlinked" ? room.body.pairs : [];
    expect(pairs).toMatchObject([{ number: 2, booked: null }]);
    const link = { chatId, pairId: pairs[0]?.pairId };
    const [one, other] = await Promise.all([
      call<RoomView>(world, "Chidi", "POST /api/rooms/link", link),
      call<RoomView>(world, "Dara", "POST /api/rooms/link", link),
    ]);
    expect(one).toMatchObject({ status: 200, body: { kind: "check-in" } });
    expect(other.body).toEqual(one.body);
    const session = await opened("Dara");
    expect(session).toMatchObject({ status: 200, body: { number: 2, phase: "arrive" } });
    expect((await opened("Chidi")).body).toEqual(session.body);
    for (const who of ["Ana", "Elif"]) expect((await opened(who)).status).toBe(404);
    const { id } = session.body;
    await call(world, "Dara", `POST /api/sessions/${id}/commands`, {
      ...{ commandId: crypto.randomUUID(), seenVersion: 1, type: "go-to", part: "book" },
    });
    expect((await readCheckIn(world, "Chidi", session.body.checkInId)).status).toBe("held");
  });
});
