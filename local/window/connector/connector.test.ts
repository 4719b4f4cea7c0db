import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localApp, localPerson, localTenant } from "../../identities.ts";
import { chatUserId, personalChatId } from "../people.ts";
import { startTestWorld, type TestWorld } from "../test-world.ts";

const ana = localPerson("Ana");
const ben = localPerson("Ben");
const anasChat = encodeURIComponent(personalChatId(ana));

interface Transcript {
  readonly messages: readonly {
    readonly id: string;
    readonly by: string;
    readonly isDeleted: boolean;
    readonly activity: { readonly text?: string };
    readonly history: readonly { readonly how: string; readonly was: { readonly text?: string } }[];
  }[];
}

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
  await openChat("ana");
});
afterEach(() => world.close());

const openChat = (slug: string) => fetch(`${world.windowUrl}/api/chats/${slug}/open`, { method: "POST" });
const transcript = async (of = "ana") =>
  (await (
    await fetch(`${world.windowUrl}/_local/transcript?conversation=${encodeURIComponent(of)}`)
  ).json()) as Transcript;
const say = (text: string) =>
  world.asBot("POST", `/v3/conversations/${anasChat}/activities`, { type: "message", text });
const local = (path: string, body: unknown) =>
  fetch(`${world.windowUrl}/_local/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const idIn = async (answer: Response) => ((await answer.json()) as { id: string }).id;
const texts = async () => (await transcript()).messages.map((message) => message.activity.text);

describe("what the bot says", () => {
  it("appears in the person's chat under an id of its own, twice when sent twice", async () => {
    const [first, second] = [await say("Good morning, Ana."), await say("Good morning, Ana.")];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await idIn(first)).not.toBe(await idIn(second));
    expect(await texts()).toEqual(["Good morning, Ana.", "Good morning, Ana."]);
  });

  it("may be sent as a reply to an activity", async () => {
    const answer = await world.asBot("POST", `/v3/conversations/${anasChat}/activities/f%3A1`, {
      type: "message",
      text: "Yes.",
    });
    expect(answer.status).toBe(201);
    expect(await texts()).toEqual(["Yes."]);
  });

  it("can be changed and taken back, and the transcript remembers both", async () => {
    const id = await idIn(await say("Three times that suit you both"));
    const path = `/v3/conversations/${anasChat}/activities/${id}`;
    expect((await world.asBot("PUT", path, { type: "message", text: "Booked" })).status).toBe(200);
    expect((await world.asBot("DELETE", path)).status).toBe(200);
    const [message] = (await transcript()).messages;
    expect(message?.isDeleted).toBe(true);
    expect(message?.history.map((one) => [one.how, one.was.text])).toEqual([
      ["update", "Three times that suit you both"],
      ["delete", "Booked"],
    ]);
    expect((await world.asBot("PUT", path, { type: "message", text: "Again" })).status).toBe(404);
  });

  it("is refused when it is too long, malformed, or for a chat that isn't there", async () => {
    expect((await say("x".repeat(29_000))).status).toBe(413);
    expect((await world.asBot("POST", `/v3/conversations/${anasChat}/activities`, { text: "no type" })).status).toBe(
      400,
    );
    expect((await world.asBot("POST", "/v3/conversations/a%3Aunknown/activities", { type: "message" })).status).toBe(
      404,
    );
  });
});

describe("opening a chat", () => {
  const create = (members: string[], more: object = {}) =>
    world.asBot("POST", "/v3/conversations", {
      members: members.map((id) => ({ id })),
      tenantId: localTenant.id,
      isGroup: false,
      ...more,
    });

  it("gives the same chat for a person's directory id and chat id", async () => {
    const [byDirectory, byChat] = [await create([ben.oid]), await create([chatUserId(ben)])];
    expect([await idIn(byDirectory), await idIn(byChat)]).toEqual([personalChatId(ben), personalChatId(ben)]);
  });

  it("delivers the first activity with it", async () => {
    await create([ben.oid], { activity: { type: "message", text: "Ana has booked." } });
    expect((await transcript("ben")).messages.map((message) => message.activity.text)).toEqual(["Ana has booked."]);
  });

  it("refuses groups, strangers and other tenants", async () => {
    const statuses = [
      await create([ana.oid, ben.oid]),
      await create([ana.oid], { isGroup: true }),
      await create(["nobody"]),
      await create([ana.oid], { tenantId: "another" }),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([400, 400, 404, 403]);
  });
});

describe("members", () => {
  it("are listed whole, in pages, and one by one by either id", async () => {
    const get = async (path: string) => (await world.asBot("GET", `/v3/conversations/${anasChat}/${path}`)).json();
    const expected = { id: chatUserId(ana), aadObjectId: ana.oid, name: "Ana Moreau", userPrincipalName: ana.mail };
    expect(await get("members")).toMatchObject([expected]);
    expect(await get("pagedmembers?pageSize=50")).toMatchObject({ members: [expected] });
    expect(await get(`members/${ana.oid}`)).toMatchObject(expected);
    expect(await get(`members/${encodeURIComponent(chatUserId(ana))}`)).toMatchObject(expected);
    expect((await world.asBot("GET", `/v3/conversations/${anasChat}/members/${ben.oid}`)).status).toBe(404);
  });
});

describe("who may call", () => {
  const callWith = async (token: string) =>
    (await world.asBot("POST", `/v3/conversations/${anasChat}/activities`, { type: "message", text: "hello" }, token))
      .status;
  const minted = async (body: object) => {
    const answer = await fetch(`${world.signInUrl}/_local/tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };

  it("is the bot alone, with a token for the connector that is its own, whole and current", async () => {
    const aud = "https://api.botframework.com";
    const claims = { appid: localApp.botAppId };
    expect(await callWith(await minted({ oid: "bot", aud, claims }))).toBe(201);
    expect(await callWith(await minted({ oid: "bot", aud, claims: { appid: localApp.clientId } }))).toBe(401);
    expect(await callWith(await minted({ oid: ana.oid }))).toBe(401);
    expect(await callWith(await minted({ oid: "bot", claims }))).toBe(401);
    expect(await callWith(await minted({ oid: "bot", aud, claims, expiresIn: -30 }))).toBe(401);
    expect(await callWith(await minted({ oid: "bot", aud, claims, foreignKey: true }))).toBe(401);
    expect((await fetch(`${world.windowUrl}/connector/v3/conversations/${anasChat}/members`)).status).toBe(401);
    expect(await texts()).toEqual(["hello"]);
  });
});

describe("bad behaviour on request", () => {
  it("answers 429 with Retry-After as often as asked, and delivers nothing meanwhile", async () => {
    await local("faults", { kind: "status", status: 429, retryAfter: 2, times: 2 });
    const [first, second, third] = [await say("one"), await say("two"), await say("three")];
    expect([first.status, second.status, third.status]).toEqual([429, 429, 201]);
    expect(first.headers.get("retry-after")).toBe("2");
    expect(await texts()).toEqual(["three"]);
  });

  it("delivers and then drops the answer", async () => {
    await local("faults", { kind: "drop-answer" });
    await expect(say("Booked")).rejects.toThrow();
    expect(await texts()).toEqual(["Booked"]);
  });

  it("drops the request before it counts", async () => {
    await local("faults", { kind: "drop-request" });
    await expect(say("Booked")).rejects.toThrow();
    expect(await texts()).toEqual([]);
  });

  it("hits only the operation and conversation that were named", async () => {
    await local("faults", { kind: "status", status: 502, operation: "update" });
    await local("faults", { kind: "status", status: 503, conversation: personalChatId(ben) });
    expect((await say("untouched")).status).toBe(201);
    await fetch(`${world.windowUrl}/_local/faults`, { method: "DELETE" });
    expect(await (await fetch(`${world.windowUrl}/_local/faults`)).json()).toEqual({ faults: [], limits: false });
  });

  it("keeps Teams' limits when they are switched on", async () => {
    await local("limits", { on: true });
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => say(String(index))));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await texts()).length).toBe(30 - refused.length);
  });
});
