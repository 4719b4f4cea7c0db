import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { localPerson } from "../../identities.ts";
import { valueAt } from "../odata.ts";
import { type Answered, type GraphUnderTest, startGraphUnderTest } from "../testing/graph-under-test.ts";
import { copyIn, createAs, invitation, mailboxOf, tuesday } from "../testing/meetings.ts";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraphUnderTest();
});
afterAll(() => graph.stop());
beforeEach(() => graph.call("POST", "/_local/reset", { body: { calendars: "empty" } }));

const view = "startDateTime=2026-11-24T00:00:00Z&endDateTime=2026-11-25T00:00:00Z";
const first = `${mailboxOf("Ana")}/calendarView/delta?${view}`;
const pathOf = (event: Answered) => `${mailboxOf("Ana")}/events/${event.text("id")}`;
const create = (changes?: Record<string, unknown>) => createAs(graph, "Ana", invitation(changes));
const patch = (event: Answered, body: object) => graph.call("PATCH", pathOf(event), { body });
const nextWeek = { dateTime: "2026-12-01T10:00:00", timeZone: "UTC" };

/** A round to its end: what it told, and where the next begins. */
async function round(path: string, headers: Record<string, string> = {}) {
  const items: unknown[] = [];
  const sizes: number[] = [];
  for (let next = path; ; ) {
    const page = await graph.call("GET", next, { headers });
    expect(page.status).toBe(200);
    items.push(...page.items());
    sizes.push(page.items().length);
    const link = page.text("@odata.deltaLink");
    if (link) return { items, sizes, link: link.slice(graph.url.length), subjects: items.map(told) };
    next = page.text("@odata.nextLink").slice(graph.url.length);
  }
}

const told = (item: unknown) => valueAt(item, "subject") ?? `without ${String(valueAt(item, "id")).slice(-12)}`;
const without = (event: Answered) => `without ${event.text("id").slice(-12)}`;

it("tells a whole view first, page by page, and then only what changed", async () => {
  for (let hour = 0; hour < 12; hour += 1) {
    const start = `${String(hour).padStart(2, "0")}`;
    await create({ subject: `At ${hour}`, start: tuesday(`${start}:00`), end: tuesday(`${start}:30`) });
  }
  await create({ subject: "Elsewhere", start: nextWeek, end: { ...nextWeek, dateTime: "2026-12-01T11:00:00" } });
  const whole = await round(first);
  expect(whole.sizes).toEqual([10, 2]);
  expect(whole.subjects).toEqual(Array.from({ length: 12 }, (_, hour) => `At ${hour}`));
  expect((await round(first, { prefer: "odata.maxpagesize=5" })).sizes).toEqual([5, 5, 2]);
  expect((await round(whole.link)).items).toEqual([]);
  const added = await create({ subject: "New" });
  await graph.call("POST", `${pathOf(await copyOf(added))}/accept`, { body: {} });
  const later = await round(whole.link);
  expect(later.subjects).toEqual(["New"]);
  expect(later.items[0]).toMatchObject({ id: added.at("id"), type: "singleInstance" });
  expect((await round(later.link)).items).toEqual([]);
  expect((await round(whole.link)).subjects).toEqual(["New"]);
});

const copyOf = (event: Answered) => copyIn(graph, "Ben", event);

it("tells what left the view as removed, be it deleted or moved away, and nothing of what never was in it", async () => {
  const [gone, moved] = [await create(), await create({ subject: "Moved" })];
  const { link } = await round(first);
  await graph.call("DELETE", pathOf(gone));
  await patch(moved, { start: nextWeek, end: { ...nextWeek, dateTime: "2026-12-01T11:00:00" } });
  await graph.call("DELETE", pathOf(await create({ subject: "Short" })));
  const later = await round(link);
  expect(later.items).toHaveLength(2);
  expect(new Set(later.subjects)).toEqual(new Set([without(gone), without(moved)]));
  expect(later.items[0]).toMatchObject({ "@removed": { reason: "deleted" } });
  await patch(moved, { start: tuesday("16:00"), end: tuesday("17:00") });
  expect((await round(later.link)).subjects).toEqual(["Moved"]);
});

it("loses nothing that changes between two pages", async () => {
  for (let hour = 10; hour < 16; hour += 1)
    await create({ subject: `At ${hour}`, start: tuesday(`${hour}:00`), end: tuesday("17:00") });
  const page = await graph.call("GET", first, { headers: { prefer: "odata.maxpagesize=3" } });
  await graph.call("DELETE", `${mailboxOf("Ana")}/events/${page.text("value/0/id")}`);
  await create({ subject: "Early", start: tuesday("08:00"), end: tuesday("09:00") });
  const rest = await round(page.text("@odata.nextLink").slice(graph.url.length));
  expect(rest.subjects).toEqual(["At 13", "At 14", "At 15"]);
  expect((await round(rest.link)).subjects).toEqual(["Early", expect.stringMatching(/^without/)]);
});

it("begins anew after the mailbox forgot where its callers stood", async () => {
  const { link } = await round(first);
  await graph.call("POST", "/_local/mailboxes/Ben/forget-sync");
  expect((await round(link)).items).toEqual([]);
  await graph.call("POST", "/_local/mailboxes/Ana/forget-sync");
  const lost = await graph.call("GET", link);
  expect([lost.status, lost.at("error/code")]).toEqual([410, "SyncStateNotFound"]);
  expect((await round((await round(first)).link)).items).toEqual([]);
});

it("leaves deletions out where the mailbox behaves so", async () => {
  const gone = await create();
  const { link } = await round(first);
  await graph.call("POST", "/_local/mailboxes/Ana", { body: { deltaTellsDeletions: false } });
  await graph.call("DELETE", pathOf(gone));
  expect((await round(link)).items).toEqual([]);
});

it("outlives the process", async () => {
  const { link } = await round(first);
  await create({ subject: "New" });
  await graph.restart();
  expect((await round(link)).subjects).toEqual(["New"]);
});

it("is read under /me and with brackets, and with the ids that are preferred", async () => {
  const own = await create();
  const token = await graph.issuer.token({ scp: "Calendars.Read", oid: localPerson("Ana").oid });
  const seen = await graph.call("GET", `/v1.0/me/calendarView/delta()?${view}`, {
    token,
    headers: { prefer: 'IdType="ImmutableId"' },
  });
  expect(seen.text("value/0/id")).toMatch(/^AAkALg/);
  expect(seen.at("value/0/changeKey")).toBe(own.at("changeKey"));
});

it.each(["$select=id", "$filter=isAllDay eq true", "$top=5", "$orderby=subject"])("refuses %s", async (option) => {
  const answer = await graph.call("GET", `${first}&${option}`);
  expect([answer.status, answer.at("error/code")]).toEqual([400, "ErrorInvalidUrlQuery"]);
});

it("refuses a token of another mailbox, one that is none, and a view without bounds", async () => {
  const { link } = await round(first);
  for (const path of [
    link.replace(localPerson("Ana").oid, localPerson("Ben").oid),
    `${mailboxOf("Ana")}/calendarView/delta?$deltatoken=x`,
    `${mailboxOf("Ana")}/calendarView/delta`,
  ]) {
    expect((await graph.call("GET", path)).status).toBe(400);
  }
});
