import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localPerson } from "../../identities.ts";
import { type GraphUnderTest, startGraphUnderTest } from "../testing/graph-under-test.ts";

let graph: GraphUnderTest;
const ana = localPerson("Ana");
const ben = localPerson("Ben");

beforeAll(async () => {
  graph = await startGraphUnderTest("empty");
});
afterAll(() => graph.stop());
beforeEach(() => graph.call("POST", "/_local/reset", { body: { calendars: "empty" } }));

const look = async (whose = "everyone") => (await fetch(`${graph.url}/_local/control?whose=${whose}`)).text();

const press = (trouble: string, whose = "everyone", to = "on") =>
  fetch(`${graph.url}/_local/control`, { method: "POST", body: new URLSearchParams({ trouble, whose, to }) });

const timesOf = (oid: string) => graph.call("GET", `/v1.0/users/${oid}/events`);

const booking = {
  subject: "Check-in",
  start: { dateTime: "2026-11-24T10:00:00", timeZone: "UTC" },
  end: { dateTime: "2026-11-24T10:50:00", timeZone: "UTC" },
};
const book = () => graph.call("POST", `/v1.0/users/${ana.oid}/events`, { body: booking });

describe("the page on which Microsoft is broken", () => {
  it("says when nothing is broken, and what was asked of Graph lately", async () => {
    await timesOf(ana.oid);
    const page = await look();
    expect(page).toContain("Nothing. Microsoft works as usual.");
    expect(page).toContain("GET /v1.0/users/Ana/events");
  });

  it("drops the connection after a booking that is done all the same", async () => {
    await press("drop-booking");
    expect(await look()).toContain("The connection drops after it is done (POST /events): Everyone, 1 to come");
    await expect(book()).rejects.toThrow();
    expect((await timesOf(ana.oid)).items()).toHaveLength(1);
    expect(await look()).toContain("Nothing. Microsoft works as usual.");
  });

  it("closes one mailbox, says whose, and opens it again", async () => {
    await press("close", "Ana");
    expect((await timesOf(ana.oid)).status).toBe(404);
    expect((await timesOf(ben.oid)).status).toBe(200);
    expect(await look("Ana")).toContain("Switch off: Close the mailbox");
    expect(await look("Ben")).toContain("Switch on: Close the mailbox");
    await press("close", "Ana", "off");
    expect((await timesOf(ana.oid)).status).toBe(200);
  });

  it("mends everything at once", async () => {
    for (const trouble of ["busy", "lose", "twice", "late", "throttle", "no-teams", "no-apps", "no-options"])
      await press(trouble);
    const broken = await look();
    for (const words of [
      "Nothing is done, and the answer is 503 (any request): Everyone, 3 to come",
      "The notice is lost: Everyone, 1 to come",
      "The notice comes twice: Everyone, until mended",
      "Refuse to add apps to chats: Everyone",
    ])
      expect(broken).toContain(words);
    await press("mend");
    expect(await look()).toContain("Nothing. Microsoft works as usual.");
    expect((await timesOf(ana.oid)).status).toBe(200);
  });

  it("takes no press from another site's page", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await fetch(`${graph.url}/_local/control`, { method: "POST", headers })).status).toBe(403);
  });
});
