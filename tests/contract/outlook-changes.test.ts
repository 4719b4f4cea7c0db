import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { CalendarAway, CalendarRefused } from "../../bot/ports/calendar.ts";
import { localPerson } from "../../local/identities.ts";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import { aBooking, nextWeek, type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

let world: OutlookWorld;

beforeAll(async () => {
  world = await startOutlookWorld();
});
afterAll(() => world?.stop());
beforeEach(() => world.reset());

const oid = (givenName: string) => localPerson(givenName).oid;
const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const slot = (from: number, to: number) => ({ startsAt: nextWeek(from), endsAt: nextWeek(to), stretch: null });
const calendar = () => openCalendar(world.options());
const booked = () => calendar().createEvent(aBooking());
const move = (from = slot(10, 11), to = slot(34, 35)) => ({ from, to, timeZone: "Europe/London" });

const times = async () =>
  (await world.copies()).filter((copy) => !copy.deleted).map((copy) => [at(copy.startAt), at(copy.endAt)]);
const bothAt = (from: number, to: number) => Array(2).fill([at(nextWeek(from)), at(nextWeek(to))]);
const mailedTo = async (givenName: string) =>
  (await world.mailed()).filter(({ recipient }) => recipient === localPerson(givenName).mail).map(({ kind }) => kind);
const asked = async (method: string) => (await world.requests()).filter((one) => one.method === method);
const without = (event: CalendarEvent): CalendarEvent => ({ ...event, eventId: `${event.eventId}x` });

describe("[OUTLOOK-3] a move", () => {
  it("reaches both calendars, and leaves link, zone, title and privacy as they are", async () => {
    const event = await booked();
    expect(await calendar().moveEvent(event, move())).toBe("moved");
    expect(await times()).toEqual(bothAt(34, 35));
    for (const copy of await world.copies())
      expect(copy).toMatchObject({
        joinUrl: event.joinUrl,
        iCalUId: event.iCalUId,
        subject: "Check-in",
        sensitivity: "private",
        originalStartTimeZone: "GMT Standard Time",
      });
    expect(await mailedTo("Ben")).toEqual(["invitation", "update"]);
  });

  it("sends the times with their zone and nothing else", async () => {
    const event = await booked();
    const sent = vi.spyOn(globalThis, "fetch");
    await calendar().moveEvent(event, move());
    const bodies = sent.mock.calls.flatMap(([, init]) =>
      init?.method === "PATCH" && typeof init.body === "string" ? [init.body] : [],
    );
    const local = (hours: number) =>
      Temporal.Instant.from(nextWeek(hours)).toZonedDateTimeISO("Europe/London").toPlainDateTime().toString();
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
      {
        start: { dateTime: local(34), timeZone: "Europe/London" },
        end: { dateTime: local(35), timeZone: "Europe/London" },
      },
    ]);
  });

  it("changes the length alone", async () => {
    const event = await booked();
    expect(await calendar().moveEvent(event, move(slot(10, 11), slot(10, 11.5)))).toBe("moved");
    expect(await times()).toEqual(bothAt(10, 11.5));
  });

  it("made already changes nothing more", async () => {
    const event = await booked();
    await calendar().moveEvent(event, move());
    expect(await calendar().moveEvent(event, move())).toBe("moved");
    expect(await asked("PATCH")).toHaveLength(1);
  });

  it.each([
    { kind: "drop-after-commit" },
    { kind: "status-after-commit", status: 503 },
    { kind: "status-after-commit", status: 504 },
    { kind: "drop-before" },
  ])("is made once when its answer is lost ($kind $status)", async (fault) => {
    const event = await booked();
    await world.fault({ match: { method: "PATCH" }, ...fault });
    expect(await calendar().moveEvent(event, move())).toBe("moved");
    expect(await times()).toEqual(bothAt(34, 35));
    expect(await mailedTo("Ben")).toEqual(["invitation", "update"]);
  });

  it("goes by the Windows name of a zone that Outlook doesn't know by IANA's", async () => {
    const event = await booked();
    expect(await calendar().moveEvent(event, { ...move(), timeZone: "Europe/Guernsey" })).toBe("moved");
    expect(await times()).toEqual(bothAt(34, 35));
  });

  it("finds nothing to move once the event is cancelled, deleted, or in a mailbox that is no more", async () => {
    const event = await booked();
    expect(await calendar().moveEvent(without(event), move())).toBe("gone");
    await world.act("Ana", event.eventId, "cancel");
    expect(await calendar().moveEvent(event, move())).toBe("gone");
    await world.behave("Ana", { hasMailbox: false });
    expect(await calendar().moveEvent(event, move())).toBe("gone");
  });
});

describe("[OUTLOOK-13] what somebody does in Outlook at the same moment", () => {
  it("stands when the event was moved to another hour before", async () => {
    const event = await booked();
    await world.act("Ana", event.eventId, "move", { byMinutes: 60 });
    expect(await calendar().moveEvent(event, move())).toBe("elsewhere");
    expect(await times()).toEqual(bothAt(11, 12));
  });

  it("stands when it happens between looking and moving", async () => {
    const event = await booked();
    await world.fault({ match: { method: "PATCH" }, kind: "delay", ms: 3_000 });
    const moving = calendar().moveEvent(event, move());
    // The change has arrived and waits: what it saw is old by the time it is carried out.
    await vi.waitFor(async () => expect((await world.requests()).some(({ method }) => method === "PATCH")).toBe(true), {
      timeout: 10_000,
    });
    await world.act("Ana", event.eventId, "move", { byMinutes: 60 });
    await expect(moving).rejects.toThrow(CalendarAway);
    expect(await times()).toEqual(bothAt(11, 12));
    expect(await calendar().moveEvent(event, move())).toBe("elsewhere");
  });

  it.each([409, 412])("lets us try again after a conflict (%i)", async (status) => {
    const event = await booked();
    await world.fault({ match: { method: "PATCH" }, kind: "conflict", status });
    await expect(calendar().moveEvent(event, move())).rejects.toThrow(CalendarAway);
    expect(await calendar().moveEvent(event, move())).toBe("moved");
  });
});

describe("[OUTLOOK-12] a cancellation", () => {
  const standing = async () => (await world.copies()).filter((copy) => !copy.deleted && !copy.cancelled);

  it("reaches everyone who was invited, once, and nobody when it is repeated", async () => {
    const event = await calendar().createEvent(aBooking({ attendees: [oid("Ben"), oid("Chidi")] }));
    await calendar().cancelEvent(event, "Another day, gladly.");
    await calendar().cancelEvent(event, "Another day, gladly.");
    expect(await standing()).toEqual([]);
    for (const name of ["Ben", "Chidi"]) expect(await mailedTo(name)).toEqual(["invitation", "cancellation"]);
  });

  it("needs no note", async () => {
    await calendar().cancelEvent(await booked(), null);
    expect(await standing()).toEqual([]);
  });

  it.each([{ kind: "drop-after-commit" }, { kind: "status-after-commit", status: 503 }, { kind: "drop-before" }])(
    "is mailed once when its answer is lost ($kind $status)",
    async (fault) => {
      const event = await booked();
      await world.fault({ match: { method: "POST", pathIncludes: "/cancel" }, ...fault });
      await calendar().cancelEvent(event, null);
      expect(await mailedTo("Ben")).toEqual(["invitation", "cancellation"]);
    },
  );

  it("is done when somebody did it in Outlook, and when the organiser's mailbox is no more", async () => {
    const event = await booked();
    await world.act("Ana", event.eventId, "cancel");
    await calendar().cancelEvent(event, null);
    await world.behave("Ana", { hasMailbox: false });
    await calendar().cancelEvent(event, null);
    expect(await mailedTo("Ben")).toEqual(["invitation", "cancellation"]);
  });

  it("is refused where it isn't ours to cancel", async () => {
    await booked();
    const copy = (await world.copies()).find(({ mailbox }) => mailbox === oid("Ben"));
    const event = { organiser: oid("Ben"), eventId: copy?.id ?? "", iCalUId: copy?.iCalUId ?? "", joinUrl: null };
    await expect(calendar().cancelEvent(event, null)).rejects.toThrow(CalendarRefused);
    expect(await standing()).toHaveLength(2);
  });

  it("of one copy takes that copy alone, and tells nobody", async () => {
    await booked();
    const copy = (await world.copies()).find(({ mailbox }) => mailbox === oid("Ben"));
    await calendar().removeCopy(oid("Ben"), copy?.immutableId ?? "");
    await calendar().removeCopy(oid("Ben"), copy?.immutableId ?? "");
    expect((await standing()).map(({ mailbox }) => mailbox)).toEqual([oid("Ana")]);
    expect(await mailedTo("Ana")).toEqual([]);
    expect(await mailedTo("Ben")).toEqual(["invitation"]);
  });
});
