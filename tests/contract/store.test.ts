import { beforeAll, describe, expect, it } from "vitest";
import type { Records } from "../../bot/ports.ts";
import type { Actor } from "../../shared/domain/access.ts";
import { chooseSlot, recordBooking } from "../../shared/domain/booking.ts";
import { editGoal } from "../../shared/domain/goal.ts";
import { reviseEntry } from "../../shared/domain/journal-entry.ts";
import { databaseForThisFile, type TestStore } from "../database.ts";
import {
  anaAndBen,
  as,
  asJob,
  askedCheckIn,
  bookedCheckIn,
  chatId,
  entryBy,
  goalOf,
  heldCheckIn,
  plantWorld,
  session,
  slot,
  spring,
} from "./store-world.ts";

const database = databaseForThisFile();
let store: TestStore;

beforeAll(async () => {
  store = database().openStore();
  await plantWorld(store);
});

const by = <T>(actor: Actor, work: (records: Records) => Promise<T>): Promise<T> => store.transact(actor, work);
const ana = as("ana");
const ben = as("ben");

describe("what is saved comes back as it was", () => {
  it("people, by one id and by many", async () => {
    const found = await by(ana, async ({ people }) => [await people.find("ben"), await people.find("nobody")]);
    expect(found).toEqual([expect.objectContaining({ id: "ben", name: "Ben", timeZone: "Europe/London" }), null]);
    expect(
      (await by(ana, ({ people }) => people.findMany(["ana", "ben", "nobody"]))).map((one) => one.id).toSorted(),
    ).toEqual(["ana", "ben"]);
    expect(await by(ana, ({ people }) => people.findMany([]))).toEqual([]);
  });

  it("roles: what a person may act as, whichever role asks", async () => {
    for (const role of ["participant", "coordinator"] as const) {
      expect(await by(as("ana", role), ({ people }) => people.rolesOf("ana"))).toEqual(["participant"]);
      expect(await by(as("elif", role), ({ people }) => people.rolesOf("elif"))).toEqual(["coordinator"]);
      expect(await by(as("nobody", role), ({ people }) => people.rolesOf("nobody"))).toEqual([]);
      expect(await by(as("ana", role), ({ people }) => people.rolesOf("elif"))).toEqual([]);
    }
  });

  it("pairs with members in the order of voices and the agreement opened, and cohorts", async () => {
    expect(await by(ana, ({ pairs }) => pairs.find("ana-ben"))).toEqual(anaAndBen());
    expect(await by(ben, ({ pairs }) => pairs.mine())).toEqual([anaAndBen()]);
    expect(await by(ana, ({ programmes }) => programmes.findCohort("spring"))).toEqual(spring());
    expect(await by(ana, ({ programmes }) => programmes.cohorts())).toEqual([spring()]);
  });

  it("goals, oldest first, whoever of the pair reads them", async () => {
    expect(await by(ben, ({ goals }) => goals.ofPair("ana-ben"))).toEqual([goalOf(null), goalOf("ana")]);
    expect(await by(ben, ({ goals }) => goals.find("goal-ana"))).toEqual(goalOf("ana"));
  });

  it("journal entries, newest first and no more than asked for", async () => {
    const later = { ...entryBy("ana", "only-me"), id: "ana-later", writtenAt: "2027-03-11T08:00:00Z" };
    await by(ana, ({ journal }) => journal.save(later));
    const entries = await by(ana, ({ journal }) => journal.ofPair("ana-ben", 2));
    expect(entries).toEqual([later, entryBy("ana", "partner")]);
    await by(ana, ({ journal }) => journal.erase("ana-later"));
    expect(await by(ana, ({ journal }) => journal.find("ana-later"))).toBeNull();
  });

  it("check-ins, oldest first", async () => {
    expect(await by(ana, ({ checkIns }) => checkIns.ofPair("ana-ben"))).toEqual([heldCheckIn, bookedCheckIn]);
    expect(await by(as("dara"), ({ checkIns }) => checkIns.findForChange("chidi-dara-1"))).toEqual(askedCheckIn);
  });

  it("conversations and cards, the newest in place of the former", async () => {
    const read = await by(ana, async ({ conversations }) => {
      await conversations.save("ana", { conversation: { id: "a:2" } });
      await conversations.saveCard("ana-ben-2", "ana", "newer card");
      return [await conversations.find("ana"), await conversations.cardOf("ana-ben-2", "ana")];
    });
    expect(read).toEqual([{ conversation: { id: "a:2" } }, "newer card"]);
    expect(await by(ana, ({ conversations }) => conversations.cardOf("ana-ben-1", "ana"))).toBeNull();
  });
});

describe("[STORE-1] two who edit at once notice each other", () => {
  it("a goal: the second edit of one version is told so", async () => {
    const edited = editGoal(goalOf(null), { title: "New", why: "w", nextStep: "n", reviewOn: null }, 1);
    if (!edited.ok) throw new Error(edited.refusal);
    const saves = await Promise.all([ana, ben].map((actor) => by(actor, ({ goals }) => goals.save(edited.value))));
    expect(saves.filter((saved) => saved)).toHaveLength(1);
    expect(await by(ana, ({ goals }) => goals.find("goal-ours"))).toEqual(edited.value);
  });

  it("a goal that is there already is not added again", async () => {
    expect(await by(ana, ({ goals }) => goals.save({ ...goalOf("ana"), title: "Another" }))).toBe(false);
    expect((await by(ana, ({ goals }) => goals.find("goal-ana")))?.title).toBe(goalOf("ana").title);
  });

  it("an entry", async () => {
    const revised = reviseEntry(entryBy("ana", "only-me"), { text: "Calmer now." }, 1);
    if (!revised.ok) throw new Error(revised.refusal);
    expect(await by(ana, ({ journal }) => journal.save(revised.value))).toBe(true);
    expect(await by(ana, ({ journal }) => journal.save(revised.value))).toBe(false);
    expect((await by(ana, ({ journal }) => journal.find("ana-only-me")))?.text).toBe("Calmer now.");
  });

  it("a check-in", async () => {
    const saves = await by(ana, async ({ checkIns }) => [
      await checkIns.save({ ...bookedCheckIn, version: 3 }),
      await checkIns.save({ ...bookedCheckIn, version: 2 }),
      await checkIns.save({ ...bookedCheckIn, version: 2 }),
    ]);
    expect(saves).toEqual([false, true, false]);
  });

  it("a check-in that both choose a time for is booked by the first, and the second sees that", async () => {
    const choose = (personId: string, bookingId: string) =>
      by(as(personId), async ({ checkIns }) => {
        const current = await checkIns.findForChange("chidi-dara-1");
        const chosen = current && chooseSlot(current, slot.startsAt, personId, { id: bookingId, now: 0 });
        if (chosen?.ok) return checkIns.save(chosen.value);
        return chosen?.refusal;
      });
    const answers = await Promise.all([choose("chidi", "b-chidi"), choose("dara", "b-dara")]);
    expect(answers.map(String).toSorted()).toEqual(["already-booked", "true"]);
    const booking = await by(as("dara"), ({ checkIns }) => checkIns.find("chidi-dara-1"));
    expect(booking).toMatchObject({ status: "booking", slot, version: 2 });
  });
});

describe("check-ins", () => {
  it("have one for each number, but for those that were missed or cancelled", async () => {
    const third = { ...askedCheckIn, id: "third", pairId: "ana-ben", number: 3, opener: "ana", booker: "ben" };
    const saved = await by(ana, async ({ checkIns }) => [
      await checkIns.save({ ...third, id: "cancelled", status: "cancelled" }),
      await checkIns.save({ ...third, id: "missed", status: "missed" }),
      await checkIns.save(third),
      await checkIns.save({ ...third, id: "again" }),
    ]);
    expect(saved).toEqual([true, true, true, false]);
    const order = (await by(ben, ({ checkIns }) => checkIns.ofPair("ana-ben"))).map((one) => one.id);
    expect(order).toEqual(["ana-ben-1", "ana-ben-2", "cancelled", "missed", "third"]);
  });

  it("are found by the meeting's chat, by its link, and by the link written otherwise", async () => {
    const links = [
      chatId,
      bookedCheckIn.event?.joinUrl ?? "",
      `https://teams.microsoft.com/l/meetup-join/${chatId.replace(":", "%3a").replace("@", "%40")}/0`,
    ];
    for (const link of links) {
      expect((await by(ben, ({ checkIns }) => checkIns.findByMeeting(link)))?.id).toBe("ana-ben-2");
      expect(await by(as("chidi"), ({ checkIns }) => checkIns.findByMeeting(link))).toBeNull();
    }
  });

  it("are found by a short link that names no chat", async () => {
    const joinUrl = "https://teams.microsoft.com/meet/3999?p=abc";
    const event = { organiser: "chidi", eventId: "e", iCalUId: "u", joinUrl };
    const booking = await by(as("chidi"), ({ checkIns }) => checkIns.find("chidi-dara-1"));
    if (!booking) throw new Error("Chidi and Dara have a check-in.");
    await by(asJob("write-to-calendar"), ({ checkIns }) => checkIns.save(recordBooking(booking, event)));
    expect((await by(as("dara"), ({ checkIns }) => checkIns.findByMeeting(joinUrl)))?.event).toEqual(event);
  });
});

describe("sessions", () => {
  it("are one for a check-in, whoever opens it first", async () => {
    const other = { ...session, id: "session-other" };
    const opened = await Promise.all([
      by(ana, ({ sessions }) => sessions.open(session)),
      by(ben, ({ sessions }) => sessions.open(other)),
    ]);
    expect(opened.map((one) => one.id)).toEqual(["session-2", "session-2"]);
    expect(await by(ben, ({ sessions }) => sessions.ofCheckIn("ana-ben-2"))).toMatchObject({
      phase: "choose",
      version: 2,
    });
  });

  it("remember which commands they had", async () => {
    const seen = await by(ben, async ({ sessions }) => [
      (await sessions.sceneForChange("session-2", "command-1"))?.isRepeat,
      (await sessions.sceneForChange("session-2", "command-2"))?.isRepeat,
    ]);
    expect(seen).toEqual([true, false]);
  });

  it("[STORE-1] do not go back to an older version", async () => {
    const save = by(ana, ({ sessions }) => sessions.save({ ...session, version: 9 }, "too-late"));
    await expect(save).rejects.toThrow("moved on");
    const again = await by(ana, ({ sessions }) => sessions.sceneForChange("session-2", "too-late"));
    expect(again?.isRepeat).toBe(false);
  });

  it("tell which prompts the two have met, and only in pairs that whoever asks is in", async () => {
    expect(await by(ben, ({ sessions }) => sessions.promptsMet("ana-ben"))).toEqual(new Set(["compass"]));
    expect(await by(as("chidi"), ({ sessions }) => sessions.promptsMet("ana-ben"))).toEqual(new Set());
  });
});

describe("a cohort's counts", () => {
  const since = (instant: string) => Temporal.Instant.from(instant);
  const elif = as("elif", "coordinator");

  it("count people, pairs, sessions, who met since then and the stages ahead", async () => {
    const counts = await by(elif, ({ programmes }) => programmes.countCohort("spring", since("2027-03-01T00:00:00Z")));
    expect(counts).toEqual({
      people: 4,
      pairs: 2,
      sessionsHeld: 1,
      metRecently: 1,
      paused: 0,
      stages: { agree: 1, story: 1 },
    });
    const later = await by(elif, ({ programmes }) => programmes.countCohort("spring", since("2027-03-11T00:00:00Z")));
    expect(later?.metRecently).toBe(0);
  });

  it("name the pairs that have not met since then", async () => {
    const quiet = await by(elif, ({ programmes }) => programmes.quietPairs("spring", since("2027-03-01T00:00:00Z")));
    expect(quiet).toEqual([["Chidi of 1", "Dara of 1"]]);
  });

  it("leave a paused pair out of the quiet and the met, and an ended one out of all", async () => {
    const set = (pair: string, status: string) =>
      database().look("update app.pair set status = $2 where id = $1", [pair, status]);
    await set("ana-ben", "paused");
    await set("chidi-dara", "ended");
    const [counts, quiet] = await by(elif, async ({ programmes }) => [
      await programmes.countCohort("spring", since("2027-03-01T00:00:00Z")),
      await programmes.quietPairs("spring", since("2027-12-01T00:00:00Z")),
    ]);
    await set("ana-ben", "meeting");
    await set("chidi-dara", "meeting");
    expect(counts).toEqual({ people: 2, pairs: 1, sessionsHeld: 1, metRecently: 0, paused: 1, stages: { story: 1 } });
    expect(quiet).toEqual([]);
  });

  it("say nothing of a cohort that the coordinator doesn't run, to nobody who doesn't coordinate, and to no job", async () => {
    const asked = [
      as("ana", "coordinator"),
      as("ana"),
      as("elif"),
      as("elif", "coordinator", "another tenant"),
      asJob("import-programme"),
    ];
    for (const actor of asked) {
      const answers = await by(actor, async ({ programmes }) => [
        await programmes.countCohort("spring", since("2027-03-01T00:00:00Z")),
        await programmes.quietPairs("spring", since("2027-03-01T00:00:00Z")),
      ]);
      expect(answers).toEqual([null, null]);
    }
    expect(
      await by(elif, ({ programmes }) => programmes.countCohort("no such", since("2027-03-01T00:00:00Z"))),
    ).toBeNull();
  });
});

describe("an import", () => {
  it("may be repeated", async () => {
    await plantWorld(store);
    expect(await by(ana, ({ pairs }) => pairs.find("ana-ben"))).toEqual(anaAndBen());
  });

  it("leaves a pair its members", async () => {
    const other = { ...anaAndBen(), members: ["ana", "chidi"] };
    await expect(by(asJob("import-programme"), ({ pairs }) => pairs.save(other))).rejects.toThrow("keeps its members");
    expect((await by(ana, ({ pairs }) => pairs.find("ana-ben")))?.members).toEqual(["ana", "ben"]);
  });
});
