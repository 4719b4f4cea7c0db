/**
 * Checks our requests and the local stand-in's answers against Microsoft's own description of Graph.
 *
 * Run: `node tests/conformance/graph.ts <openapi.json>`, with an OpenAPI 3.0 document of Graph v1.0 or a part of it. It isn't part of
 * `npm test`, which runs without a copy of that document.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Answered, type GraphUnderTest, startGraphUnderTest } from "../../local/graph/testing/graph-under-test.ts";
import { localPerson } from "../../local/identities.ts";
import { exchangesOfClients } from "./clients.ts";
import { type Api, conformanceTo } from "./closed-schemas.ts";

const file = process.argv[2];
if (!file) {
  process.stderr.write("Give the path of an OpenAPI document: node tests/conformance/graph.ts <openapi.json>\n");
  process.exit(2);
}

const document = z.looseObject({ paths: z.looseObject({}), components: z.looseObject({}) });
const conformance = conformanceTo(document.parse(JSON.parse(readFileSync(file, "utf8"))) as Api);
const graph = await startGraphUnderTest("seeded");
const failures: string[] = [];
let checked = 0;

/** Calls a path and holds the answer against the document's template for it. */
async function check(
  expected: number,
  method: string,
  [template, path]: readonly [template: string, path: string],
  options: Parameters<GraphUnderTest["call"]>[2] = {},
): Promise<Answered> {
  const answer = await graph.call(method, `/v1.0${path}`, options);
  checked += 1;
  const wrong = answer.status === expected ? [] : [`answered ${answer.status}, expected ${expected}`];
  const problems = [...wrong, ...conformance.answerProblems({ template, method }, answer.status, answer.body)];
  for (const problem of problems) failures.push(`${method} ${path}: ${problem}`);
  return answer;
}

const [ana, ben, oona, zoe] = ["Ana", "Ben", "Oona", "Zoe"].map(localPerson) as [Person, Person, Person, Person];
type Person = ReturnType<typeof localPerson>;
const user = "/users/{user-id}";
const of = (person: Person) => `/users/${person.oid}`;
const time = (hour: number) => ({ dateTime: `2026-11-24T${hour}:00:00`, timeZone: "GMT Standard Time" });
const meeting = {
  subject: "Check-in",
  body: { contentType: "html", content: "<p>Until then.</p>" },
  start: time(10),
  end: time(11),
  location: { displayName: "Teams" },
  attendees: [{ emailAddress: { address: ben.mail, name: "Ben Okafor" }, type: "required" }],
  isOnlineMeeting: true,
  onlineMeetingProvider: "teamsForBusiness",
  sensitivity: "private",
  transactionId: "conformance-1",
};

async function directory(): Promise<void> {
  await check(200, "GET", ["/users", "/users?$top=5"]);
  await check(200, "GET", [
    "/users",
    `/users?$filter=mail eq '${ben.mail}'&$select=id,mail,jobTitle,department&$count=true`,
  ]);
  await check(200, "GET", [user, of(ana)]);
  await check(404, "GET", [user, "/users/nobody@northlight.example"]);
  await check(200, "GET", [`${user}/manager`, `${of(ana)}/manager`]);
  await check(404, "GET", [`${user}/manager`, `${of(zoe)}/manager`]);
}

async function mailboxes(): Promise<void> {
  for (const person of [ana, oona])
    await check(200, "GET", [`${user}/mailboxSettings`, `${of(person)}/mailboxSettings`]);
  await check(200, "GET", [`${user}/calendar`, `${of(ana)}/calendar`]);
  const body = { schedules: [ana.mail, ben.mail, oona.mail, "no@one"], startTime: time(10), endTime: time(18) };
  const asked = { body: { ...body, availabilityViewInterval: 30 } };
  await check(200, "POST", [`${user}/calendar/getSchedule`, `${of(ana)}/calendar/getSchedule`], asked);
  await check(400, "POST", [`${user}/calendar/getSchedule`, `${of(ana)}/calendar/getSchedule`], { body: {} });
  const view = `calendarView?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-07T00:00:00Z`;
  await check(200, "GET", [`${user}/calendarView`, `${of(ana)}/${view}&$top=100`]);
  await check(200, "GET", [`${user}/calendar/calendarView`, `${of(ben)}/calendar/${view}`]);
  await check(200, "GET", [`${user}/events`, `${of(ben)}/events?$filter=showAs eq 'oof'&$top=50`]);
}

async function events(): Promise<void> {
  const all = [`${user}/events`, `${of(ana)}/events`] as const;
  const one = (id: string, whose: Person = ana) => [`${user}/events/{event-id}`, `${of(whose)}/events/${id}`] as const;
  const made = await check(201, "POST", all, { body: meeting });
  const { id } = z.object({ id: z.string() }).parse(made.body);
  await check(201, "POST", all, { body: meeting });
  await check(409, "POST", all, { body: { ...meeting, subject: "Another" } });
  await check(200, "GET", one(id), { headers: { prefer: 'outlook.timezone="Asia/Kolkata", IdType="ImmutableId"' } });
  await check(412, "PATCH", one(id), { body: { subject: "Moved" }, headers: { "if-match": 'W/"stale"' } });
  await check(400, "PATCH", one(id), { body: { start: { dateTime: "2026-11-24T12:00:00" } } });
  await check(200, "PATCH", one(id), { body: { start: time(12), end: time(13) } });
  const copies = await check(200, "GET", [`${user}/events`, `${of(ben)}/events?$filter=subject eq 'Check-in'`]);
  const copy = z.object({ value: z.array(z.object({ id: z.string() })).min(1) }).parse(copies.body).value[0]?.id ?? "";
  await check(200, "GET", one(copy, ben));
  await check(202, "POST", [`${one(id)[0]}/cancel`, `${one(id)[1]}/cancel`], { body: { comment: "Another day." } });
  await check(200, "GET", one(copy, ben));
  await check(404, "DELETE", one(id));
  const day = (on: string) => ({ dateTime: `2026-12-0${on}T00:00:00`, timeZone: "India Standard Time" });
  const whole = await check(201, "POST", all, {
    body: { subject: "Away", isAllDay: true, start: day("1"), end: day("3") },
  });
  await check(204, "DELETE", one(z.object({ id: z.string() }).parse(whole.body).id));
}

async function refusalsAndBatches(): Promise<void> {
  await check(401, "GET", [user, of(ana)], { token: null });
  await check(403, "POST", [`${user}/events`, `${of(ana)}/events`], {
    token: await graph.issuer.token({ roles: [] }),
    body: meeting,
  });
  const requests = [ana, ben].map((person, index) => ({
    id: String(index),
    method: "GET",
    url: `${of(person)}/calendar`,
  }));
  await check(200, "POST", ["/$batch", "/$batch"], { body: { requests } });
}

async function changesAndNotices(): Promise<void> {
  const view = "calendarView/delta?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-07T00:00:00Z";
  const delta = `${user}/calendarView/delta()`;
  await check(200, "GET", [delta, `${of(ana)}/${view}`], { headers: { prefer: "odata.maxpagesize=5" } });
  await check(400, "GET", [delta, `${of(ana)}/calendarView/delta?$deltatoken=never`]);
  await check(200, "GET", ["/subscriptions", "/subscriptions"]);
  await check(400, "POST", ["/subscriptions", "/subscriptions"], { body: { changeType: "created" } });
  const unknown = "/subscriptions/00000000-0000-4000-8000-000000000000";
  await check(404, "GET", ["/subscriptions/{subscription-id}", unknown]);
  await check(404, "DELETE", ["/subscriptions/{subscription-id}", unknown]);
  await check(400, "GET", [`${user}/onlineMeetings`, `${of(ana)}/onlineMeetings`]);
}

/** A look for changes from where Outlook has forgotten that one ended. It empties the calendars. */
async function forgottenChanges(): Promise<void> {
  const view = "calendarView/delta?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-07T00:00:00Z";
  const headers = { prefer: "odata.maxpagesize=1000" };
  const first = await graph.call("GET", `/v1.0${of(ana)}/${view}`, { headers });
  await graph.call("POST", "/_local/reset", { body: { calendars: "empty" } });
  const { pathname, search } = new URL(first.text("@odata.deltaLink"));
  await check(410, "GET", [`${user}/calendarView/delta()`, `${pathname.replace("/v1.0", "")}${search}`]);
}

/** All that our own clients say and are told, whatever it is. */
async function ownClients(): Promise<void> {
  const { exchanges, outside } = await exchangesOfClients(graph, conformance);
  for (const { method, template, path, query, sent, status, answered } of exchanges) {
    checked += 1;
    const problems = [
      ...conformance.requestProblems({ template, method }, query, sent).map((problem) => `asks: ${problem}`),
      ...conformance.answerProblems({ template, method }, status, answered),
    ];
    for (const problem of problems) failures.push(`${method} ${path}: ${problem}`);
  }
  process.stdout.write(`${exchanges.length} exchanges of our clients; outside the document: ${outside.join(", ")}\n`);
  const expected = ["POST /chats/{id}/installedApps", "PATCH /users/{id}/onlineMeetings/{id}"];
  for (const call of outside.filter((one) => !expected.includes(one))) failures.push(`${call}: not in the document`);
}

try {
  await directory();
  await mailboxes();
  await events();
  await refusalsAndBatches();
  await changesAndNotices();
  await ownClients();
  await forgottenChanges();
} finally {
  await graph.stop();
}
for (const failure of failures) process.stdout.write(`${failure}\n`);
process.stdout.write(`${checked} exchanges checked, ${failures.length} differences\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
