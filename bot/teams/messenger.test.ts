import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { News } from "../../shared/domain/news.ts";
import type { ConversationReference } from "../ports/conversation-records.ts";
import { MessengerAway, type NoSlots, type Notice } from "../ports/messenger.ts";
import { StoreAway } from "../ports.ts";
import { fakeUseCases } from "./testing/fake-use-cases.ts";
import {
  ana,
  appId,
  ben,
  booked,
  chosen,
  elif,
  ended,
  offered,
  running,
  slot,
  springCohort,
  tenantId,
} from "./testing/people.ts";
import { startTalk, type Talk } from "./testing/talk.ts";
import { ChannelBusy } from "./wire/channel-problem.ts";

let talk: Talk;
let where: ConversationReference;

beforeEach(async () => {
  talk = await startTalk(fakeUseCases());
  where = {
    activityId: "in-0",
    channelId: "msteams",
    serviceUrl: talk.channel.serviceUrl,
    bot: { id: `28:${appId}` },
    user: { id: "29:Ana", aadObjectId: ana.id },
    conversation: { id: "a:Ana", conversationType: "personal", tenantId },
  };
});
afterEach(() => talk.channel.close());

const partners = [ben];
const newsOf = (kind: News["kind"]): News => ({ kind, by: ana.id, was: null, number: 1 });
const receipt: Notice = { kind: "news", news: newsOf("booked"), checkIn: booked, partners, cardId: "card-1" };
const times: Notice = { kind: "slots-offered", checkIn: offered, partners, isDue: false, bookerAfter: ben.id };
const noSlots: NoSlots = { ok: false, reason: "all-common-hours-taken", unreadable: [], openings: [] };
const cohortBooking: Notice = {
  kind: "cohort-booking",
  booking: { ...running, by: elif.id, version: 3 },
  cohort: springCohort,
  counts: running.counts,
  cardId: "card-1",
};
const tomorrow = { ...booked, slot: slot("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z") };
const tell = (notice: Notice, to: ConversationReference | null = where) => talk.bot.messenger.tell(ana, to, notice);
const paths = () =>
  talk.channel.calls.map(({ method, path }) => `${method} ${path.replace("/connector/v3/conversations", "")}`);

describe("telling somebody", () => {
  it("turns the card into the receipt", async () => {
    expect(await tell(receipt)).toBe("card-1");
    expect(paths()).toEqual(["PUT /a%3AAna/activities/card-1"]);
    expect(talk.channel.calls[0]?.body).toMatchObject({
      summary: expect.stringMatching(/^Booked: Wednesday 6 January/),
    });
  });

  it("says something new under nothing old", async () => {
    expect(await tell(times)).toBe("message-1");
    expect(paths()).toEqual(["POST /a%3AAna/activities"]);
  });

  const told: readonly (readonly [what: string, notice: Notice, words: RegExp])[] = [
    ["times that are due", { ...times, isDue: true }, /^It is time for your next check-in\. .*Ana books this time/],
    ["no times", { kind: "no-slots", checkIn: offered, partners, answer: noSlots }, /^No time to offer yet/],
    [
      "a lost hour",
      { ...receipt, news: newsOf("slot-lost"), checkIn: chosen, cardId: null },
      /^That time has just gone/,
    ],
    ["tomorrow", { kind: "reminder", reminder: "day-before", checkIn: tomorrow, partners }, /^Tomorrow at 10:00/],
    ["an end", { kind: "how-it-went", checkIn: ended, partners }, /^Did you meet\?/],
    ["a broken connection", { kind: "connection-broken" }, /^Your calendar isn't connected\. .*One tap mends that/],
    ["a booking's progress", { ...cohortBooking, cardId: null }, /^First check-ins, Spring 2027\. Booking: 5 of 12/],
  ];

  it.each(told)("tells of %s", async (_what, notice, words) => {
    await tell(notice);
    expect(talk.channel.calls[0]?.body["summary"]).toMatch(words);
  });

  it("follows a booking's progress in its one message", async () => {
    await tell(cohortBooking);
    expect(paths()).toEqual(["PUT /a%3AAna/activities/card-1"]);
  });

  it("sends a message where the card was deleted", async () => {
    talk.channel.faults.push({ status: 404 });
    expect(await tell(receipt)).toBe("message-2");
    expect(paths()).toEqual(["PUT /a%3AAna/activities/card-1", "POST /a%3AAna/activities"]);
  });

  it("makes the chat for somebody who never wrote, and where the old one is gone", async () => {
    expect(await tell(times, null)).toBe("message-2");
    expect(talk.channel.calls[0]).toMatchObject({
      path: "/connector/v3/conversations",
      body: { members: [{ id: ana.id }], tenantId, isGroup: false },
    });
    talk.channel.faults.push({ status: 404 });
    await tell(times);
    expect(paths().slice(2)).toEqual(["POST /a%3AAna/activities", "POST ", "POST /a%3Anew/activities"]);
  });

  it("answers null for somebody who blocked the bot or doesn't have it", async () => {
    talk.channel.faults.push({ status: 403 });
    expect(await tell(times)).toBeNull();
    talk.channel.faults.push({ status: 403 });
    expect(await tell(times, null)).toBeNull();
  });
});

describe("when the channel is away", () => {
  it.each([429, 412, 500, 502, 503, 504])("[BOT-4] tries once after %i, and asks to be tried again", async (status) => {
    talk.channel.faults.push({ status });
    await expect(tell(receipt)).rejects.toBeInstanceOf(MessengerAway);
    expect(talk.channel.calls).toHaveLength(1);
  });

  it.each([
    [429, true],
    [412, true],
    [408, false],
    [500, false],
    [502, false],
    [503, false],
    [504, false],
  ])("[PACE-4] knows after %i whether nothing was delivered: %s", async (status, isSure) => {
    talk.channel.faults.push({ status });
    await expect(tell(receipt)).rejects.toMatchObject({ isSure });
  });

  it("[BOT-4] [PACE-4] asks to be tried again when the line is cut, having tried once, and isn't sure", async () => {
    talk.channel.faults.push("hang up");
    const problem: unknown = await tell(times).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(MessengerAway);
    expect(problem).toMatchObject({ isSure: false });
    expect(talk.channel.calls).toHaveLength(1);
  });

  it("[PACE-4] is sure when nobody is there at all", async () => {
    await tell(times);
    await talk.channel.close();
    // The line that stood is cut first; the next one is never made.
    await tell(times).catch(() => {});
    await expect(tell(times)).rejects.toMatchObject({ name: "MessengerAway", isSure: true });
  });

  it("[PACE-4] is sure when the bot's own token can't be had", async () => {
    await talk.channel.close();
    await expect(tell(times)).rejects.toMatchObject({ name: "MessengerAway", isSure: true });
  });

  it("passes on how long the channel wants to be left alone", async () => {
    talk.channel.faults.push({ status: 429, headers: { "retry-after": "7" } });
    const problem: unknown = await tell(times).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ChannelBusy);
    expect(problem).toMatchObject({ retryAfterSeconds: 7 });
  });

  it("throws a mistake of ours as what it is", async () => {
    talk.channel.faults.push({ status: 400 });
    const problem: unknown = await tell(times).catch((error: unknown) => error);
    expect(problem).not.toBeInstanceOf(MessengerAway);
    expect(problem).toMatchObject({ statusCode: 400 });
  });
});

describe("[PACE-1] at its own pace", () => {
  it("takes a turn for each call to the channel, and says nothing where there is none to be had", async () => {
    let turns = 0;
    const pace = { turn: () => (turns++ < 2 ? Promise.resolve(0) : Promise.reject(new StoreAway())) };
    const paced = await startTalk(fakeUseCases(), pace);
    const to = { ...where, serviceUrl: paced.channel.serviceUrl };
    paced.channel.faults.push({ status: 404 });
    await paced.bot.messenger.tell(ana, to, receipt);
    await expect(paced.bot.messenger.tell(ana, to, receipt)).rejects.toMatchObject({ isSure: true });
    expect(paced.channel.calls).toHaveLength(2);
    await paced.channel.close();
  });

  it("takes two turns where the chat has to be made first", async () => {
    let turns = 0;
    const counted = () => {
      turns += 1;
      return Promise.resolve(0);
    };
    const paced = await startTalk(fakeUseCases(), { turn: counted });
    await paced.bot.messenger.tell(ana, null, times);
    expect(turns).toBe(paced.channel.calls.length);
    await paced.channel.close();
  });
});

describe("greeting a meeting", () => {
  const chat = () => ({
    channelId: "msteams",
    serviceUrl: talk.channel.serviceUrl,
    bot: { id: `28:${appId}` },
    conversation: { id: "19:meeting_x@thread.v2", conversationType: "groupChat", isGroup: true, tenantId },
  });

  it("[ROOM-15] says in its chat, once, how to open the session", async () => {
    await talk.bot.messenger.greet(chat(), "en-GB");
    expect(paths()).toEqual(["POST /19%3Ameeting_x%40thread.v2/activities"]);
    expect(talk.channel.calls[0]?.body).toMatchObject({ summary: expect.stringMatching(/^Open the session\./) });
  });

  it.each([
    [{ status: 429 } as const, true],
    [{ status: 500 } as const, false],
    ["hang up" as const, false],
  ])("[RHYTHM-9] tells whether it is sure that nothing arrived: %j", async (fault, isSure) => {
    talk.channel.faults.push(fault);
    await expect(talk.bot.messenger.greet(chat(), "en-GB")).rejects.toMatchObject({ name: "MessengerAway", isSure });
    expect(talk.channel.calls).toHaveLength(1);
  });

  it("says nothing in a chat that is gone, or that the bot was taken out of", async () => {
    talk.channel.faults.push({ status: 404 }, { status: 403 });
    await talk.bot.messenger.greet(chat(), "en-GB");
    await talk.bot.messenger.greet(chat(), "en-GB");
    expect(talk.channel.calls).toHaveLength(2);
  });
});
