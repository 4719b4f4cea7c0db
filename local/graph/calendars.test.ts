import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalPerson, localPeople, localPerson } from "../identities.ts";
import { freePort } from "../ports.ts";
import type { CalendarEvent } from "./events/event.ts";
import { textAt, valueAt } from "./odata.ts";
import { weekOfEveryone } from "./seed/seed.ts";
import { type GraphUnderTest, startGraphUnderTest } from "./testing/graph-under-test.ts";
import { createAs, invitation, mailboxOf } from "./testing/meetings.ts";

const monday = Temporal.PlainDate.from("2026-11-23");
const hour = 3_600_000;

/** The starts of hours in a week that are inside both people's working hours and touched by nothing. */
function freeHours(
  people: readonly LocalPerson[],
  week: Temporal.PlainDate,
  events: readonly CalendarEvent[],
): number[] {
  const busy = events.filter(
    (one) => people.some((person) => person.oid === one.mailbox) && one.content.showAs !== "free",
  );
  const start = week.toZonedDateTime("UTC").epochMilliseconds;
  const works = (at: number) =>
    people.every(({ zone, hours }) => {
      const [from, to] = [at, at + hour].map((ms) =>
        Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone),
      );
      const time = (moment?: Temporal.ZonedDateTime) =>
        moment?.toPlainTime().toString({ smallestUnit: "minute" }) ?? "";
      return hours.days.includes(from?.dayOfWeek ?? 0) && time(from) >= hours.from && time(to) <= hours.to;
    });
  const isFree = (at: number) => !busy.some((one) => one.startAt.getTime() < at + hour && one.endAt.getTime() > at);
  return Array.from({ length: 7 * 48 }, (_, half) => start + (half * hour) / 2).filter((at) => works(at) && isFree(at));
}

describe("the calendars people start with", () => {
  const weeks = Array.from({ length: 12 }, (_, week) => monday.add({ weeks: week - 3 }));
  const filled = weeks.map((week) => ({ week, events: weekOfEveryone(week) }));
  const all = filled.flatMap((one) => one.events);
  const kinds = (test: (event: CalendarEvent) => boolean) => all.filter(test).length;

  it("are the same every time and different from week to week", () => {
    const again = weekOfEveryone(monday);
    expect(again).toEqual(filled[3]?.events);
    const starts = (events: readonly CalendarEvent[]) => events.map((one) => one.content.start.local.slice(11)).join();
    expect(starts(again)).not.toBe(starts(filled[4]?.events ?? []));
  });

  it("leave Ana and Ben at least two free hours in common each week, on either side of a change of clocks", () => {
    const people = [localPerson("Ana"), localPerson("Ben")];
    for (const { week, events } of filled) expect(freeHours(people, week, events).length).toBeGreaterThanOrEqual(2);
    const summer = Temporal.PlainDate.from("2027-06-07");
    expect(freeHours(people, summer, weekOfEveryone(summer)).length).toBeGreaterThanOrEqual(2);
  });

  it("hold everything a calendar holds", () => {
    expect(kinds((one) => one.content.sensitivity === "private")).toBeGreaterThan(20);
    expect(kinds((one) => one.content.showAs === "tentative")).toBeGreaterThan(20);
    expect(kinds((one) => one.content.showAs === "oof" && one.content.isAllDay)).toBeGreaterThan(5);
    expect(kinds((one) => one.content.showAs === "workingElsewhere")).toBeGreaterThan(5);
    expect(kinds((one) => !one.isOrganizer)).toBeGreaterThan(100);
    for (const { oid } of localPeople) expect(kinds((one) => one.mailbox === oid)).toBeGreaterThan(60);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  });

  it("have days without a free half hour", () => {
    const ben = localPerson("Ben");
    const hasFullDay = filled.some(({ week, events }) => {
      const days = new Set(freeHours([ben], week, events).map((at) => new Date(at).getUTCDay()));
      const isAway = events.some((one) => one.mailbox === ben.oid && one.content.showAs === "oof");
      return !isAway && days.size < 5;
    });
    expect(hasFullDay).toBe(true);
  });
});

describe("a stand-in with seeded calendars", () => {
  let graph: GraphUnderTest;
  beforeAll(async () => {
    graph = await startGraphUnderTest("seeded");
  });
  afterAll(() => graph.stop());
  const seeded = async () => (await graph.call("GET", "/_local/events?seeded=true&mailbox=Ana")).items();

  it("reaches further when it starts on a later day, and touches nothing else", async () => {
    const before = await seeded();
    const own = await createAs(graph, "Ana", invitation());
    await graph.restart();
    expect((await seeded()).length).toBe(before.length + 1);
    graph.setClock("2026-12-01T09:00:00Z");
    await graph.restart();
    const after = await seeded();
    const known = new Set([...before.map((one) => valueAt(one, "id")), own.at("id")]);
    const added = after.filter((one) => !known.has(valueAt(one, "id")) && valueAt(one, "seeded") === true);
    expect(after.length).toBeGreaterThan(before.length + 5);
    expect(added.every((one) => textAt(one, "startAt") > "2027-01-23")).toBe(true);
    expect((await graph.call("GET", `${mailboxOf("Ana")}/events/${own.text("id")}`)).at("changeKey")).toBe(
      own.at("changeKey"),
    );
  });

  it("holds series, which go on blocking their hour beyond the seeded weeks", async () => {
    const at = (hour: string) => ({ dateTime: `2027-06-02T${hour}:00:00`, timeZone: "GMT Standard Time" });
    const body = { schedules: [localPerson("Ana").mail], startTime: at("16"), endTime: at("18") };
    const asked = await graph.call("POST", `${mailboxOf("Ana")}/calendar/getSchedule`, { body });
    expect(asked.at("value/0/availabilityView")).toBe("2200");
  });

  const page = async (query: string) => {
    const answer = await fetch(`${graph.url}/_local/calendars${query}`);
    return { status: answer.status, text: await answer.text() };
  };

  it("shows calendars side by side, each on its owner's clock, with the way into a check-in", async () => {
    const made = await createAs(graph, "Ana", invitation({ subject: "Check-in <&>", isOnlineMeeting: true }));
    const { status, text } = await page("?people=Ana,Ben&week=2026-11-24&theme=dark");
    expect(status).toBe(200);
    for (const part of [
      "Ana Moreau",
      "Ben Okafor",
      "10:00–11:00",
      "15:30–16:30",
      "Check-in &lt;&amp;&gt;",
      'data-theme="dark"',
    ]) {
      expect(text).toContain(part);
    }
    expect(text.split(`href="${made.text("onlineMeeting/joinUrl").replaceAll("&", "&amp;")}"`)).toHaveLength(3);
    expect(text).toContain("week=2026-11-16");
  });

  it("says so when it is asked for somebody who isn't there", async () => {
    const { status, text } = await page("?people=Ana,%3Cb%3ENobody");
    expect([status, text.includes("Nobody here is called &lt;b&gt;Nobody.")]).toEqual([404, true]);
  });

  it("runs as a process of its own that says when it is ready and ends when asked to", async () => {
    const main = fileURLToPath(new URL("main.ts", import.meta.url));
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      GRAPH_PORT: String(port),
      GRAPH_DATABASE_URL: graph.databaseUrl,
      SIGN_IN_ISSUER: graph.issuer.url,
    };
    const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(String(line))).toMatchObject({ status: "ready", url: `http://localhost:${port}` });
    expect((await fetch(`http://localhost:${port}/_local/health`)).status).toBe(200);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });

  it("refuses to start without its settings and names them", async () => {
    const main = fileURLToPath(new URL("main.ts", import.meta.url));
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (part: Buffer) => {
      said += String(part);
    });
    expect(await once(child, "close")).toEqual([2, null]);
    for (const name of ["GRAPH_PORT", "GRAPH_DATABASE_URL", "SIGN_IN_ISSUER"]) expect(said).toContain(name);
  });
});
