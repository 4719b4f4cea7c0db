import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { openConnections } from "../../bot/graph/connections.ts";
import { openDirectory } from "../../bot/graph/directory.ts";
import { openMailboxes } from "../../bot/graph/mailboxes.ts";
import { openMeetings } from "../../bot/graph/meetings.ts";
import { CalendarAway, NotConnected } from "../../bot/ports/calendar.ts";
import { type Receiver, startReceiver } from "../../local/graph/testing/receiver.ts";
import { localApp, localPerson } from "../../local/identities.ts";
import {
  aBooking,
  addressOf,
  allow,
  type DelegatedWorld,
  nextWeek,
  type OutlookWorld,
  startOutlookWorld,
  tabToken,
} from "./outlook-world.ts";

let world: OutlookWorld;
let server: Receiver;
let now = Date.now;

beforeAll(async () => {
  server = await startReceiver();
  world = await startOutlookWorld();
});
afterAll(async () => {
  await world?.stop();
  await server?.close();
});
beforeEach(async () => {
  await world.reset();
  world.log.clear();
  now = Date.now;
  for (const who of ["everyone", oid("Ana"), oid("Ben")]) await world.signIn("DELETE", `/consents/${who}`);
});

const oid = (givenName: string) => localPerson(givenName).oid;
const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const window = () => ({ start: at(nextWeek(0)), end: at(nextWeek(24 * 7)) });
const connections = (people: DelegatedWorld | null) =>
  openConnections({ ...localApp, issuer: world.issuer, tokens: people?.tokens ?? null, log: world.log });

/** A world in which these people have connected their calendars. */
async function withConnected(...names: string[]): Promise<DelegatedWorld> {
  await allow(world, "everyone");
  const people = world.delegated({ now: () => now() });
  for (const name of names) await connect(people, name);
  return people;
}

async function connect(people: DelegatedWorld, name: string): Promise<void> {
  const given = await connections(people).connect(await tabToken(world, name));
  if (given === "consent-needed") throw new Error(`${name} has not consented.`);
  people.grants.set(oid(name), { refreshToken: given.refreshToken, state: "works" });
  people.tokens.renewed(oid(name));
}

const calendarOf = ({ tokens }: DelegatedWorld) => openCalendar(world.options({ token: tokens }));
const revoke = (name: string) => world.signIn("POST", `/revoke/${oid(name)}`);
const notConnected = (name: string) => expect.objectContaining({ name: "NotConnected", personId: oid(name) }) as Error;

describe("[OUTLOOK-18] connecting a calendar", () => {
  it("is not needed where the application has leave to all of them", () => {
    expect(connections(null).areNeeded).toBe(false);
    expect(connections(world.delegated()).areNeeded).toBe(true);
  });

  it("needs the person's consent, and then gives lasting leave", async () => {
    const { connect: ask } = connections(world.delegated());
    expect(await ask(await tabToken(world, "Ana"))).toBe("consent-needed");
    await allow(world, "Ana");
    expect(await ask(await tabToken(world, "Ana"))).toEqual({ refreshToken: expect.any(String) });
  });

  it("needs it for all that is asked", async () => {
    await allow(world, "Ana", ["Calendars.ReadWrite", "User.ReadBasic.All"]);
    expect(await connections(world.delegated()).connect(await tabToken(world, "Ana"))).toBe("consent-needed");
  });

  it("may be tried again when the tab's token was too old, or the sign-in service is away", async () => {
    await allow(world, "Ana");
    const { connect: ask } = connections(world.delegated());
    await expect(ask(await tabToken(world, "Ana", { expiresIn: -60 }))).rejects.toThrow(CalendarAway);
    const token = await tabToken(world, "Ana");
    vi.spyOn(globalThis, "fetch").mockRejectedValueOnce(new TypeError("fetch failed"));
    await expect(connections(world.delegated()).connect(token)).rejects.toThrow(CalendarAway);
    expect(await ask(token)).toEqual({ refreshToken: expect.any(String) });
  });
});

describe("[OUTLOOK-18] in a person's own name", () => {
  it("each request carries the token of the mailbox that it is about", async () => {
    const people = await withConnected("Ana", "Ben");
    const calendar = calendarOf(people);
    const sent = vi.spyOn(globalThis, "fetch");
    const event = await calendar.createEvent(aBooking());
    await calendar.readTruth(event, [oid("Ana"), oid("Ben")]);
    await openDirectory(world.options({ token: people.tokens })).find(oid("Ben"));
    const asked = sent.mock.calls.flatMap(([url, init]) => {
      const bearer = new Headers(init?.headers).get("authorization")?.replace("Bearer ", "");
      const mailbox = /\/users\/([^/?]+)/.exec(addressOf(url))?.[1];
      return bearer && mailbox
        ? [{ mailbox, by: decodeJwt(bearer)["oid"], isOwn: /users\/[^/?]+\//.test(addressOf(url)) }]
        : [];
    });
    expect(asked.filter(({ isOwn, mailbox, by }) => isOwn && mailbox !== by)).toEqual([]);
    expect(new Set(asked.map(({ by }) => by))).toEqual(new Set([oid("Ana"), oid("Ben")]));
    expect((await world.requests()).filter(({ status }) => status === 403)).toEqual([]);
  });

  it("all that the application could do is done: book, move, cancel, listen, look, furnish", async () => {
    const people = await withConnected("Ana", "Ben");
    const calendar = calendarOf(people);
    const options = world.options({ token: people.tokens });
    const event = await calendar.createEvent(aBooking());
    const [from, to] = [aBooking().slot, { startsAt: nextWeek(30), endsAt: nextWeek(31), stretch: null }];
    expect(await calendar.moveEvent(event, { from, to, timeZone: "Europe/London" })).toBe("moved");
    const meetings = openMeetings({ ...options, teamsAppId: localApp.teamsAppId });
    expect(await meetings.addApp(event)).toBe("done");
    expect(await meetings.stopRecording(event)).toBe("done");
    const mailboxes = openMailboxes({ ...options, publicUrl: server.url });
    const { id } = await mailboxes.subscribe(oid("Ben"), "a secret", Temporal.Now.instant().add({ hours: 2 }));
    expect(await mailboxes.renew(oid("Ben"), id, Temporal.Now.instant().add({ hours: 3 }))).toMatchObject({ id });
    expect(await mailboxes.changes(oid("Ben"), window(), null)).toMatchObject({
      changed: [{ iCalUId: event.iCalUId }],
    });
    await mailboxes.unsubscribe(oid("Ben"), id);
    await calendar.cancelEvent(event, null);
    expect((await world.copies()).every((copy) => copy.cancelled || copy.deleted)).toBe(true);
  });

  it("many bookings are made one by one, each by its organiser, and wait for those who aren't connected", async () => {
    const people = await withConnected("Ana", "Ben");
    const bookings = ["Ana", "Ben", "Chidi"].map((name) =>
      aBooking({ organiser: oid(name), attendees: [oid("Dara")] }),
    );
    const outcomes = await calendarOf(people).createEvents(bookings);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["made", "made", "unsure"]);
    expect((await world.requests()).filter(({ path }) => path.includes("$batch"))).toEqual([]);
  });

  it("schedules are asked for by whoever is connected", async () => {
    await world.put("Ana", {
      subject: "Review",
      start: { dateTime: nextWeek(9).replace("Z", ""), timeZone: "UTC" },
      end: { dateTime: nextWeek(10).replace("Z", ""), timeZone: "UTC" },
    });
    const people = await withConnected("Ben");
    const found = await calendarOf(people).availability([oid("Ana"), oid("Ben")], window());
    expect(found.map(({ busy }) => busy?.length)).toEqual([1, 0]);
  });

  it("names are asked for by whoever is at hand, and mailboxes by their owners alone", async () => {
    const people = await withConnected("Ana");
    const directory = openDirectory(world.options({ token: people.tokens }));
    await expect(directory.find(oid("Ben"))).rejects.toEqual(notConnected("Ben"));
    expect(await directory.find(oid("Ana"))).toMatchObject({ givenName: "Ana", timeZone: "Europe/London" });
    expect(await directory.find(oid("Ben"))).toMatchObject({ givenName: "Ben", timeZone: null });
  });

  it("a token is fetched once, however many ask, and again only shortly before its end", async () => {
    const people = await withConnected("Ana");
    let time = Date.now();
    now = () => time;
    const refreshes = vi.spyOn(globalThis, "fetch");
    const count = () => refreshes.mock.calls.filter(([url]) => addressOf(url).endsWith("/token")).length;
    const wish = { mailbox: oid("Ana") };
    const tokens = await Promise.all(Array.from({ length: 10 }, () => people.tokens.token(wish)));
    expect(new Set(tokens).size).toBe(1);
    time += 50 * 60_000;
    expect(await people.tokens.token(wish)).toBe(tokens[0]);
    expect(count()).toBe(1);
    time += 6 * 60_000;
    await people.tokens.token(wish);
    expect(count()).toBe(2);
    await people.tokens.token({ ...wish, refused: await people.tokens.token(wish) });
    expect(count()).toBe(3);
  });

  it("the refresh token that comes with it takes the place of the one before", async () => {
    const people = await withConnected("Ana");
    const before = people.grants.get(oid("Ana"))?.refreshToken;
    await people.tokens.token({ mailbox: oid("Ana") });
    const after = people.grants.get(oid("Ana"));
    expect(after).toMatchObject({ state: "works" });
    expect(after?.refreshToken).not.toBe(before);
  });

  it("nothing is asked in nobody's name", async () => {
    await expect(world.delegated().tokens.token({ mailbox: null })).rejects.toThrow(TypeError);
  });
});

describe("[OUTLOOK-11] a connection that is missing or dead", () => {
  it("is said to be missing, whatever is asked, and nothing is sent", async () => {
    const people = await withConnected();
    const calendar = calendarOf(people);
    const event = { organiser: oid("Ana"), eventId: "1", iCalUId: "2", joinUrl: "https://teams.example/1" };
    const options = world.options({ token: people.tokens });
    const asked = [
      calendar.availability([oid("Ana"), oid("Ben")], window()),
      calendar.findBooking(aBooking()),
      calendar.createEvent(aBooking()),
      calendar.readTruth(event, [oid("Ana"), oid("Ben")]),
      calendar.cancelEvent(event, null),
      calendar.removeCopy(oid("Ana"), "1"),
      openMeetings({ ...options, teamsAppId: localApp.teamsAppId }).addApp(event),
      openMailboxes({ ...options, publicUrl: server.url }).changes(oid("Ana"), window(), null),
      openDirectory(options).find(oid("Ana")),
    ];
    const failed = await Promise.all(asked.map((one) => one.then(() => null).catch((error: unknown) => error)));
    expect(failed).toEqual(asked.map(() => notConnected("Ana")));
    expect(failed.every((error) => error instanceof NotConnected)).toBe(true);
    expect(await world.requests()).toEqual([]);
    expect(people.broken).toEqual([]);
  });

  it("of a partner's makes that copy unreadable, not gone", async () => {
    const people = await withConnected("Ana");
    const calendar = calendarOf(people);
    const event = await calendar.createEvent(aBooking());
    expect(await calendar.readTruth(event, [oid("Ana"), oid("Ben")])).toMatchObject({
      organiser: { isCancelled: false },
      others: { [oid("Ben")]: "unreadable" },
    });
  });

  it("is found dead once, said once, and asked for no second time", async () => {
    const people = await withConnected("Ana");
    await revoke("Ana");
    const find = () => calendarOf(people).findBooking(aBooking());
    await expect(find()).rejects.toEqual(notConnected("Ana"));
    expect(people.grants.get(oid("Ana"))?.state).toBe("broken");
    const refreshes = vi.spyOn(globalThis, "fetch");
    await expect(find()).rejects.toEqual(notConnected("Ana"));
    expect(refreshes).not.toHaveBeenCalled();
    expect(people.broken).toEqual([oid("Ana")]);
    expect(JSON.stringify(world.log.lines)).toContain("taken back");
  });

  it("is dead once consent is withdrawn, and works again after connecting anew", async () => {
    const people = await withConnected("Ana");
    await world.signIn("DELETE", "/consents/everyone");
    await expect(calendarOf(people).findBooking(aBooking())).rejects.toEqual(notConnected("Ana"));
    await allow(world, "Ana");
    await connect(people, "Ana");
    expect(await calendarOf(people).findBooking(aBooking())).toBeNull();
  });

  it("found dead while somebody connected anew is not called broken", async () => {
    const people = await withConnected("Ana");
    const dead = people.grants.get(oid("Ana"));
    await revoke("Ana");
    await new Promise((resolve) => setTimeout(resolve, 5));
    await connect(people, "Ana");
    const fresh = people.grants.get(oid("Ana"));
    if (!dead || !fresh) throw new Error("Ana is not connected.");
    const find = people.grants.get.bind(people.grants);
    vi.spyOn(people.grants, "get").mockReturnValueOnce(dead).mockImplementation(find);
    expect(await calendarOf(people).findBooking(aBooking())).toBeNull();
    expect(people.broken).toEqual([]);
  });

  it("is not called dead when the sign-in service is away", async () => {
    const people = await withConnected("Ana");
    const realFetch = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
      addressOf(input).endsWith("/token") ? Promise.reject(new TypeError("fetch failed")) : realFetch(input, init),
    );
    await expect(calendarOf(people).findBooking(aBooking())).rejects.toThrow(CalendarAway);
    expect([people.broken, people.grants.get(oid("Ana"))?.state]).toEqual([[], "works"]);
  });

  it("leaves no token in the log", async () => {
    const people = await withConnected("Ana");
    await calendarOf(people).createEvent(aBooking());
    await revoke("Ana");
    people.tokens.renewed(oid("Ana"));
    await calendarOf(people)
      .findBooking(aBooking())
      .catch(() => null);
    const text = JSON.stringify(world.log.lines);
    for (const word of ["eyJ", "Bearer", "northlight.example"]) expect(text).not.toContain(word);
  });
});
