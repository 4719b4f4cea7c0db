import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { CalendarAway } from "../../bot/ports/calendar.ts";
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
const [ana, ben, chidi] = [oid("Ana"), oid("Ben"), oid("Chidi")];
const calendar = () => openCalendar(world.options());
const booked = () => calendar().createEvent(aBooking());
const trio = () => calendar().createEvent(aBooking({ attendees: [ben, chidi] }));
const truthOf = (event: CalendarEvent, members = [ana, ben]) => calendar().readTruth(event, members);

/** What Ben's mailbox calls its copy. */
const copyOf = async (person: string) =>
  (await world.copies()).find(({ mailbox }) => mailbox === person)?.immutableId ?? "";

describe("[OUTLOOK-14] what every mailbox says of an event", () => {
  it("is the same hour and link in all of them, each with an id and an answer of its own", async () => {
    const event = await booked();
    const alike = { startsAt: nextWeek(10), endsAt: nextWeek(11), isCancelled: false, guests: 0 };
    expect(await truthOf(event)).toEqual({
      organiser: {
        ...alike,
        eventId: event.eventId,
        joinUrl: event.joinUrl,
        response: "accepted",
        responses: { [ben]: "none" },
      },
      others: {
        [ben]: { ...alike, eventId: await copyOf(ben), joinUrl: event.joinUrl, response: "none", responses: {} },
      },
    });
  });

  it("says who answered what, in the organiser's copy and in everyone's own", async () => {
    const event = await trio();
    await world.act("Ben", event.eventId, "decline");
    await world.act("Chidi", event.eventId, "tentative");
    expect(await truthOf(event, [ana, ben, chidi])).toMatchObject({
      organiser: { responses: { [ben]: "declined", [chidi]: "tentative" }, isCancelled: false },
      others: { [chidi]: { response: "tentative" } },
    });
    await world.act("Chidi", event.eventId, "accept");
    expect(await truthOf(event, [ana, ben, chidi])).toMatchObject({
      organiser: { responses: { [chidi]: "accepted" } },
    });
  });

  it("follows a move and another length", async () => {
    const event = await booked();
    await world.act("Ana", event.eventId, "move", { byMinutes: 120 });
    await world.act("Ana", event.eventId, "lengthen", { minutes: 90 });
    const moved = { startsAt: nextWeek(12), endsAt: nextWeek(13.5) };
    expect(await truthOf(event)).toMatchObject({ organiser: moved, others: { [ben]: moved } });
  });

  it("counts who else was invited, but no room", async () => {
    const event = await booked();
    await world.act("Ana", event.eventId, "invite", { who: "Dara" });
    await world.act("Ana", event.eventId, "invite", { who: "someone@elsewhere.example" });
    expect(await truthOf(event)).toMatchObject({ organiser: { guests: 2 }, others: { [ben]: { guests: 2 } } });
    const room = { type: "resource", emailAddress: { address: "room.12@northlight.example" } };
    const time = (hours: number) => ({ dateTime: nextWeek(hours).replace("Z", ""), timeZone: "UTC" });
    const partner = { type: "required", emailAddress: { address: localPerson("Ben").mail } };
    await world.put("Ana", { subject: "Check-in", start: time(50), end: time(51), attendees: [partner, room] });
    const own = (await world.copies()).find((copy) => copy.mailbox === ana && at(copy.startAt) === at(nextWeek(50)));
    const other = { ...event, eventId: own?.immutableId ?? "", iCalUId: own?.iCalUId ?? "" };
    expect(await truthOf(other)).toMatchObject({ organiser: { guests: 0, joinUrl: null } });
  });

  it("knows a link that was taken away", async () => {
    const event = await booked();
    await world.act("Ana", event.eventId, "remove-link");
    expect(await truthOf(event)).toMatchObject({ organiser: { joinUrl: null } });
  });

  it("calls gone what its owner cancelled or deleted, mailbox by mailbox", async () => {
    const event = await trio();
    await world.act("Ben", event.eventId, "delete");
    expect(await truthOf(event, [ana, ben, chidi])).toMatchObject({
      organiser: { isCancelled: false },
      others: { [ben]: "gone", [chidi]: { isCancelled: false } },
    });
    await world.act("Ana", event.eventId, "cancel");
    expect(await truthOf(event, [ana, ben, chidi])).toMatchObject({
      organiser: "gone",
      others: { [ben]: "gone", [chidi]: { isCancelled: true } },
    });
  });

  it("tells a mailbox that is no more from one that can't be read: that one says nothing", async () => {
    const event = await booked();
    await world.behave("Ben", { permissions: "none" });
    expect((await truthOf(event)).others).toEqual({ [ben]: "unreadable" });
    await world.behave("Ben", { hasMailbox: false });
    await world.behave("Ana", { hasMailbox: false });
    expect(await truthOf(event)).toEqual({ organiser: "no-mailbox", others: { [ben]: "no-mailbox" } });
    const stranger = "00000000-0000-4000-a000-00000000dead";
    expect((await truthOf(event, [ana, stranger])).others).toEqual({ [stranger]: "no-mailbox" });
  });

  it("is not told at all while Outlook is away, for silence is no cancellation", async () => {
    const event = await booked();
    await world.fault({ match: { pathIncludes: "iCalUId" }, times: -1, kind: "status", status: 503 });
    await expect(truthOf(event)).rejects.toThrow(CalendarAway);
  });
});

const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
