import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openAppToken } from "../../bot/graph/app-token.ts";
import { openCalendar } from "../../bot/graph/calendar.ts";
import type { TokenWish } from "../../bot/graph/middleware/authentication.ts";
import { type Booking, CalendarAway, CalendarRefused } from "../../bot/ports/calendar.ts";
import { localApp, localPeople, localPerson } from "../../local/identities.ts";
import { aBooking, addressOf, nextWeek, type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

let world: OutlookWorld;

beforeAll(async () => {
  world = await startOutlookWorld();
});
afterAll(() => world?.stop());
beforeEach(async () => {
  await world.reset();
  world.log.clear();
});

const oid = (givenName: string) => localPerson(givenName).oid;
const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const week = () => ({ start: at(nextWeek(0)), end: at(nextWeek(24 * 7)) });
const hour = (from: number, to: number, status = "busy") => ({
  start: at(nextWeek(from)),
  end: at(nextWeek(to)),
  status,
});

/** An event as a colleague would put it in: `hours` into a day next week, in UTC unless a zone is named. */
const event = (from: number, to: number, more: object = {}) => ({
  subject: "Budget review",
  start: { dateTime: nextWeek(from).replace("Z", ""), timeZone: "UTC" },
  end: { dateTime: nextWeek(to).replace("Z", ""), timeZone: "UTC" },
  ...more,
});

const standing = async (booking: Booking) => {
  const all = (await world.copies()).filter((copy) => !copy.deleted && !copy.cancelled);
  const original = all.find((copy) => copy.transactionId === booking.bookingId);
  return all
    .filter((copy) => copy.iCalUId === original?.iCalUId)
    .map((copy) => copy.mailbox)
    .toSorted();
};

const inBothOnce = [oid("Ana"), oid("Ben")];

const everyAnswer = async (pathIncludes: string) =>
  (await world.requests()).filter((one) => one.path.includes(pathIncludes)).map((one) => one.status);

describe("when people are free", () => {
  it("takes tentative, busy and out of office for busy, and free and working elsewhere for free", async () => {
    await world.put("Ana", event(9, 10, { showAs: "tentative" }));
    await world.put("Ana", event(11, 12, { showAs: "busy" }));
    await world.put("Ana", event(13, 14, { showAs: "oof" }));
    await world.put("Ana", event(15, 16, { showAs: "free" }));
    await world.put("Ana", event(17, 18, { showAs: "workingElsewhere" }));
    const [ana] = await openCalendar(world.options()).availability([oid("Ana")], week());
    expect(ana?.busy?.toSorted((a, b) => a.start - b.start)).toEqual([
      hour(9, 10, "tentative"),
      hour(11, 12),
      hour(13, 14, "out-of-office"),
    ]);
  });

  it("sees a private event as busy and nothing more", async () => {
    await world.put("Ben", event(9, 10, { sensitivity: "private" }));
    const [, ben] = await openCalendar(world.options()).availability([oid("Ana"), oid("Ben")], week());
    expect(ben?.busy).toEqual([hour(9, 10)]);
  });

  it("places an event in another zone at its true hour", async () => {
    const local = Temporal.Instant.from(nextWeek(4)).toZonedDateTimeISO("Asia/Tokyo").toPlainDateTime();
    const time = (hours: number) => ({
      dateTime: local.add({ hours }).toString({ smallestUnit: "second" }),
      timeZone: "Tokyo Standard Time",
    });
    await world.put("Ana", { subject: "Call with Osaka", start: time(0), end: time(1) });
    const [ana] = await openCalendar(world.options()).availability([oid("Ana")], week());
    expect(ana?.busy).toEqual([hour(4, 5)]);
  });

  it("reads working hours from Windows and IANA names of zones", async () => {
    const people = ["Ana", "Ben", "Dara", "Farah"].map(oid);
    const hours = (await openCalendar(world.options()).availability(people, week())).map((one) => one.hours);
    expect(hours).toEqual([
      { zone: "Europe/London", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:30" },
      { zone: "Asia/Kolkata", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:30" },
      { zone: "Europe/Prague", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:30" },
      { zone: "Asia/Dubai", days: expect.arrayContaining([7, 1, 2, 3, 4]), from: "08:30", to: "17:00" },
    ]);
  });

  it("reads hours in a zone of the mailbox's own making by its rules", async () => {
    const [, oona] = await openCalendar(world.options()).availability([oid("Ana"), oid("Oona")], week());
    expect(oona).toMatchObject({ hours: { zone: { standardOffset: 0, daylightOffset: 60 }, from: "09:00" }, busy: [] });
  });

  it("[BOOK-8] never takes someone for free whose hours can't be placed", async () => {
    const only = { time: "01:00:00", dayOccurrence: 1, dayOfWeek: "sunday", year: 2026 };
    await world.behave("Oona", {
      permissions: "none",
      customZone: {
        bias: 0,
        standardOffset: { ...only, month: 10 },
        daylightOffset: { ...only, month: 3, daylightBias: -60 },
      },
    });
    const [ana, oona] = await openCalendar(world.options()).availability([oid("Ana"), oid("Oona")], week());
    expect(ana?.busy).toEqual([]);
    expect(oona?.busy).toBeNull();
  });

  it("[BOOK-8] never takes someone for free whose schedule failed inside a successful answer", async () => {
    await world.behave("Ben", { scheduleError: "ErrorProxyRequestProcessingFailed" });
    const [ana, ben] = await openCalendar(world.options()).availability([oid("Ana"), oid("Ben")], week());
    expect(ana?.busy).toEqual([]);
    expect(ben?.busy).toBeNull();
  });

  it("[BOOK-8] never takes someone for free whom the directory doesn't know", async () => {
    const stranger = "00000000-0000-4000-a000-00000000dead";
    const found = await openCalendar(world.options()).availability([oid("Ana"), stranger], week());
    expect(found.map((one) => one.busy)).toEqual([[], null]);
  });

  it("asks from the next person's mailbox when the first one is closed", async () => {
    await world.behave("Ana", { permissions: "none" });
    await world.put("Ben", event(9, 10));
    const found = await openCalendar(world.options()).availability([oid("Ana"), oid("Ben")], week());
    expect(found[1]?.busy).toEqual([hour(9, 10)]);
  });

  it("[BOOK-8] knows nothing when every mailbox is closed", async () => {
    for (const name of ["Ana", "Ben"]) await world.behave(name, { permissions: "none" });
    const found = await openCalendar(world.options()).availability([oid("Ana"), oid("Ben")], week());
    expect(found.map((one) => one.busy)).toEqual([null, null]);
  });

  it("reads more people than fit one request, in the order asked", async () => {
    const everyone = localPeople.map((person) => person.oid);
    const found = await openCalendar(world.options()).availability(everyone, week());
    expect(found.map((one) => one.person)).toEqual(everyone);
    expect(found.filter((one) => one.busy === null)).toEqual([]);
    expect(await everyAnswer("getSchedule")).toEqual([200, 200]);
  });

  it("reads a window longer than Graph takes in parts, and what lies across their seam once", async () => {
    await world.put("Ana", event(24 * 29.5, 24 * 30.5));
    const window = { start: at(nextWeek(0)), end: at(nextWeek(24 * 60)) };
    const [ana] = await openCalendar(world.options()).availability([oid("Ana")], window);
    expect(ana?.busy).toEqual([hour(24 * 29.5, 24 * 30.5)]);
    expect(await everyAnswer("getSchedule")).toEqual([200, 200]);
  });

  it("reads a window shorter than the usual step", async () => {
    await world.put("Ana", event(9, 10));
    const window = { start: at(nextWeek(9)), end: at(nextWeek(9.25)) };
    expect((await openCalendar(world.options()).availability([oid("Ana")], window))[0]?.busy).toEqual([hour(9, 10)]);
  });
});

describe("a booking", () => {
  it("stands in both calendars: private, titled Check-in, with one Teams link, busy for the organiser and asked of the partner", async () => {
    const booking = aBooking();
    const made = await openCalendar(world.options()).createEvent(booking);
    const copies = await world.copies();
    expect(copies.map((copy) => copy.mailbox).toSorted()).toEqual(inBothOnce);
    for (const copy of copies) {
      expect(copy).toMatchObject({
        subject: "Check-in",
        sensitivity: "private",
        iCalUId: made.iCalUId,
        joinUrl: made.joinUrl,
      });
      expect([at(copy.startAt), at(copy.endAt)]).toEqual([at(booking.slot.startsAt), at(booking.slot.endsAt)]);
    }
    expect(copies.map((copy) => `${copy.role} ${copy.showAs}`).toSorted()).toEqual([
      "attendee tentative",
      "organizer busy",
    ]);
    expect(made).toMatchObject({ organiser: oid("Ana"), joinUrl: expect.stringMatching(/^https:/) });
  });

  it("is known by the id that survives a move between folders", async () => {
    const made = await openCalendar(world.options()).createEvent(aBooking());
    expect((await world.copies()).find((copy) => copy.role === "organizer")?.immutableId).toBe(made.eventId);
  });

  it("[BOOK-9] [OUTLOOK-5] is written in the organiser's own zone, never in UTC", async () => {
    await openCalendar(world.options()).createEvent(
      aBooking({ organiser: oid("Ben"), attendees: [oid("Ana")], timeZone: "Asia/Kolkata" }),
    );
    expect((await world.copies()).map((copy) => copy.originalStartTimeZone)).toEqual([
      "India Standard Time",
      "India Standard Time",
    ]);
  });

  it("[BOOK-9] goes by the Windows name of a zone that Outlook doesn't know by IANA's", async () => {
    const booking = aBooking({ timeZone: "Europe/Guernsey" });
    await openCalendar(world.options()).createEvent(booking);
    const copies = await world.copies();
    expect(copies.map((copy) => [copy.originalStartTimeZone, at(copy.startAt)])).toEqual(
      Array(2).fill(["GMT Standard Time", at(booking.slot.startsAt)]),
    );
    expect(await standing(booking)).toEqual(inBothOnce);
  });

  it("[OUTLOOK-4] comes without a link, and says so, where the calendar allows no Teams meetings", async () => {
    await world.behave("Ana", { allowsTeamsMeetings: false });
    const booking = aBooking();
    expect((await openCalendar(world.options()).createEvent(booking)).joinUrl).toBeNull();
    expect(await standing(booking)).toEqual(inBothOnce);
  });

  it("[OUTLOOK-4] is read once more when it was made without the link that is allowed", async () => {
    const realFetch = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      const answer = await realFetch(input, init);
      if (init?.method !== "POST" || !addressOf(input).endsWith("/events")) return answer;
      return Response.json({ ...Object(await answer.json()), onlineMeeting: null }, { status: 201 });
    });
    const made = await openCalendar(world.options()).createEvent(aBooking());
    expect(made.joinUrl).toBe((await world.copies())[0]?.joinUrl);
  });

  it("[OUTLOOK-4] says that it has no link when Teams gives none to a calendar that allows it", async () => {
    const realFetch = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      const answer = await realFetch(input, init);
      if (!addressOf(input).includes("/events")) return answer;
      return Response.json({ ...Object(await answer.json()), onlineMeeting: null }, { status: answer.status });
    });
    expect((await openCalendar(world.options()).createEvent(aBooking())).joinUrl).toBeNull();
  });

  it("is refused when Outlook refuses, with Outlook's reason", async () => {
    await world.behave("Ana", { permissions: "read" });
    const refusal = openCalendar(world.options()).createEvent(aBooking());
    await expect(refusal).rejects.toThrow(CalendarRefused);
    await expect(refusal).rejects.toMatchObject({ reason: "ErrorAccessDenied" });
  });
});

describe("[BOOK-7] one event, whatever is lost on the way", () => {
  const duplicates = ["same", "400", "400-with-id", "409", "409-with-id"];
  const losses = [
    ["the connection broke after it was made", { kind: "drop-after-commit" }],
    ["503 came after it was made", { kind: "status-after-commit", status: 503 }],
    ["504 came after it was made", { kind: "status-after-commit", status: 504 }],
    ["the connection broke before it was made", { kind: "drop-before" }],
  ] as const;

  it.each(losses.flatMap(([loss, fault]) => duplicates.map((form) => ({ loss, fault, form }))))(
    "is made once when $loss (a repeat is answered: $form)",
    async ({ fault, form }) => {
      await world.behave("Ana", { duplicateTransaction: form });
      await world.fault({ match: { method: "POST", pathIncludes: "/events" }, ...fault });
      const booking = aBooking();
      const made = await openCalendar(world.options()).createEvent(booking);
      expect(await standing(booking)).toEqual(inBothOnce);
      expect((await world.copies()).map((copy) => copy.joinUrl)).toEqual([made.joinUrl, made.joinUrl]);
    },
  );

  it("[OUTLOOK-2] is made once when the answer took too long and the request was sent again", async () => {
    await world.fault({ match: { method: "POST", pathIncludes: "/events" }, kind: "delay", ms: 1_500 });
    const booking = aBooking();
    const made = await openCalendar(world.options({ patience: { attemptMs: 700 } })).createEvent(booking);
    await vi.waitFor(
      async () => expect((await everyAnswer("/events")).filter((status) => status === 201)).not.toHaveLength(0),
      { timeout: 10_000 },
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await standing(booking)).toEqual(inBothOnce);
    expect((await world.copies()).every((copy) => copy.iCalUId === made.iCalUId)).toBe(true);
  });

  it.each(duplicates)(
    "[OUTLOOK-1] is made once, with one link, when two processes make it at the same moment (%s)",
    async (form) => {
      await world.behave("Ana", { duplicateTransaction: form });
      const booking = aBooking();
      const [one, two] = await Promise.all([1, 2].map(() => openCalendar(world.options()).createEvent(booking)));
      expect(one).toEqual(two);
      expect(await standing(booking)).toEqual(inBothOnce);
    },
  );

  it("is found again by a process that knows only the booking", async () => {
    const booking = aBooking();
    const calendar = openCalendar(world.options());
    expect(await calendar.findBooking(booking)).toBeNull();
    await world.fault({ match: { method: "POST", pathIncludes: "/events" }, times: -1, kind: "drop-after-commit" });
    await expect(calendar.createEvent(booking)).rejects.toThrow(CalendarAway);
    const found = await openCalendar(world.options()).findBooking(booking);
    expect((await world.copies()).find((copy) => copy.immutableId === found?.eventId)).toMatchObject({
      transactionId: booking.bookingId,
      joinUrl: found?.joinUrl,
    });
  });

  it("is found among more events than fit one page", async () => {
    for (let number = 0; number < 60; number += 1) await world.put("Ana", event(8 + number / 60, 8.5 + number / 60));
    const booking = aBooking();
    const made = await openCalendar(world.options()).createEvent(booking);
    expect(await openCalendar(world.options()).findBooking(booking)).toEqual(made);
    expect((await everyAnswer("calendarView")).length).toBeGreaterThan(1);
  });

  it("is not found, and not made again, once it was called off in Outlook", async () => {
    for (const form of duplicates.slice(1)) {
      await world.behave("Ana", { duplicateTransaction: form });
      const booking = aBooking();
      const calendar = openCalendar(world.options());
      await world.remove("Ana", (await calendar.createEvent(booking)).eventId);
      expect(await calendar.findBooking(booking)).toBeNull();
      await expect(calendar.createEvent(booking)).rejects.toThrow(CalendarRefused);
      expect(await standing(booking)).toEqual([]);
    }
  });

  it("can be tried later when Exchange met a conflict", async () => {
    await world.fault({ match: { method: "POST", pathIncludes: "/events" }, kind: "conflict" });
    const booking = aBooking();
    const calendar = openCalendar(world.options());
    await expect(calendar.createEvent(booking)).rejects.toThrow(CalendarAway);
    await calendar.createEvent(booking);
    expect(await standing(booking)).toEqual(inBothOnce);
  });
});

describe("a busy Outlook", () => {
  it("is asked by four at once a mailbox and no more, so that it never throttles us", async () => {
    await world.fault({ match: { pathIncludes: "calendarView" }, times: -1, kind: "delay", ms: 60 });
    const [one, two] = [openCalendar(world.options()), openCalendar(world.options())];
    await Promise.all(Array.from({ length: 20 }, (_, number) => (number % 2 ? one : two).findBooking(aBooking())));
    const answers = await everyAnswer("calendarView");
    expect(answers).toEqual(Array(20).fill(200));
  });

  it.each([
    ["whole seconds", () => "1", 1_000],
    ["fractions of a second", () => "0.4", 400],
    ["a date", () => new Date(Date.now() + 2_000).toUTCString(), 500],
    ["nothing", () => null, 0],
  ])("is left alone as long as it asks in %s, then asked again", async (_form, retryAfter, leastMs) => {
    const asked = retryAfter();
    await world.fault({
      match: { pathIncludes: "getSchedule" },
      kind: "status",
      status: 429,
      code: "ApplicationThrottled",
      headers: asked === null ? {} : { "Retry-After": asked },
    });
    const start = performance.now();
    const [ana] = await openCalendar(world.options()).availability([oid("Ana")], week());
    expect(ana?.busy).toEqual([]);
    expect(performance.now() - start).toBeGreaterThanOrEqual(leastMs);
    expect(await everyAnswer("getSchedule")).toEqual([429, 200]);
  });

  it("is not waited for beyond what the call is allowed", async () => {
    await world.fault({
      match: { pathIncludes: "getSchedule" },
      times: -1,
      kind: "status",
      status: 503,
      headers: { "Retry-After": "120" },
    });
    const start = performance.now();
    await expect(openCalendar(world.options()).availability([oid("Ana")], week())).rejects.toThrow(CalendarAway);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(await everyAnswer("getSchedule")).toEqual([503]);
  });

  it.each([429, 500, 502, 503, 504])("is away, not refusing, when it keeps answering %i", async (status) => {
    await world.fault({ match: { pathIncludes: "calendarView" }, times: -1, kind: "status", status });
    await expect(openCalendar(world.options()).findBooking(aBooking())).rejects.toThrow(CalendarAway);
  });

  it("is away when it never answers", async () => {
    await world.fault({ match: { pathIncludes: "calendarView" }, times: -1, kind: "hang" });
    const calendar = openCalendar(world.options({ patience: { attemptMs: 200, callMs: 700 } }));
    await expect(calendar.findBooking(aBooking())).rejects.toThrow(CalendarAway);
  });

  it("is away when nobody listens there", async () => {
    const calendar = openCalendar(world.options({ graphUrl: "http://localhost:9/v1.0" }));
    await expect(calendar.findBooking(aBooking())).rejects.toThrow(CalendarAway);
  });
});

describe("the application's token", () => {
  const anybody = { mailbox: null };
  const sign = (changes: object = {}) =>
    openAppToken({
      issuer: world.issuer,
      clientId: localApp.clientId,
      clientSecret: localApp.clientSecret,
      log: world.log,
      now: Date.now,
      ...changes,
    });

  it("is fetched once, however many ask, and again only shortly before its end", async () => {
    let now = Date.now();
    const token = sign({ now: () => now });
    const fetched = vi.spyOn(globalThis, "fetch");
    const asked = () => fetched.mock.calls.filter(([url]) => addressOf(url).endsWith("/token")).length;
    const first = await Promise.all(Array.from({ length: 10 }, () => token.token(anybody)));
    expect(new Set(first).size).toBe(1);
    now += 50 * 60_000;
    expect(await token.token(anybody)).toBe(first[0]);
    expect(asked()).toBe(1);
    now += 6 * 60_000;
    await token.token(anybody);
    expect(asked()).toBe(2);
  });

  it("is replaced once when Graph won't take it, and the call goes through", async () => {
    const real = sign();
    const token = {
      isPerPerson: false,
      token: vi.fn(async (wish: TokenWish) => (wish.refused ? real.token(wish) : "a.dead.token")),
    };
    expect(await openCalendar(world.options({ token })).findBooking(aBooking())).toBeNull();
    expect(token.token.mock.calls).toEqual([
      [{ mailbox: oid("Ana") }],
      [{ mailbox: oid("Ana"), refused: "a.dead.token" }],
    ]);
  });

  it("is not asked for a third time when the fresh one is dead too", async () => {
    const token = { isPerPerson: false, token: vi.fn(async () => "a.dead.token") };
    await expect(openCalendar(world.options({ token })).findBooking(aBooking())).rejects.toThrow(CalendarAway);
    expect(token.token).toHaveBeenCalledTimes(2);
  });

  it("leaves an error in the log when the secret is no longer taken", async () => {
    const token = sign({ clientSecret: "expired" });
    await expect(openCalendar(world.options({ token })).findBooking(aBooking())).rejects.toThrow(CalendarAway);
    expect(world.log.lines).toContainEqual(expect.objectContaining({ operation: "app-token", code: "invalid_client" }));
  });

  it("comes back with the token service", async () => {
    const token = sign();
    vi.spyOn(globalThis, "fetch").mockRejectedValueOnce(new TypeError("fetch failed"));
    const calendar = openCalendar(world.options({ token }));
    await expect(calendar.findBooking(aBooking())).rejects.toThrow(CalendarAway);
    expect(await calendar.findBooking(aBooking())).toBeNull();
  });

  it("is never fetched in the clear from another machine", () => {
    expect(() => sign({ issuer: "http://login.example/tenant/v2.0" })).toThrow(RangeError);
  });
});

describe("what is logged of a call", () => {
  it("says what, how it ended and in how many attempts, and never whom or what about", async () => {
    await world.fault({ match: { method: "POST", pathIncludes: "/events" }, kind: "drop-after-commit" });
    await openCalendar(world.options()).createEvent(aBooking());
    expect(world.log.lines).toContainEqual(
      expect.objectContaining({
        operation: "create-event",
        status: 201,
        attempts: 2,
        ms: expect.any(Number),
        requestId: expect.any(String),
      }),
    );
    const text = JSON.stringify(world.log.lines);
    for (const word of ["northlight.example", "Check-in", "Moreau", oid("Ana"), "Bearer"])
      expect(text).not.toContain(word);
  });
});
