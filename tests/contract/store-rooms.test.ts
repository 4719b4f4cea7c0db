import { beforeAll, describe, expect, it } from "vitest";
import type { Records } from "../../bot/ports.ts";
import type { Actor } from "../../shared/domain/access.ts";
import { isAlone, type Participant, type Room, roomAfter } from "../../shared/domain/room.ts";
import { serverForThisFile, type TestDatabase, type TestStore } from "../database.ts";
import { asServer } from "./store-catalog.ts";
import {
  as,
  asJob,
  askedCheckIn,
  bookedCheckIn,
  chatId,
  chatOnTheSpot,
  heldCheckIn,
  plantWorld,
  roomOfAna,
  south,
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
const [ana, ben, chidi, elif] = [as("ana"), as("ben"), as("chidi"), as("elif", "coordinator")];
const [noting, greeting] = [asJob("note-meeting"), asJob("greet-meeting")];
const found = (actor: Actor, chat: string) => by(actor, async ({ rooms }) => (await rooms.checkInOf(chat))?.id ?? null);

describe("a meeting's room", () => {
  const read = (chat: string) => by(noting, ({ rooms }) => rooms.findForChange(chat));

  it("comes back as it was saved, to the moment, by its chat however that is written", async () => {
    expect(await read(chatId)).toEqual(roomOfAna);
    expect(await read(`${chatId};messageid=1712`)).toEqual(roomOfAna);
    expect(await read("19:unheard@thread.v2")).toEqual({
      chatId: "19:unheard@thread.v2",
      startedAt: null,
      participants: [],
      version: 0,
    });
  });

  it("loses nothing that is heard at the same moment, though nobody had heard of it before", async () => {
    const chat = "19:meeting_busy@thread.v2";
    const keys = ["29:ana", "29:ben", "29:guest"];
    const looked = keys.map(() => Promise.withResolvers<void>());
    const all = Promise.all(looked.map((one) => one.promise));
    const join = (key: string, turn: number) =>
      by(noting, async ({ rooms }) => {
        const room = await rooms.findForChange(chat);
        looked[turn]?.resolve();
        await all;
        await rooms.save(roomAfter(room, { kind: "join", at: "2027-04-07T10:00:00Z", key, personId: null }));
      });
    await Promise.all(keys.map(join));
    const { participants, version } = await read(chat);
    expect([participants.map(({ key }) => key).toSorted(), version]).toEqual([keys, 3]);
  });

  it("knows where the bot reaches its chat, heard of or not", async () => {
    const chat = "19:meeting_new@thread.v2";
    const reference = { conversation: { id: chat }, serviceUrl: "https://smba.example" };
    expect(await by(noting, ({ rooms }) => rooms.conversationOf(chat))).toBeNull();
    await by(noting, ({ rooms }) => rooms.saveConversation(chat, { conversation: { id: "older" } }));
    await by(noting, ({ rooms }) => rooms.saveConversation(chat, reference));
    expect(await by(greeting, ({ rooms }) => rooms.conversationOf(chat))).toEqual(reference);
    expect((await read(chat)).version).toBe(0);
    await by(noting, ({ rooms }) => rooms.save({ ...roomOfAna, chatId: chat }));
    expect(await by(greeting, ({ rooms }) => rooms.conversationOf(chat))).toEqual(reference);
  });

  it("[STORE-12] is greeted once for what it is greeted for, however many try at once", async () => {
    const claim = (startedAt: string) => by(greeting, ({ rooms }) => rooms.claimGreeting(chatId, startedAt));
    const tries = await Promise.all(Array.from({ length: 4 }, () => claim("2027-04-07T09:58:30Z")));
    expect(tries.filter((claimed) => claimed)).toHaveLength(1);
    await by(greeting, ({ rooms }) => rooms.releaseGreeting(chatId, "2027-04-14T10:00:00Z"));
    expect(await claim("2027-04-07T09:58:30Z")).toBe(false);
    await by(greeting, ({ rooms }) => rooms.releaseGreeting(chatId, "2027-04-07T09:58:30Z"));
    expect([await claim("2027-04-07T09:58:30Z"), await claim("2027-04-14T10:00:00Z")]).toEqual([true, true]);
  });

  it("[WALL-11] shows nobody in the pair who is in it, nor anybody else", async () => {
    for (const actor of [ana, ben, chidi, elif, asJob("tell-rhythm")]) {
      const { participants } = await by(actor, ({ rooms }) => rooms.findForChange(chatId));
      expect(participants).toEqual([]);
      expect(await by(actor, ({ rooms }) => rooms.conversationOf(chatId))).toBeNull();
      await asServer(database, actor, async (run) => {
        expect((await run("select from app.meeting_room")).rowCount).toBe(0);
      });
    }
    await expect(by(ana, ({ rooms }) => rooms.save({ ...roomOfAna, version: 2 }))).rejects.toThrow(
      "row-level security",
    );
  });
});

describe("a meeting belongs to", () => {
  const link = (actor: Actor, chat: string, checkIn: typeof heldCheckIn) =>
    by(actor, ({ rooms }) => rooms.link(chat, checkIn));

  it("the check-in that was booked with it, for its pair and the jobs of meetings", async () => {
    for (const actor of [ana, ben, noting, greeting]) expect(await found(actor, chatId)).toBe("ana-ben-2");
    for (const actor of [chidi, elif]) expect(await found(actor, chatId)).toBeNull();
    expect(await by(ana, ({ rooms }) => rooms.chatOf("ana-ben-2"))).toBe(chatId);
    expect(await by(chidi, ({ rooms }) => rooms.chatOf("ana-ben-2"))).toBeNull();
  });

  it("the one that was linked to it, and saying so again changes nothing", async () => {
    expect(await found(ben, chatOnTheSpot)).toBe("ana-ben-1");
    expect(await by(noting, ({ rooms }) => rooms.chatOf("ana-ben-1"))).toBe(chatOnTheSpot);
    expect(await link(ben, chatOnTheSpot, heldCheckIn)).toBe(true);
    expect(await by(chidi, ({ rooms }) => rooms.chatOf("chidi-dara-1"))).toBeNull();
  });

  it("no other pair than its own, however it came to be theirs", async () => {
    expect(await link(chidi, chatId, askedCheckIn)).toBe(false);
    expect(await link(chidi, chatOnTheSpot, askedCheckIn)).toBe(false);
    for (const actor of [ana, elif, noting]) expect(await link(actor, "19:other@thread.v2", askedCheckIn)).toBe(false);
    const squat = link(ana, "19:other@thread.v2", { ...askedCheckIn, pairId: "ana-ben" });
    await expect(squat).rejects.toThrow("foreign key");
  });

  it("a pair that may hold its check-in there, where none of another's is held or booked", async () => {
    const mayLink = (actor: Actor, chat: string, pair: string) => by(actor, ({ rooms }) => rooms.mayLink(chat, pair));
    for (const chat of [chatId, `${chatId};messageid=1`, chatOnTheSpot]) {
      expect([await mayLink(ana, chat, "ana-ben"), await mayLink(chidi, chat, "chidi-dara")]).toEqual([true, false]);
      for (const actor of [chidi, elif, noting]) expect(await mayLink(actor, chat, "ana-ben")).toBe(false);
    }
    expect(await mayLink(chidi, "19:nobodys@thread.v2", "chidi-dara")).toBe(true);
    expect(await mayLink(as("chidi", "participant", south), "19:nobodys@thread.v2", "chidi-dara")).toBe(false);
  });

  it("[STORE-13] one check-in that lies ahead, and to the pair's next once that is over", async () => {
    const chat = "19:weekly@thread.v2";
    const third = { ...bookedCheckIn, id: "third", number: 3, bookingId: "b-3", event: null };
    const fourth = { ...third, id: "fourth", number: 4, bookingId: "b-4" };
    // A check-in may be linked before it is saved, in one transaction.
    const linked = await by(ana, async ({ rooms, checkIns }) => [
      await rooms.link(chat, third),
      await checkIns.save(third),
      await checkIns.save(fourth),
      await rooms.link(chat, fourth),
    ]);
    expect(linked).toEqual([true, true, true, false]);
    await by(ana, ({ checkIns }) => checkIns.save({ ...third, status: "held", version: 2 }));
    expect([await link(ben, chat, fourth), await found(ana, chat)]).toEqual([true, "fourth"]);
    expect(await link(ben, chatId, fourth)).toBe(false);
  });

  it("[STORE-13] the first of two who link it at the same moment", async () => {
    const chat = "19:race@thread.v2";
    const made = ["of-ana", "of-ben"].map((id, at) => ({
      ...{ ...bookedCheckIn, id, number: 20 + at, bookingId: id, event: null },
    }));
    const linked = await Promise.all(
      [ana, ben].map((actor, at) =>
        by(actor, async ({ rooms, checkIns }) => {
          const checkIn = made[at] ?? bookedCheckIn;
          await checkIns.save(checkIn);
          return (await rooms.link(chat, checkIn)) ? checkIn.id : null;
        }),
      ),
    );
    const [winner] = linked.filter((id) => id !== null);
    expect(linked.filter((id) => id !== null)).toHaveLength(1);
    expect(await found(ana, chat)).toBe(winner);
  });
});

describe("[WALL-11] a pair learns whether it is alone", () => {
  const someone = (personId: string | null, isIn = true): Participant => ({
    key: `29:${personId ?? "guest"}`,
    personId,
    at: "2027-04-07T10:00:00Z",
    isIn,
  });
  const startedAt = "2027-04-07T09:58:30Z";
  const rooms: readonly (readonly [string, Pick<Room, "startedAt" | "participants">])[] = [
    ["with one of them there", { startedAt, participants: [someone("ana")] }],
    ["with both there", { startedAt, participants: [someone("ana"), someone("ben")] }],
    ["after a guest has left", { startedAt, participants: [someone("ana"), someone(null, false)] }],
    ["with nobody there yet", { startedAt, participants: [] }],
    ["after all have left", { startedAt, participants: [someone("ana", false)] }],
    ["with a guest", { startedAt, participants: [someone("ana"), someone("ben"), someone(null)] }],
    ["with a colleague", { startedAt, participants: [someone("ana"), someone("chidi")] }],
    ["where no start was heard", { startedAt: null, participants: [someone("ana"), someone("ben")] }],
  ];
  const ask = (actor: Actor, checkIn = "ana-ben-2") => by(actor, ({ rooms: records }) => records.isAlone(checkIn));
  const set = async (chat: string, known: Pick<Room, "startedAt" | "participants">) =>
    by(noting, async ({ rooms: records }) => {
      const { version } = await records.findForChange(chat);
      await records.save({ chatId: chat, ...known, version: version + 1 });
    });

  it.each(rooms)("%s, as the domain says it", async (_, known) => {
    await set(chatId, known);
    const expected = isAlone({ ...roomOfAna, ...known }, ["ana", "ben"]);
    expect([await ask(ana), await ask(ben)]).toEqual([expected, expected]);
  });

  it("in every room of its check-in, and nobody else learns it", async () => {
    await set(chatId, { startedAt, participants: [someone("ana")] });
    for (const actor of [chidi, elif, as("ana", "coordinator"), noting]) expect(await ask(actor)).toBe(false);
    await by(ben, ({ rooms: records }) => records.link("19:second@thread.v2", bookedCheckIn));
    expect(await ask(ben)).toBe(true);
    await set("19:second@thread.v2", { startedAt, participants: [someone("ben"), someone(null)] });
    expect(await ask(ben)).toBe(false);
    await set("19:second@thread.v2", { startedAt: null, participants: [] });
    expect([await ask(ben), await ask(ben, "ana-ben-1"), await ask(ben, "chidi-dara-1")]).toEqual([true, false, false]);
  });
});
