import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { localApp, localPerson, localTenant } from "../identities.ts";
import type { Activity } from "./activities.ts";
import { meetingOf } from "./calendar.ts";
import { botAccount, chatUserId, personalChatId } from "./people.ts";
import { startTestWorld, type TestWorld } from "./test-world.ts";

const ana = localPerson("Ana");
const ben = localPerson("Ben");
const joinUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7B%7D";
const meetingChat = "19:meeting_abc@thread.v2";

let world: TestWorld;
let stateDir: string;
let events: readonly unknown[] = [];

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "window-"));
  events = [];
  world = await startTestWorld({ stateDir, events: () => ({ value: events }) });
});
afterEach(async () => {
  await world.close();
  await rm(stateDir, { recursive: true, force: true });
});

const ask = (path: string, body?: unknown) =>
  fetch(`${world.windowUrl}${path}`, {
    method: "POST",
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
const get = async <Answer>(path: string) => (await (await fetch(`${world.windowUrl}${path}`)).json()) as Answer;
const types = () => world.received.map(({ activity }) => activity.type);
const reached = async (count: number) => {
  await vi.waitFor(() => expect(world.received.length).toBeGreaterThanOrEqual(count), { timeout: 10_000 });
  return world.received.map(({ activity }) => activity);
};
interface Message {
  readonly id: string;
  readonly notice?: string;
  readonly activity: Activity;
  readonly history: readonly { readonly how: string }[];
}
const messages = async () =>
  (await get<{ messages: readonly Message[] }>("/_local/transcript?conversation=ana")).messages;

describe("a person types", () => {
  it("and a real activity reaches the bot, signed for the channel", async () => {
    await ask("/api/chats/ana/messages", { text: "book our next check-in" });
    const activity = (await reached(3)).find((one) => one.type === "message");
    expect(activity).toMatchObject({
      channelId: "msteams",
      text: "book our next check-in",
      from: { id: chatUserId(ana), aadObjectId: ana.oid, name: "Ana Moreau" },
      recipient: botAccount,
      conversation: { id: personalChatId(ana), conversationType: "personal", tenantId: localTenant.id },
      channelData: { tenant: { id: localTenant.id } },
      locale: "en-GB",
      serviceUrl: `${world.windowUrl}/connector/`,
      entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", timezone: "Europe/London" }],
    });
    const keys = createRemoteJWKSet(new URL(`${world.signInUrl}/botframework/.well-known/keys`));
    const token = world.received.at(-1)?.authorization.replace("Bearer ", "") ?? "";
    const { payload } = await jwtVerify(token, keys, {
      issuer: "https://api.botframework.com",
      audience: localApp.botAppId,
    });
    expect(payload.serviceurl).toBe(`${world.windowUrl}/connector/`);
  });

  it("and sees a sentence when the bot doesn't take it", async () => {
    world.answerWith = (activity, reply) => reply.code(activity.type === "message" ? 500 : 200).send();
    await ask("/api/chats/ana/messages", { text: "hello" });
    await vi.waitFor(async () => expect((await messages())[0]?.notice).toContain("answered 500"), { timeout: 10_000 });
  });

  it("nothing at all, or more than a message holds, and it is refused", async () => {
    expect((await ask("/api/chats/ana/messages", { text: "  " })).status).toBe(400);
    expect((await ask("/api/chats/ana/messages", { text: "x".repeat(8_001) })).status).toBe(400);
    expect((await ask("/api/chats/zoe/messages", { text: "hello" })).status).toBe(404);
  });
});

describe("the first time a chat is opened", () => {
  it("the bot hears once that it was installed", async () => {
    await Promise.all([ask("/api/chats/ana/open"), ask("/api/chats/ana/open")]);
    const [installed, updated] = await reached(2);
    expect([installed?.type, installed?.action]).toEqual(["installationUpdate", "add"]);
    expect([updated?.type, updated?.membersAdded]).toEqual(["conversationUpdate", [{ id: botAccount.id }]]);
    await ask("/api/chats/ana/messages", { text: "hello" });
    await reached(3);
    expect(types()).toEqual(["installationUpdate", "conversationUpdate", "message"]);
  });

  it("the bot hears it again later when it couldn't listen", async () => {
    world.answerWith = (_activity, reply) => reply.code(503).send();
    await ask("/api/chats/ana/messages", { text: "hello" });
    await reached(2);
    expect(types()).toEqual(["installationUpdate", "message"]);
    world.answerWith = (_activity, reply) => reply.code(202).send();
    await ask("/api/chats/ana/messages", { text: "hello again" });
    await reached(5);
    expect(types().slice(2)).toEqual(["installationUpdate", "conversationUpdate", "message"]);
  });
});

describe("a card", () => {
  const card = (text: string) => ({ type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }] });
  const action = { type: "Action.Execute", id: "slot-2", verb: "book-slot", data: { slot: 2 } };
  const cardType = "application/vnd.microsoft.card.adaptive";

  const sendCard = async () => {
    await ask("/api/chats/ana/open");
    await reached(2);
    const answer = await world.asBot(
      "POST",
      `/v3/conversations/${encodeURIComponent(personalChatId(ana))}/activities`,
      {
        type: "message",
        attachments: [{ contentType: cardType, content: card("Three times") }],
      },
    );
    return ((await answer.json()) as { id: string }).id;
  };

  it("asks the bot when a button is pressed, and becomes the card that the bot answers with", async () => {
    const messageId = await sendCard();
    const content = card("Booked");
    world.answerWith = () => ({ statusCode: 200, type: cardType, value: content });
    expect((await ask("/api/chats/ana/actions", { messageId, action })).status).toBe(204);
    expect(world.received.at(-1)?.activity).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: messageId,
      value: { action, trigger: "manual" },
      from: { aadObjectId: ana.oid },
    });
    const [message] = await messages();
    expect(message?.activity.attachments).toEqual([{ contentType: cardType, content }]);
    expect(message?.history.map((one) => one.how)).toEqual(["invoke"]);
  });

  it("shows the bot's sentence, its error, or that it couldn't be reached, and stays", async () => {
    const messageId = await sendCard();
    const noticeAfter = async (status: number, body: unknown) => {
      world.answerWith = (_activity, reply) => reply.code(status).send(body);
      await ask("/api/chats/ana/actions", { messageId, action });
      return (await messages())[0]?.notice;
    };
    const message = { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Already booked." };
    expect(await noticeAfter(200, message)).toBe("Already booked.");
    const error = {
      statusCode: 400,
      type: "application/vnd.microsoft.error",
      value: { code: "x", message: "Not yours." },
    };
    expect(await noticeAfter(200, error)).toBe("Not yours.");
    expect(await noticeAfter(500, "oops")).toContain("answered 500");
    expect((await messages())[0]?.history).toEqual([]);
  });

  it("sends a message without words for Action.Submit", async () => {
    const messageId = await sendCard();
    await ask("/api/chats/ana/actions", { messageId, action: { type: "Action.Submit", data: { verb: "choose" } } });
    const submitted = (await reached(3)).at(-1);
    expect(submitted).toMatchObject({ type: "message", value: { verb: "choose" }, replyToId: messageId });
    expect(submitted?.text).toBeUndefined();
  });

  it("doesn't answer for a message that is gone", async () => {
    expect((await ask("/api/chats/ana/actions", { messageId: "1", action })).status).toBe(400);
  });
});

describe("a meeting", () => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const booked = (more: object = {}) => ({
    mailbox: ana.oid,
    subject: "Check-in",
    startAt: at(24),
    endAt: at(25),
    cancelled: false,
    deleted: false,
    joinUrl,
    organizer: { emailAddress: { address: ana.mail } },
    attendees: [{ emailAddress: { address: ben.mail } }],
    ...more,
  });
  interface Info {
    readonly chatId: string;
    readonly meetingId: string;
    readonly title: string;
  }
  const meeting = () => get<Info>("/api/meeting?people=ana,ben");

  it("is the check-in that both calendars hold", async () => {
    events = [booked(), booked({ mailbox: ben.oid })];
    const info = await meeting();
    expect([info.chatId, info.title]).toEqual([meetingChat, "Check-in"]);
    expect(Buffer.from(info.meetingId, "base64").toString()).toBe(`0#${meetingChat}#0`);
    expect(await get(`/api/meeting/people?joinUrl=${encodeURIComponent(joinUrl)}`)).toEqual({ people: ["ana", "ben"] });
  });

  it("is made up when none is booked, cancelled, past or with others, and is then always the same", async () => {
    const first = await meeting();
    events = [
      booked({ cancelled: true }),
      booked({ deleted: true, mailbox: ben.oid }),
      booked({ startAt: at(-3), endAt: at(-2), joinUrl: joinUrl.replace("abc", "past") }),
      booked({ attendees: [], joinUrl: joinUrl.replace("abc", "other") }),
    ];
    expect(await meeting()).toEqual(first);
    expect(await get("/api/meeting?people=ben,ana")).toEqual(first);
    expect(first.chatId).toMatch(/^19:meeting_.+@thread\.v2$/);
    expect((await fetch(`${world.windowUrl}/api/meeting?people=ana,ana`)).status).toBe(400);
  });

  it("tells the bot who comes and goes, and when it starts and ends", async () => {
    events = [booked()];
    const { chatId, meetingId } = await meeting();
    const presence = (person: string, isIn: boolean) =>
      ask(`/api/meeting/${encodeURIComponent(chatId)}/presence`, { person, isIn });
    await presence("ana", true);
    await presence("ana", true);
    await presence("ben", true);
    await presence("ana", false);
    await presence("ben", false);
    const names = world.received.map(({ activity }) => String(activity.name).replace("application/vnd.microsoft.", ""));
    expect(names).toEqual([
      "meetingStart",
      "meetingParticipantJoin",
      "meetingParticipantJoin",
      "meetingParticipantLeave",
      "meetingParticipantLeave",
      "meetingEnd",
    ]);
    expect(world.received[0]?.activity).toMatchObject({
      type: "event",
      conversation: { id: chatId, isGroup: true },
      channelData: { meeting: { id: meetingId } },
      value: { Id: meetingId, Title: "Check-in", JoinUrl: joinUrl, MeetingType: "Scheduled" },
    });
    expect(world.received[2]?.activity.value).toMatchObject({
      members: [{ user: { aadObjectId: ben.oid }, meeting: { inMeeting: true } }],
    });
  });

  const seatOf = async () => {
    const { chatId } = await meeting();
    return (person: string, isIn: boolean) =>
      ask(`/api/meeting/${encodeURIComponent(chatId)}/presence`, { person, isIn });
  };

  it("tells of a guest without a directory id, and of nobody twice who has two devices in it", async () => {
    const presence = await seatOf();
    await presence("ana", true);
    await presence("ana-2", true);
    await presence("guest", true);
    await presence("ana", false);
    const told = world.received.map(({ activity }) => activity.value as { members?: { user: object }[] });
    expect(told.length).toBe(3);
    expect(told[2]?.members?.[0]?.user).toMatchObject({ id: expect.stringMatching(/^29:/), name: "Guest" });
    expect(JSON.stringify(world.received[2]?.activity)).not.toMatch(/aadObjectId|objectId/);
    await presence("ana-2", false);
    await presence("guest", false);
    expect(world.received.at(-1)?.activity.name).toMatch(/meetingEnd$/);
  });

  it("loses its events, or tells them twice, when somebody breaks it", async () => {
    const presence = await seatOf();
    await ask("/_local/meeting-events", { way: "lost" });
    await presence("ana", true);
    expect(world.received).toEqual([]);
    await ask("/_local/meeting-events", { way: "twice" });
    await presence("ben", true);
    expect(world.received.map(({ activity }) => activity.name)).toEqual([
      "application/vnd.microsoft.meetingParticipantJoin",
      "application/vnd.microsoft.meetingParticipantJoin",
    ]);
    await ask("/_local/meeting-events", { way: "as-they-happen" });
    await presence("ana", false);
    await presence("ben", false);
  });

  it("is a new one each time under a name of its own", async () => {
    const first = await get<Info>("/api/meeting?people=ana,ben&call=1");
    const second = await get<Info>("/api/meeting?people=ana,ben&call=2");
    expect(new Set([first, second, await meeting()].map(({ chatId }) => chatId)).size).toBe(3);
  });
});

describe("two meetings of the same people", () => {
  it("lead to the check-in rather than another, and to the next rather than a later one", () => {
    const people = [ana.oid, ben.oid];
    const one = (title: string, startsAt: number) => ({
      joinUrl: `${title} ${startsAt}`,
      title,
      startsAt,
      endsAt: startsAt + 60,
      people,
    });
    const meetings = [one("Budget", 250), one("Check-in", 500), one("Check-in", 300), one("Check-in", 20)];
    expect(meetingOf(meetings, [...people].reverse(), 200)?.joinUrl).toBe("Check-in 300");
    expect(meetingOf(meetings, people, 320)?.joinUrl).toBe("Check-in 300");
    expect(meetingOf([one("Budget", 10)], people, 5)?.joinUrl).toBe("Budget 10");
    expect(meetingOf(meetings, [ana.oid], 5)).toBeUndefined();
  });
});

describe("a page that listens", () => {
  it("gets everything said so far, then each message as it comes", async () => {
    await ask("/api/chats/ana/messages", { text: "first" });
    const stream = await fetch(`${world.windowUrl}/api/chats/ana/events`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const until = async (words: string) => {
      while (!heard.includes(words)) heard += (await reader?.read())?.value ?? "";
    };
    await until("event: messages");
    await until("first");
    await world.asBot("POST", `/v3/conversations/${encodeURIComponent(personalChatId(ana))}/activities`, {
      type: "message",
      text: "second",
    });
    await until("second");
    await world.asBot("POST", `/v3/conversations/${encodeURIComponent(personalChatId(ana))}/activities`, {
      type: "typing",
    });
    await until("event: typing");
    await reader?.cancel();
    expect((await messages()).map((message) => message.activity.text)).toEqual(["first", "second"]);
  });
});

describe("a restart of the window", () => {
  it("keeps the chats and doesn't install the bot again", async () => {
    await ask("/api/chats/ana/messages", { text: "still here?" });
    await reached(3);
    await world.restartWindow();
    expect((await messages()).map((message) => message.activity.text)).toEqual(["still here?"]);
    await ask("/api/chats/ana/messages", { text: "yes" });
    await reached(4);
    expect(types().slice(3)).toEqual(["message"]);
  });
});

describe("what only this machine may ask", () => {
  it("is refused to other sites' pages", async () => {
    const paths = ["/api/people/ana/token", "/_local/activities", "/api/chats/ana/open"];
    const answers = await Promise.all(
      paths.map((url) =>
        world.window.inject({ method: "POST", url, headers: { origin: "https://elsewhere.example" } }),
      ),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual([403, 403, 403]);
  });

  it("gives a frame a fresh token for its person", async () => {
    const { token } = (await (await ask("/api/people/ben/token")).json()) as { token: string };
    const keys = createRemoteJWKSet(new URL(`${world.signInUrl}/${localTenant.id}/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(token, keys, { issuer: world.issuer, audience: localApp.clientId });
    expect([payload.oid, payload.scp]).toEqual([ben.oid, "access_as_user"]);
  });

  it("sends the bot an activity bent to a test's wish and shows its answer", async () => {
    world.answerWith = (_activity, reply) => reply.code(418).send({ odd: true });
    const activity = { type: "message", text: "forged", from: { id: "29:forged", aadObjectId: ben.oid } };
    const answer = await ask("/_local/activities", { as: "ana", activity });
    expect(await answer.json()).toEqual({ status: 418, body: { odd: true } });
    expect(world.received[0]?.activity.from).toEqual(activity.from);
  });
});
