import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ConversationReference, MessengerAway, type Notice } from "../ports.ts";
import { fakeUseCases } from "./testing/fake-use-cases.ts";
import { ana, appId, ben, booked, chosen, offered, tenantId } from "./testing/people.ts";
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

const receipt: Notice = { kind: "check-in-booked", checkIn: booked, partners: [ben], cardId: "card-1" };
const times: Notice = { kind: "slots-offered", checkIn: offered, partners: [ben] };
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

  it.each([
    [
      "no times",
      { kind: "no-slots", checkIn: offered, partners: [ben], reason: "all-common-hours-taken" },
      /^No time to offer yet/,
    ],
    ["a lost hour", { kind: "slot-lost", checkIn: chosen, partners: [ben], cardId: null }, /^That time has just gone/],
  ] as const)("tells of %s", async (_what, notice, words) => {
    await tell(notice);
    expect(talk.channel.calls[0]?.body["summary"]).toMatch(words);
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

  it("[BOT-4] asks to be tried again when the line is cut, having tried once", async () => {
    talk.channel.faults.push("hang up");
    await expect(tell(times)).rejects.toBeInstanceOf(MessengerAway);
    expect(talk.channel.calls).toHaveLength(1);
  });

  it("asks to be tried again when nobody is there at all", async () => {
    await talk.channel.close();
    await expect(tell(times)).rejects.toBeInstanceOf(MessengerAway);
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
