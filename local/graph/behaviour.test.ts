import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localPerson } from "../identities.ts";
import { textAt, valueAt } from "./odata.ts";
import { type GraphUnderTest, startGraphUnderTest } from "./testing/graph-under-test.ts";
import { createAs, invitation, mailboxOf, tuesday } from "./testing/meetings.ts";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraphUnderTest();
});
afterAll(() => graph.stop());
beforeEach(() => graph.call("POST", "/_local/reset", { body: { calendars: "empty" } }));

const behave = (name: string, body: object) => graph.call("POST", `/_local/mailboxes/${name}`, { body });
const calendar = `${mailboxOf("Ana")}/calendar`;

describe("a mailbox that behaves oddly on purpose", () => {
  const hours = async (name: string) => {
    const body = { schedules: [localPerson(name).mail], startTime: tuesday("09:00"), endTime: tuesday("10:00") };
    return (await graph.call("POST", `${calendar}/getSchedule`, { body })).at("value/0/workingHours");
  };

  it("works other hours, in a zone of its own making", async () => {
    const rule = { time: "02:00:00.0000000", dayOccurrence: 1, dayOfWeek: "sunday", month: 4, year: 0 };
    const customZone = { bias: -630, standardOffset: rule, daylightOffset: { ...rule, month: 10, daylightBias: -30 } };
    await behave("Ben", { customZone, workingHours: { days: [7, 1, 2, 3, 4], from: "22:00", to: "06:00" } });
    expect(await hours("Ben")).toEqual({
      daysOfWeek: ["sunday", "monday", "tuesday", "wednesday", "thursday"],
      startTime: "22:00:00.0000000",
      endTime: "06:00:00.0000000",
      timeZone: {
        "@odata.type": "#microsoft.graph.customTimeZone",
        name: "Customized Time Zone",
        ...customZone,
      },
    });
    expect((await behave("Ben", { customZone: { bias: "x" } })).status).toBe(400);
  });

  it("replies by itself for a while", async () => {
    await behave("Ben", { automaticReplies: { from: "2026-11-23T00:00:00Z", to: "2026-11-28T00:00:00Z" } });
    const { body } = await graph.call("GET", `${mailboxOf("Ben")}/mailboxSettings/automaticRepliesSetting`);
    expect(body).toMatchObject({
      status: "scheduled",
      scheduledEndDateTime: { dateTime: "2026-11-28T00:00:00.0000000", timeZone: "UTC" },
    });
  });

  it("keeps the Teams meeting of a body that is written anew", async () => {
    await behave("Ana", { bodyCarriesMeeting: false });
    const own = await createAs(graph, "Ana", invitation({ isOnlineMeeting: true }));
    const path = `${mailboxOf("Ana")}/events/${own.text("id")}`;
    const after = await graph.call("PATCH", path, { body: { body: { contentType: "text", content: "Hello" } } });
    expect(after.at("onlineMeeting/joinUrl")).toBe(own.at("onlineMeeting/joinUrl"));
  });

  it("takes so many requests in ten minutes, and says when to come back as it was told to", async () => {
    await behave("Ana", { perTenMinutes: 2, throttled: { status: 503, retryAfter: "date" } });
    for (const status of [200, 200, 503, 503]) expect((await graph.call("GET", calendar)).status).toBe(status);
    const refused = await graph.call("GET", calendar);
    expect(refused.at("error/code")).toBe("ApplicationThrottled");
    expect(refused.headers.get("retry-after")).toBe("Mon, 23 Nov 2026 09:00:02 GMT");
    expect((await graph.call("GET", `${mailboxOf("Ben")}/calendar`)).status).toBe(200);
  });
});

describe("latency", () => {
  it("is added to reads and to writes, until a reset", async () => {
    await graph.call("POST", "/_local/latency", { body: { writeMs: 300 } });
    const timed = async (act: () => Promise<unknown>) => {
      const before = performance.now();
      await act();
      return performance.now() - before;
    };
    expect(await timed(() => createAs(graph, "Ana", invitation()))).toBeGreaterThanOrEqual(295);
    expect((await graph.call("GET", "/_local/latency")).body).toEqual({ readMs: 0, writeMs: 300 });
    await graph.call("POST", "/_local/reset", { body: { calendars: "empty" } });
    expect((await graph.call("GET", "/_local/latency")).body).toEqual({ readMs: 0, writeMs: 0 });
    expect((await graph.call("POST", "/_local/latency", { body: { readMs: -1 } })).status).toBe(400);
  });
});

describe("a batch to one mailbox", () => {
  it("is throttled beyond four at once, each item with its own Retry-After", async () => {
    await graph.call("POST", "/_local/latency", { body: { readMs: 400 } });
    await behave("Ana", { throttled: { status: 429, retryAfter: "7" } });
    const requests = Array.from({ length: 20 }, (_, id) => ({ id: String(id), method: "GET", url: calendar.slice(5) }));
    const { body } = await graph.call("POST", "/v1.0/$batch", { body: { requests } });
    const answers = valueAt(body, "responses") as unknown[];
    const refused = answers.filter((one) => valueAt(one, "status") === 429);
    expect([answers.length, refused.length]).toEqual([20, 16]);
    expect(refused.every((one) => textAt(one, "headers/Retry-After") === "7")).toBe(true);
    expect(refused.every((one) => textAt(one, "body/error/code") === "ApplicationThrottled")).toBe(true);
  });
});

describe("a reset", () => {
  it("leaves nothing of what was set or made", async () => {
    await behave("Ana", { meetingAccess: false });
    await graph.call("POST", "/_local/notifications", { body: { kind: "lose" } });
    await createAs(graph, "Ana", invitation());
    await graph.call("POST", "/_local/reset", { body: { calendars: "empty" } });
    expect((await graph.call("GET", "/_local/mailboxes/Ana")).at("meetingAccess")).toBe(true);
    expect((await graph.call("GET", "/_local/notifications")).body).toEqual({
      disturbances: [],
      waiting: 0,
      value: [],
    });
    expect((await graph.call("GET", "/_local/events")).items()).toEqual([]);
  });
});
