import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localApp, localPerson, localTenant } from "../../identities.ts";
import { type Answered, type GraphUnderTest, startGraphUnderTest, testNow } from "../testing/graph-under-test.ts";
import { allScopes } from "../testing/issuer.ts";
import { copyIn, createAs, invitation, mailboxOf, tuesday } from "../testing/meetings.ts";
import { type Receiver, startReceiver } from "../testing/receiver.ts";

let graph: GraphUnderTest;
let receiver: Receiver;
beforeAll(async () => {
  [graph, receiver] = await Promise.all([startGraphUnderTest(), startReceiver()]);
});
afterAll(async () => {
  await graph.stop();
  await receiver.close();
});
beforeEach(async () => {
  graph.setClock(testNow);
  await graph.call("POST", "/_local/reset", { body: { calendars: "empty" } });
  receiver.clear();
});

const patient = { timeout: 10_000 };
const [ana, ben] = [localPerson("Ana"), localPerson("Ben")];
const inHours = (hours: number) => new Date(Date.parse(testNow) + hours * 3_600_000).toISOString();
const wish = (changes: object = {}) => ({
  changeType: "created,updated,deleted",
  notificationUrl: `${receiver.url}/notices`,
  lifecycleNotificationUrl: `${receiver.url}/life`,
  resource: `/users/${ana.oid}/events`,
  expirationDateTime: inHours(24),
  clientState: "known to both",
  ...changes,
});
const subscribe = (changes: object = {}, options: Parameters<GraphUnderTest["call"]>[2] = {}) =>
  graph.call("POST", "/v1.0/subscriptions", { body: wish(changes), ...options });
const pathOf = (name: string, event: Answered) => `${mailboxOf(name)}/events/${event.text("id")}`;
const create = (changes?: Record<string, unknown>) => createAs(graph, "Ana", invitation(changes));
const disturb = (body: object) => graph.call("POST", "/_local/notifications", { body });
const sent = async () => (await graph.call("GET", "/_local/notifications")).body;
const kinds = () => receiver.told("changeType");

describe("a new subscription", () => {
  it("shakes hands at both addresses and is given back as Graph writes it", async () => {
    const made = await subscribe();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      resource: `/users/${ana.oid}/events`,
      applicationId: localApp.clientId,
      changeType: "created,updated,deleted",
      clientState: "known to both",
      lifecycleNotificationUrl: `${receiver.url}/life`,
      expirationDateTime: "2026-11-24T09:00:00.0000000Z",
    });
    const one = `/v1.0/subscriptions/${made.text("id")}`;
    expect((await graph.call("GET", one)).at("id")).toBe(made.at("id"));
    expect((await graph.call("GET", "/v1.0/subscriptions")).items()).toHaveLength(1);
    expect((await graph.call("DELETE", one)).status).toBe(204);
    expect((await graph.call("GET", one)).status).toBe(404);
    expect((await graph.call("GET", "/v1.0/subscriptions/none")).status).toBe(404);
  });

  it.each(["encoded", "as-json", "with-202", "wrongly"] as const)(
    "is refused where the hand is given %s",
    async (how) => {
      receiver.shake(how);
      const answer = await subscribe();
      expect([answer.status, answer.at("error/code")]).toEqual([400, "ValidationError"]);
      expect((await graph.call("GET", "/v1.0/subscriptions")).items()).toEqual([]);
    },
  );

  it("is refused where nobody listens, at the lifecycle's address too", async () => {
    expect((await subscribe({ notificationUrl: "http://localhost:9/notices" })).status).toBe(400);
    expect((await subscribe({ lifecycleNotificationUrl: "http://localhost:9/life" })).status).toBe(400);
  });

  it.each([
    ["more than 10,080 minutes", { expirationDateTime: "2026-11-30T09:00:01Z" }],
    ["an end in the past", { expirationDateTime: "2026-11-23T08:59:00Z" }],
    ["an end without a zone", { expirationDateTime: "2026-11-24T08:59:00" }],
    ["an unknown change", { changeType: "created,moved" }],
    ["another resource", { resource: "users/x/messages" }],
    ["a long client state", { clientState: "x".repeat(129) }],
    ["plain http to elsewhere", { notificationUrl: "http://counterpoint.example/notices" }],
    ["a property Graph doesn't have", { clientstate: "x" }],
  ])("with %s is refused", async (_name, changes) => {
    const answer = await subscribe(changes);
    expect([answer.status, answer.at("error/code")]).toEqual([400, "ValidationError"]);
  });

  it("lives for at least 45 minutes", async () => {
    const made = await subscribe({ expirationDateTime: "2026-11-23T09:01:00Z" });
    expect(made.at("expirationDateTime")).toBe("2026-11-23T09:45:00.0000000Z");
  });

  it("is refused a second time, as documented, unless the mailbox allows it", async () => {
    const first = await subscribe();
    const second = await subscribe();
    expect([second.status, second.text("error/message")]).toEqual([
      409,
      expect.stringContaining(first.text("id")) as string,
    ]);
    await graph.call("POST", "/_local/mailboxes/Ana", { body: { duplicateSubscriptions: "allowed" } });
    expect((await subscribe()).status).toBe(201);
  });

  it("stands in a list that comes in pages", async () => {
    for (const name of ["Ana", "Ben", "Chidi"]) await subscribe({ resource: `users/${localPerson(name).oid}/events` });
    const page = await graph.call("GET", "/v1.0/subscriptions?$top=2");
    const rest = await graph.call("GET", page.text("@odata.nextLink").slice(graph.url.length));
    expect([page.items().length, rest.items().length, rest.at("@odata.nextLink")]).toEqual([2, 1, undefined]);
  });

  it("needs Calendars.Read, and with a person's token reaches that person's mailbox alone", async () => {
    const basics = await graph.issuer.token({ roles: ["Calendars.ReadBasic"] });
    expect((await subscribe({}, { token: basics })).status).toBe(403);
    expect((await subscribe({ resource: "me/events" })).status).toBe(400);
    const token = await graph.issuer.token({ scp: allScopes, oid: ana.oid });
    expect((await subscribe({ resource: `users/${ben.oid}/events` }, { token })).status).toBe(403);
    const own = await subscribe({ resource: "me/events" }, { token });
    expect([own.status, own.at("creatorId")]).toEqual([201, ana.oid]);
    expect((await graph.call("GET", `/v1.0/subscriptions/${own.text("id")}`)).status).toBe(404);
  });

  it("of a mailbox that isn't open to the application is refused", async () => {
    await graph.call("POST", "/_local/mailboxes/Ana", { body: { permissions: "none" } });
    expect((await subscribe()).status).toBe(403);
    expect((await subscribe({ resource: "users/nobody@northlight.example/events" })).status).toBe(404);
  });

  it("is renewed by its end alone, and no address can be added later", async () => {
    const one = `/v1.0/subscriptions/${(await subscribe()).text("id")}`;
    const renewed = await graph.call("PATCH", one, { body: { expirationDateTime: inHours(100) } });
    expect(renewed.at("expirationDateTime")).toBe("2026-11-27T13:00:00.0000000Z");
    const added = { expirationDateTime: inHours(100), lifecycleNotificationUrl: `${receiver.url}/life` };
    expect((await graph.call("PATCH", one, { body: added })).status).toBe(400);
    expect((await graph.call("PATCH", one, { body: { expirationDateTime: inHours(169) } })).status).toBe(400);
  });

  it("ends by itself", async () => {
    const made = await subscribe();
    graph.setClock(inHours(25));
    await create();
    expect((await graph.call("GET", "/_local/notifications")).body).toMatchObject({ waiting: 0, value: [] });
    expect((await graph.call("GET", `/v1.0/subscriptions/${made.text("id")}`)).status).toBe(404);
  });
});

describe("notices", () => {
  it("come for what is made, changed, answered and deleted, and name the copy", async () => {
    const made = await subscribe();
    const own = await create();
    await expect.poll(kinds, patient).toEqual(["created"]);
    expect(receiver.items()[0]).toEqual({
      subscriptionId: made.at("id"),
      subscriptionExpirationDateTime: "2026-11-24T09:00:00.0000000Z",
      changeType: "created",
      resource: `Users/${ana.oid}/Events/${own.text("id")}`,
      resourceData: {
        "@odata.type": "#Microsoft.Graph.Event",
        "@odata.id": `Users/${ana.oid}/Events/${own.text("id")}`,
        "@odata.etag": own.at("@odata.etag"),
        id: own.at("id"),
      },
      clientState: "known to both",
      tenantId: localTenant.id,
    });
    await graph.call("PATCH", pathOf("Ana", own), { body: { start: tuesday("14:00"), end: tuesday("15:00") } });
    await expect.poll(kinds, patient).toEqual(["created", "updated"]);
    await graph.call("POST", `${pathOf("Ben", await copyIn(graph, "Ben", own))}/accept`, { body: {} });
    await expect.poll(kinds, patient).toHaveLength(3);
    await graph.call("DELETE", pathOf("Ana", own));
    await expect.poll(kinds, patient).toEqual(["created", "updated", "updated", "deleted"]);
  });

  it("come for the attendee's copy to who watches the attendee, of the changes asked for", async () => {
    await subscribe(
      { resource: `users('${ben.mail}')/events`, changeType: "updated" },
      {
        headers: { prefer: 'IdType="ImmutableId"' },
      },
    );
    const own = await create();
    await graph.call("POST", `${pathOf("Ana", own)}/cancel`, { body: {} });
    await expect.poll(kinds, patient).toEqual(["updated"]);
    const copies = await graph.call("GET", "/_local/events?mailbox=Ben");
    expect(receiver.told("resourceData/id")).toEqual([copies.at("value/0/immutableId")]);
  });

  it("are sent again until they are taken", async () => {
    await subscribe();
    receiver.refuse(2, 503);
    await create();
    await expect.poll(kinds, patient).toEqual(["created"]);
    await expect
      .poll(sent, patient)
      .toMatchObject({ waiting: 0, value: [{ status: 503 }, { status: 503 }, { status: 202 }] });
  });

  it("outlive the process that would have sent them", async () => {
    const made = await subscribe();
    await disturb({ kind: "delay", ms: 1_500 });
    await create();
    await graph.restart();
    await expect.poll(kinds, patient).toEqual(["created"]);
    expect((await graph.call("GET", `/v1.0/subscriptions/${made.text("id")}`)).at("clientState")).toBe("known to both");
  });
});

describe("notices disturbed on purpose", () => {
  beforeEach(() => subscribe());

  it("are lost, for one mailbox, so many times", async () => {
    await disturb({ kind: "lose", mailbox: "Ben" });
    await disturb({ kind: "lose", mailbox: "Ana", times: 2 });
    for (const subject of ["One", "Two", "Three"]) await create({ subject });
    await expect.poll(kinds, patient).toHaveLength(1);
    await expect.poll(sent, patient).toMatchObject({ waiting: 0, disturbances: [{ kind: "lose", mailbox: ben.oid }] });
  });

  it("come twice", async () => {
    await disturb({ kind: "duplicate" });
    await create();
    await expect.poll(kinds, patient).toEqual(["created", "created"]);
    expect(new Set(receiver.told("resourceData/id")).size).toBe(1);
  });

  it("come out of order", async () => {
    await disturb({ kind: "reorder" });
    const own = await create();
    await graph.call("PATCH", pathOf("Ana", own), { body: { subject: "Renamed" } });
    await expect.poll(kinds, patient).toEqual(["updated", "created"]);
  });

  it("come late", async () => {
    await disturb({ kind: "delay", ms: 700 });
    const before = Date.now();
    await create();
    await expect.poll(kinds, patient).toEqual(["created"]);
    expect(Date.now() - before).toBeGreaterThanOrEqual(700);
  });

  it("come with somebody else's client state", async () => {
    await disturb({ kind: "wrong-client-state" });
    await create();
    await create();
    await expect.poll(() => receiver.told("clientState"), patient).toHaveLength(2);
    expect(receiver.told("clientState")).toEqual(["not-the-subscribers", "known to both"]);
  });

  it("are spared in the one mailbox whose disturbances are cleared", async () => {
    await disturb([ana, ben].map(({ oid: mailbox }) => ({ kind: "lose", mailbox, times: -1 })));
    await graph.call("DELETE", "/_local/notifications?mailbox=Ana");
    expect(await sent()).toMatchObject({ disturbances: [{ mailbox: ben.oid }] });
  });

  it("are spared once disturbances are cleared", async () => {
    await disturb({ kind: "lose", times: -1 });
    await graph.call("DELETE", "/_local/notifications");
    await create();
    await expect.poll(kinds, patient).toEqual(["created"]);
    expect((await disturb({ kind: "shred" })).status).toBe(400);
  });
});

describe("a subscription's own life", () => {
  const happens = (act: string, which = "Ana") => graph.call("POST", `/_local/subscriptions/${which}/${act}`);

  it("is told at its own address", async () => {
    const made = await subscribe();
    await happens("missed");
    await expect.poll(() => receiver.told("lifecycleEvent"), patient).toEqual(["missed"]);
    expect(receiver.taken[0]?.path).toBe("/life");
    expect(receiver.items()[0]).toMatchObject({
      subscriptionId: made.at("id"),
      clientState: "known to both",
      tenantId: localTenant.id,
    });
  });

  it("asks to be authorised again until that is done", async () => {
    const made = await subscribe();
    const due = async () => (await graph.call("GET", "/_local/subscriptions")).at("value/0/reauthorizationDue");
    await happens("reauthorizationRequired", made.text("id"));
    expect(await due()).toBe(true);
    const again = await graph.call("POST", `/v1.0/subscriptions/${made.text("id")}/reauthorize`);
    expect([again.status, await due()]).toEqual([204, false]);
  });

  it("ends when it is removed, which is told, or expires, which isn't", async () => {
    const made = await subscribe();
    await happens("subscriptionRemoved");
    await expect.poll(() => receiver.told("lifecycleEvent"), patient).toEqual(["subscriptionRemoved"]);
    expect((await graph.call("GET", `/v1.0/subscriptions/${made.text("id")}`)).status).toBe(404);
    await subscribe();
    await happens("expire", "*");
    await create();
    expect((await graph.call("GET", "/v1.0/subscriptions")).items()).toEqual([]);
    expect(receiver.told("changeType").filter(Boolean)).toEqual([]);
    expect((await happens("expire")).status).toBe(404);
  });
});
