import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { textAt, valueAt } from "./odata.ts";
import { type GraphUnderTest, startGraphUnderTest } from "./testing/graph-under-test.ts";
import { createAs, invitation, mailboxOf } from "./testing/meetings.ts";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraphUnderTest();
});
afterAll(() => graph.stop());
beforeEach(() => graph.call("POST", "/_local/reset", { body: { calendars: "empty" } }));

const fault = (body: object) => graph.call("POST", "/_local/faults", { body, token: null });
const standing = async () => (await graph.call("GET", "/_local/events")).items().length;
const create = () => createAs(graph, "Ana", invitation({ transactionId: "t-1" }));
const settings = `${mailboxOf("Ana")}/mailboxSettings`;

describe("trouble on purpose", () => {
  it("drops a request before anything is done, or after all of it is", async () => {
    await fault({ match: { method: "POST", pathIncludes: "/events" }, kind: "drop-before" });
    await expect(create()).rejects.toThrow();
    expect(await standing()).toBe(0);
    await fault({ match: { method: "POST", pathIncludes: "/events", mailbox: "Ana" }, kind: "drop-after-commit" });
    await expect(create()).rejects.toThrow();
    expect(await standing()).toBe(2);
    expect((await create()).status).toBe(201);
    expect(await standing()).toBe(2);
  });

  it("answers with a status, before or after the work", async () => {
    await fault({ match: {}, kind: "status", status: 503, headers: { "Retry-After": "3" }, code: "UnknownError" });
    const before = await create();
    expect([before.status, before.at("error/code"), before.headers.get("retry-after")]).toEqual([
      503,
      "UnknownError",
      "3",
    ]);
    expect(await standing()).toBe(0);
    await fault({ kind: "status-after-commit", status: 504 });
    expect((await create()).status).toBe(504);
    expect(await standing()).toBe(2);
  });

  it("stays down until told otherwise", async () => {
    await fault({ kind: "status", times: -1 });
    for (let tries = 0; tries < 3; tries += 1) expect((await graph.call("GET", settings)).status).toBe(503);
    await graph.call("DELETE", "/_local/faults");
    expect((await graph.call("GET", settings)).status).toBe(200);
  });

  it("finishes a delayed request whose caller is gone", async () => {
    await fault({ match: { method: "POST" }, kind: "delay", ms: 300 });
    const call = fetch(`${graph.url}${mailboxOf("Ana")}/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${await graph.issuer.token()}`, "content-type": "application/json" },
      body: JSON.stringify(invitation()),
      signal: AbortSignal.timeout(50),
    });
    await expect(call).rejects.toThrow();
    await expect.poll(standing, { timeout: 10_000 }).toBe(2);
  });

  it("leaves a request hanging until the faults are cleared", async () => {
    await fault({ match: { pathIncludes: "mailboxSettings" }, kind: "hang" });
    let ended = false;
    const hanging = graph.call("GET", settings).catch(() => {
      ended = true;
    });
    expect((await graph.call("GET", `${mailboxOf("Ana")}/calendar`)).status).toBe(200);
    expect(ended).toBe(false);
    await graph.call("DELETE", "/_local/faults");
    await hanging;
    expect(ended).toBe(true);
  });

  it("reports a conflict as 409, or as 412 when asked to", async () => {
    const own = await create();
    const patch = () =>
      graph.call("PATCH", `${mailboxOf("Ana")}/events/${own.text("id")}`, { body: { subject: "New" } });
    for (const status of [409, 412]) {
      await fault({ match: { method: "PATCH" }, kind: "conflict", status });
      const answer = await patch();
      expect([answer.status, answer.at("error/code")]).toEqual([status, "ErrorIrresolvableConflict"]);
    }
    expect((await patch()).at("subject")).toBe("New");
  });

  it("throttles a fifth request at once, and no other mailbox", async () => {
    await fault({ kind: "delay", ms: 500, times: -1 });
    const item = (name: string, id: number) => ({
      id: String(id),
      method: "GET",
      url: `${mailboxOf(name).slice(5)}/calendar`,
    });
    const requests = ["Ana", "Ana", "Ana", "Ana", "Ana", "Ana", "Ben"].map(item);
    const { body } = await graph.call("POST", "/v1.0/$batch", { body: { requests } });
    const answers = valueAt(body, "responses") as unknown[];
    const codes = answers.map((one) => textAt(one, "body/error/code") || textAt(one, "status"));
    expect(codes.toSorted()).toEqual([...Array<string>(5).fill("200"), "ApplicationThrottled", "ApplicationThrottled"]);
    expect(answers.find((one) => valueAt(one, "id") === "6")).toMatchObject({ status: 200 });
  });

  it("is refused when it isn't spelt right, and when it comes from elsewhere", async () => {
    expect((await fault({ kind: "explode" })).status).toBe(400);
    const elsewhere = await graph.call("GET", "/_local/events", { headers: { "sec-fetch-site": "cross-site" } });
    expect(elsewhere.status).toBe(403);
  });

  it("is noted with each request, so that tests can count them", async () => {
    await create();
    await create();
    const seen = (await graph.call("GET", "/_local/requests")).items();
    expect(seen.map((one) => [valueAt(one, "method"), valueAt(one, "status")])).toEqual([
      ["POST", 201],
      ["POST", 201],
    ]);
  });
});

describe("state", () => {
  it("outlives the process: events, ids and the outbox", async () => {
    const own = await create();
    await graph.restart();
    const again = await graph.call("GET", `${mailboxOf("Ana")}/events/${own.text("id")}`);
    expect(again.at("changeKey")).toBe(own.at("changeKey"));
    expect((await create()).at("id")).toBe(own.at("id"));
    expect((await graph.call("GET", "/_local/outbox")).items()).toHaveLength(1);
  });
});

describe("$batch", () => {
  const batch = (requests: readonly object[]) => graph.call("POST", "/v1.0/$batch", { body: { requests } });
  const byId = (answer: { body: unknown }) => {
    const responses = valueAt(answer.body, "responses") as unknown[];
    return new Map(responses.map((one) => [valueAt(one, "id"), one]));
  };
  const get = (id: string, url = `${mailboxOf("Ana").slice(5)}/calendar`) => ({ id, method: "GET", url });

  it("answers each item under its id, with its own status, in another order", async () => {
    const answer = await batch([get("1"), get("2", "/users/nobody@northlight.example"), get("3", "/me")]);
    expect(answer.status).toBe(200);
    const found = byId(answer);
    expect([...found.keys()]).not.toEqual(["1", "2", "3"]);
    expect(["1", "2", "3"].map((id) => valueAt(found.get(id), "status"))).toEqual([200, 404, 400]);
    expect(valueAt(found.get("1"), "body/name")).toBe("Calendar");
  });

  it("writes, in order where items depend on others, and fails the dependents of a failure with 424", async () => {
    const post = (id: string, body: object, dependsOn: string[] = []) => ({
      ...{ id, method: "POST", url: `${mailboxOf("Ana").slice(5)}/events`, body, dependsOn },
      headers: { "Content-Type": "application/json" },
    });
    const found = byId(
      await batch([post("a", invitation()), post("b", { subject: 1 }, ["a"]), post("c", invitation(), ["b"])]),
    );
    expect(["a", "b", "c"].map((id) => valueAt(found.get(id), "status"))).toEqual([201, 400, 424]);
    expect(await standing()).toBe(2);
  });

  it("loses an item whose connection drops, and only that one", async () => {
    await fault({ match: { pathIncludes: "/calendar", mailbox: "Ana" }, kind: "drop-after-commit" });
    const found = byId(await batch([get("1"), get("2", `${mailboxOf("Ben").slice(5)}/calendar`)]));
    expect(["1", "2"].map((id) => valueAt(found.get(id), "status"))).toEqual([504, 200]);
  });

  it.each([
    ["more than twenty items", () => Array.from({ length: 21 }, (_, id) => get(String(id)))],
    ["an id twice", () => [get("1"), get("1")]],
    ["a dependence on nothing", () => [{ ...get("1"), dependsOn: ["7"] }]],
    ["a body without its type", () => [{ ...get("1"), method: "POST", body: {} }]],
    ["nothing", () => []],
  ])("with %s is refused", async (_name, requests) => {
    expect((await batch(requests())).status).toBe(400);
  });

  it("refuses absolute addresses and batches inside it, item by item", async () => {
    const found = byId(await batch([get("1", "https://graph.microsoft.com/v1.0/users"), get("2", "/$batch")]));
    expect([...found.values()].map((one) => valueAt(one, "status"))).toEqual([400, 400]);
  });
});
