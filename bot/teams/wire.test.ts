import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BotAnswer } from "./bot.ts";
import { fakeUseCases } from "./testing/fake-use-cases.ts";
import { ana, checkInId, tenantId } from "./testing/people.ts";
import { activityOf, startTalk, type Talk } from "./testing/talk.ts";

const time = { checkInId, startsAt: "2027-01-06T11:00:00Z" };
let useCases: ReturnType<typeof fakeUseCases>;
let talk: Talk;

beforeEach(async () => {
  // The SDK writes to the console when a token is bad.
  vi.spyOn(console, "error").mockImplementation(() => {});
  useCases = fakeUseCases();
  talk = await startTalk(useCases);
});
afterEach(() => talk.channel.close());

const hello = () => activityOf(ana, talk.channel, { type: "message", text: "hello" });
const cardIn = (answer: BotAnswer) => (answer.body as { type: string; value: { fallbackText: string } }).value;

describe("who is let in", () => {
  const bearer = async (options: Parameters<Talk["channel"]["token"]>[0]) =>
    `Bearer ${await talk.channel.token(options)}`;

  it("lets the channel in", async () => {
    expect(await talk.bot.handle(await bearer({}), hello())).toMatchObject({ status: 200 });
  });

  it("answers an activity that nobody signed with 401 and a reason", async () => {
    const answer = await talk.bot.handle(undefined, hello());
    expect(answer).toMatchObject({
      status: 401,
      body: { refusal: "not-signed-in", sentence: expect.stringMatching(/\w/) },
    });
  });

  it.each([
    ["forged", { isForged: true }],
    ["expired", { expiresIn: "-1h" }],
    ["for another bot", { audience: "c0ffee00-0000-4000-8000-000000000000" }],
    ["from another issuer", { issuer: "https://login.example" }],
    ["for another address", { serviceUrl: "https://elsewhere.example/" }],
    ["from an emulator", { issuer: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" }],
  ])("answers a token that is %s with 401 and a reason", async (_what, options) => {
    const answer = await talk.bot.handle(await bearer(options), hello());
    expect(answer).toMatchObject({ status: 401, body: { sentence: expect.stringMatching(/\w/) } });
    expect(useCases.asked).toEqual([]);
  });

  it.each(["Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer e30.e30.e30"])(
    "answers the header %j with 401",
    async (header) => {
      expect(await talk.bot.handle(header, hello())).toMatchObject({ status: 401 });
    },
  );

  it("[BOT-9] refuses an activity from another tenant", async () => {
    const foreign = { id: "a:x", conversationType: "personal", tenantId: "11111111-1111-4111-8111-111111111111" };
    expect(await talk.post({ ...hello(), conversation: foreign })).toMatchObject({ status: 403 });
    expect(
      await talk.post({ ...hello(), conversation: foreign, channelData: { tenant: { id: foreign.tenantId } } }),
    ).toMatchObject({ status: 403 });
    expect(useCases.asked).toEqual([]);
  });

  it.each([null, "words", {}, { type: "message" }, []])(
    "answers %j with 400 and the fields that are wrong",
    async (posted) => {
      expect(await talk.bot.handle(await bearer({}), posted)).toMatchObject({
        status: 400,
        body: { fields: expect.arrayContaining([expect.objectContaining({ field: expect.anything() })]) },
      });
    },
  );

  it("lets in no channel but Teams", async () => {
    expect(await talk.post({ ...hello(), channelId: "AseChannel" })).toMatchObject({
      status: 400,
      body: { fields: [{ field: "channelId" }] },
    });
  });
});

describe("words", () => {
  it("are answered by a reply in the same chat, signed with the bot's own token", async () => {
    expect(await talk.says(ana, "hello")).toMatchObject({ status: 200 });
    expect(talk.channel.calls).toMatchObject([
      {
        method: "POST",
        path: "/connector/v3/conversations/a%3AAna/activities/in-1",
        authorization: "Bearer the-bots-token",
      },
    ]);
  });

  it("book a check-in: a card with three times, remembered by its message", async () => {
    await talk.says(ana, "Book our next check-in next Thursday, please");
    expect(useCases.asked).toContainEqual([
      "askForCheckIn",
      { by: { tenantId, personId: ana.id }, pairId: undefined, around: "2026-12-03" },
    ]);
    const [call] = talk.channel.calls;
    expect(call?.body).toMatchObject({ summary: expect.stringContaining("Three times that suit you both") });
    expect(useCases.asked).toContainEqual([
      "rememberCard",
      { by: { tenantId, personId: ana.id }, checkInId, activityId: "message-1" },
    ]);
  });
});

describe("the press of a button", () => {
  it("is answered with the card that takes its place", async () => {
    const answer = await talk.presses(ana, "book-check-in", time);
    expect(answer).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive" },
    });
    expect(cardIn(answer).fallbackText).toContain("Wednesday 6 January 2027 at 11:00, with Ben");
    expect(useCases.asked).toContainEqual(["bookCheckIn", { ...time, by: { tenantId, personId: ana.id } }]);
  });

  it("remembers the message that will turn into the receipt, and leaves changing it to the job", async () => {
    await talk.presses(ana, "book-check-in", time);
    expect(useCases.asked).toContainEqual([
      "rememberCard",
      { by: { tenantId, personId: ana.id }, checkInId, activityId: "card-1" },
    ]);
    expect(talk.channel.calls).toEqual([]);
  });

  it("changes the message too where no job will, so that it is still there tomorrow", async () => {
    await talk.presses(ana, "offer-other-times", { checkInId });
    expect(talk.channel.calls).toMatchObject([
      { method: "PUT", path: "/connector/v3/conversations/a%3AAna/activities/card-1" },
    ]);
  });

  it("works as a submitted message where a phone knows no other way", async () => {
    expect(await talk.submits(ana, { verb: "book-check-in", ...time })).toMatchObject({ status: 200 });
    expect(useCases.asked).toContainEqual(["bookCheckIn", { ...time, by: { tenantId, personId: ana.id } }]);
    expect(talk.channel.calls).toMatchObject([
      { method: "POST", body: { text: expect.stringContaining("On its way") } },
    ]);
  });

  it.each([
    ["an unknown verb", "erase-everything", {}],
    ["a payload that doesn't fit", "book-check-in", { checkInId: "no id" }],
    ["more than the payload may hold", "book-check-in", { ...time, personId: ana.id }],
  ])("[BOT-1] refuses %s kindly", async (_what, verb, data) => {
    const answer = await talk.presses(ana, verb, data);
    expect(answer).toMatchObject({
      status: 200,
      body: { type: "application/vnd.microsoft.activity.message", value: expect.stringMatching(/older message/) },
    });
    expect(useCases.asked.map(([name]) => name)).toEqual(["meet"]);
    await talk.submits(ana, { verb, ...data });
    expect(talk.channel.calls).toMatchObject([{ body: { text: expect.stringMatching(/older message/) } }]);
  });
});

it("takes nobody's word but Teams' for who presses", async () => {
  await talk.presses(ana, "book-check-in", time);
  expect(useCases.asked.every(([, input]) => (input as { by: { personId: string } }).by.personId === ana.id)).toBe(
    true,
  );
});
