import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { SessionCommandType } from "../../shared/domain/session/session.ts";
import { chat, guest, meetingWorldForThisFile, personOf, thursday } from "./meeting-world.ts";

const world = meetingWorldForThisFile();
const [ana, ben, chidi] = [personOf("Ana"), personOf("Ben"), personOf("Chidi")];
const greeting = /^Open the session\./;
const question = /^Did you meet\?/;

beforeEach(async () => {
  await world().book(thursday, chat);
  await world().passTo(thursday);
  world().posted();
});

/** Ana opens the panel in the meeting. */
async function open(by = ana): Promise<SessionView> {
  const opened = await world().use.openSession({ by, chatId: chat });
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}

async function act(type: SessionCommandType, by = ana) {
  const { id, version } = await open(by);
  const commandId = crypto.randomUUID();
  return world().use.actInSession({ by, sessionId: id, commandId, seenVersion: version, type });
}

const staging = async () => (await open()).staging;
const later = (time: Temporal.DurationLike) => world().now().add(time);
const pass = (time: Temporal.DurationLike) => world().passTo(later(time));

describe("a meeting that began", () => {
  it("[AFTER-10] is greeted in its chat a minute and a half later, where nobody has opened the session", async () => {
    await world().tells("Start");
    await pass({ seconds: 89 });
    expect(world().posted()).toEqual([]);
    await pass({ seconds: 1 });
    expect(world().posted()).toEqual([{ chat, words: expect.stringMatching(greeting) }]);
  });

  it("[AFTER-10] is not greeted where one of the pair has arrived", async () => {
    await world().tells("Start");
    await act("arrive", ben);
    await pass({ minutes: 5 });
    expect(world().posted()).toEqual([]);
  });

  it("[AFTER-10] is greeted once, though Teams says so twice and it begins again", async () => {
    await world().tells("Start");
    await world().tells("Start");
    await pass({ minutes: 2 });
    await world().tells("End");
    await world().tells("Start", { at: later({ seconds: -1 }) });
    await world().tells("Start");
    await pass({ minutes: 5 });
    expect(
      world()
        .posted()
        .filter(({ words }) => greeting.test(words)),
    ).toHaveLength(1);
  });

  it("[AFTER-10] is not greeted once it is over, nor where no check-in is held in it, nor days before", async () => {
    await world().tells("Start");
    await world().tells("ParticipantJoin");
    await pass({ seconds: 10 });
    await world().tells("End");
    await world().tells("Start", { chatId: "19:meeting_elsewhere@thread.v2" });
    await pass({ seconds: 95 });
    expect(world().posted()).toEqual([]);
    await world().passTo(thursday.subtract({ hours: 13 }));
    await world().tells("Start");
    await pass({ seconds: 95 });
    expect(world().posted()).toEqual([]);
  });

  it("[AFTER-11] is greeted later where it is sure that nothing arrived, and not again where it may have", async () => {
    await world().tells("Start");
    world().channel.faults.push({ status: 429 });
    await pass({ seconds: 90 });
    expect(world().posted()).toHaveLength(1);
    world().channel.faults.push("hang up");
    await pass({ seconds: 30 });
    expect(world().posted()).toHaveLength(1);
    await pass({ minutes: 5 });
    expect(world().posted()).toEqual([]);
  });

  it("[AFTER-11] is not greeted a second time by what was killed between saying that it greets and greeting", async () => {
    await world().tells("Start");
    const acting = { kind: "job", tenantId: ana.tenantId, job: "greet-meeting" } as const;
    const [checkIn] = (await world().checkIns()).filter(({ status }) => status === "booked");
    await world().store.transact(acting, (records) => records.rooms.claimGreeting(chat, checkIn?.slot?.startsAt ?? ""));
    await pass({ minutes: 2 });
    expect(world().posted()).toEqual([]);
  });
});

describe("who is in the meeting", () => {
  const joins = (who: string | typeof guest, more = {}) => world().tells("ParticipantJoin", { who, ...more });
  const leaves = (who: string | typeof guest, more = {}) => world().tells("ParticipantLeave", { who, ...more });

  it("[ROOM-16] opens the stage while it is the pair alone, and an unheard start never does", async () => {
    await joins("Ana");
    expect(await staging()).toBe("unavailable");
    await world().tells("Start");
    await joins("Ben");
    expect(await staging()).toBe("offered");
    await leaves("Ben", { at: later({ seconds: 1 }) });
    await world().tells("End", { at: later({ seconds: 2 }) });
    await pass({ seconds: 3 });
    expect(await staging()).toBe("unavailable");
  });

  it.each([
    ["a guest", guest],
    ["a coordinator", "Elif"],
    ["somebody of another pair", "Chidi"],
  ])("[ROOM-16] takes the prompt off the stage as %s comes in, and offers the stage again after", async (_, who) => {
    await world().tells("Start");
    await joins("Ana");
    await joins("Ben");
    await act("arrive");
    await act("stage");
    expect(await staging()).toBe("staged");
    const before = await open();
    await pass({ seconds: 5 });
    await joins(who);
    const after = await open();
    expect(after).toEqual({ ...before, staging: "unavailable", version: before.version + 1 });
    await pass({ seconds: 5 });
    await leaves(who);
    expect(await staging()).toBe("offered");
  });

  it("[ROOM-16] keeps the stage shut for a coming that can't be read, twice told or late", async () => {
    await world().tells("Start");
    await joins("Ana");
    expect(await staging()).toBe("offered");
    await world().tells("ParticipantJoin", { bend: { value: "?" } });
    expect(await staging()).toBe("unavailable");
    await world().tells("ParticipantLeave", { bend: { value: "?" } });
    expect(await staging()).toBe("unavailable");
  });

  it("[ROOM-16] follows the times that events carry and not the order in which they come", async () => {
    await world().tells("Start");
    await joins("Ana");
    await pass({ seconds: 20 });
    await leaves(guest, { at: later({ seconds: -5 }) });
    await joins(guest, { at: later({ seconds: -10 }) });
    expect(await staging()).toBe("offered");
    await joins(guest, { at: later({ seconds: -1 }) });
    await leaves(guest, { at: later({ seconds: -2 }) });
    expect(await staging()).toBe("unavailable");
  });

  it("[ROOM-16] is announced to panels where it decides about the stage, and not otherwise", async () => {
    await world().tells("Start");
    const { id, version } = await open();
    const { heard, stop } = await world().listen(id);
    try {
      await joins("Ana");
      await vi.waitFor(() => expect(heard).toEqual([null]));
      await joins("Ben");
      await pass({ seconds: 1 });
      await leaves("Ben");
      await act("stage");
      await vi.waitFor(() => expect(heard).toEqual([null, version + 1]));
      await pass({ seconds: 1 });
      await joins(guest);
      await vi.waitFor(() => expect(heard).toEqual([null, version + 1, version + 2]));
    } finally {
      await stop();
    }
  });

  it("[ROOM-17] is told to no panel, and nothing of it is left when the meeting is over", async () => {
    await world().tells("Start");
    await joins("Ana");
    await joins(guest);
    expect(JSON.stringify(await open())).not.toMatch(/visitor|guest/);
    await pass({ minutes: 1 });
    await world().tells("End");
    const acting = { kind: "job", tenantId: ana.tenantId, job: "note-meeting" } as const;
    const room = await world().store.transact(acting, (records) => records.rooms.findForChange(chat));
    expect(room).toMatchObject({ startedAt: null, participants: [] });
  });

  it("[ROOM-21] is forgotten half a day after the last that was heard, where the end never was, and the stage is clear", async () => {
    const acting = { kind: "job", tenantId: ana.tenantId, job: "note-meeting" } as const;
    const read = () => world().store.transact(acting, ({ rooms }) => rooms.findForChange(chat));
    const forget = () => world().use.forgetMeetings({ tenantId: ana.tenantId });
    await world().tells("Start");
    await joins("Ana");
    await act("arrive");
    await act("stage");
    await pass({ hours: 1 });
    await joins("Ben");
    const known = await read();
    const { version } = await open();
    await pass({ hours: 11, minutes: 59 });
    await forget();
    expect([await staging(), await read()]).toEqual(["staged", known]);
    await pass({ minutes: 1 });
    await forget();
    expect(await read()).toEqual({ ...known, startedAt: null, participants: [], version: known.version + 1 });
    expect(await open()).toMatchObject({ staging: "unavailable", version: version + 1 });
    await forget();
    expect((await read()).version).toBe(known.version + 1);
  });

  it("[ROOM-17] is noted only for whom Teams signed and of one's own tenant", async () => {
    const elsewhere = { conversation: { id: chat, tenantId: "11111111-1111-4111-8111-111111111111" } };
    expect(await world().tells("Start", { bend: elsewhere })).toBe(403);
    expect(world().waiting()).toEqual([]);
  });
});

describe("a meeting that ended", () => {
  const ends = async (at = world().now()) => {
    await world().tells("Start", { at: thursday });
    await world().tells("End", { at });
  };
  const askedOf = () =>
    world()
      .posted()
      .filter(({ words }) => question.test(words))
      .map((one) => one.chat);

  it("[AFTER-1] asks each of the pair once, two minutes later, and the clock asks nobody again", async () => {
    await pass({ minutes: 40 });
    await ends();
    await pass({ minutes: 1 });
    expect(askedOf()).toEqual([]);
    await pass({ minutes: 1 });
    expect(askedOf().toSorted()).toEqual(["a:Ana", "a:Ben"]);
    await world().tells("End");
    await pass({ minutes: 30 });
    await world().keepRhythm();
    expect(askedOf()).toEqual([]);
  });

  it("[AFTER-1] leaves it to the clock where only one of them came", async () => {
    await world().tells("Start");
    await world().tells("ParticipantJoin", { who: "Ana" });
    await pass({ minutes: 10 });
    await world().tells("ParticipantLeave", { who: "Ana" });
    await world().tells("End");
    await pass({ minutes: 5 });
    expect(askedOf()).toEqual([]);
    await pass({ minutes: 50 });
    await world().keepRhythm();
    expect(askedOf()).toHaveLength(2);
  });

  it("[AFTER-1] asks where both came, and one of them had left before the end", async () => {
    await world().tells("Start");
    for (const who of ["Ana", "Ben"]) await world().tells("ParticipantJoin", { who });
    await pass({ minutes: 30 });
    await world().tells("ParticipantLeave", { who: "Ana" });
    await pass({ seconds: 1 });
    await world().tells("End");
    await pass({ minutes: 2 });
    expect(askedOf()).toHaveLength(2);
  });

  it("[AFTER-1] asks nobody again whom the clock has asked", async () => {
    await pass({ minutes: 61 });
    await world().keepRhythm();
    expect(askedOf()).toHaveLength(2);
    await ends();
    await pass({ minutes: 3 });
    expect(askedOf()).toEqual([]);
  });

  it("[AFTER-1] asks nobody while it has begun again, and asks when it is over then", async () => {
    await pass({ minutes: 20 });
    await ends();
    await pass({ minutes: 1 });
    await world().tells("Start");
    await pass({ minutes: 5 });
    expect(askedOf()).toEqual([]);
    await world().tells("End");
    await pass({ minutes: 2 });
    expect(askedOf()).toHaveLength(2);
  });

  it("[AFTER-1] waits past its hour for a meeting that goes on, and no longer than half an hour", async () => {
    await world().tells("Start");
    await pass({ minutes: 65 });
    await world().keepRhythm();
    expect(askedOf()).toEqual([]);
    await pass({ minutes: 26 });
    await world().keepRhythm();
    expect(askedOf()).toHaveLength(2);
  });

  it("[AFTER-1] asks nobody whose check-in has not begun, and of no check-in that was answered", async () => {
    await world().tells("Start", { at: thursday.subtract({ minutes: 10 }) });
    await world().tells("End", { at: thursday.subtract({ minutes: 5 }) });
    await pass({ minutes: 3 });
    expect(askedOf()).toEqual([]);
    const [checkIn] = (await world().checkIns()).filter(({ status }) => status === "booked");
    await pass({ minutes: 30 });
    await world().use.answerCheckIn({ by: ana, checkInId: checkIn?.id ?? "", met: true });
    await ends();
    await pass({ minutes: 3 });
    expect(askedOf()).toEqual([]);
  });

  it("[AFTER-2] still brings the two taps and the draft where the session has said that they met", async () => {
    await act("arrive");
    await act("close");
    await pass({ minutes: 50 });
    await ends();
    await pass({ minutes: 2 });
    const posted = world().posted();
    expect(posted.map((one) => one.chat).toSorted()).toEqual(["a:Ana", "a:Ben"]);
    for (const { words } of posted) expect(words).toMatch(/^Session three: you met\. Ana said so/);
  });
});

describe("a session that says that they met", () => {
  it("[AFTER-2] brings them once its hour is over where the meeting's end is never heard", async () => {
    await act("arrive");
    await act("close", ben);
    await pass({ minutes: 61 });
    await world().keepRhythm();
    expect(world().posted()).toEqual([]);
    await pass({ minutes: 1 });
    expect(
      world()
        .posted()
        .map(({ words }) => words),
    ).toEqual([
      expect.stringMatching(/^Session three: you met\. Ben/),
      expect.stringMatching(/^Session three: you met/),
    ]);
  });
});

describe("the two taps in the chat", () => {
  const tap = async (who: string, share: boolean, feltHeard: string) => {
    const [held] = (await world().checkIns()).filter(({ number }) => number === 3);
    return world().presses(who, "reflect", { checkInId: held?.id, share, feltHeard, roomToSpeak: "" });
  };
  const readBy = async (by: typeof ana) => {
    const [held] = (await world().checkIns()).filter(({ number }) => number === 3);
    const read = await world().use.readReflection({ by, checkInId: held?.id ?? "" });
    return read.ok ? read.value : read.refusal;
  };

  it("[AFTER-4] stay each one's own until both share, and then both are read by both", async () => {
    await pass({ minutes: 61 });
    const [checkIn] = (await world().checkIns()).filter(({ status }) => status === "booked");
    const met = await world().presses("Ana", "answer-check-in", { checkInId: checkIn?.id, met: true });
    expect(met).toMatch(/Keep for me.*Share once Ben does too/);
    expect(await tap("Ana", true, "not-today")).toMatch(/Shared once Ben does too/);
    expect(JSON.stringify(await readBy(ben))).not.toContain("not-today");
    expect(await tap("Ben", false, "partly")).toMatch(/Kept for you/);
    expect(await readBy(ana)).toMatchObject({ revealed: [] });
    expect(await tap("Ben", true, "partly")).toMatch(/Shared between you/);
    const both = [
      { author: ana.personId, feltHeard: "not-today", roomToSpeak: null },
      { author: ben.personId, feltHeard: "partly", roomToSpeak: null },
    ];
    for (const by of [ana, ben])
      expect(await readBy(by)).toMatchObject({
        revealed: expect.arrayContaining(both.map((one) => expect.objectContaining(one))),
      });
    expect(await tap("Ana", true, "yes")).not.toMatch(/Shared/);
  });

  it("[AFTER-4] take nothing from anybody outside the pair, and tell them nothing", async () => {
    await pass({ minutes: 61 });
    const [checkIn] = (await world().checkIns()).filter(({ status }) => status === "booked");
    await world().presses("Ana", "answer-check-in", { checkInId: checkIn?.id, met: true });
    for (const who of ["Chidi", "Elif"]) expect(await tap(who, true, "yes")).not.toMatch(/Ana|Ben|Kept|Shared/);
    expect(await readBy(chidi)).toBe("not-found");
  });
});
