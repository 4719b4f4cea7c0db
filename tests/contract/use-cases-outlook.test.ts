import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Calendar } from "../../bot/ports/calendar.ts";
import { followCheckIn } from "../../bot/use-cases/check-ins/follow-check-in.ts";
import { localPerson } from "../../local/identities.ts";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import { until } from "../world.ts";
import { book, type CheckInWorld, checkInOf, checkInWorldForThisFile, copyIdOf, personOf } from "./check-in-world.ts";

const nowhere = async (): Promise<never> => {
  throw new Error("This test needs nothing of it.");
};
const noCalendar: Calendar = {
  availability: nowhere,
  findBooking: nowhere,
  createEvent: nowhere,
  createEvents: nowhere,
  readTruth: nowhere,
  moveEvent: nowhere,
  cancelEvent: nowhere,
  removeCopy: nowhere,
};

const world = checkInWorldForThisFile();
const [ana, ben] = [personOf("Ana"), personOf("Ben")];
const { tenantId } = ana;

/** Waits for Microsoft's notice, and does what it brings. */
async function notice({ waiting, work }: CheckInWorld): Promise<void> {
  await until("a notice", async () => waiting().some((one) => one.name === "follow-check-in"));
  await work();
}

const act = async (who: string, what: string, body?: object) =>
  world().outlook.act(who, await copyIdOf(world(), who), what, body);
const lose = (mailbox: string | null = null) =>
  world().outlook.local("POST", "/notifications", { kind: "lose", times: -1, mailbox });
const sent = async () =>
  (await world().outlook.local("GET", "/notifications")) as { value: readonly unknown[]; waiting: number };
const sweep = async () => {
  await world().use.sweepMailboxes({ tenantId });
  await world().pass({ minutes: 10 });
};

describe("what people do in Outlook", () => {
  it("[FOLLOW-2] moved there, it is followed, and both are told the same", async () => {
    const booked = await book(world());
    await act("Ana", "move", { byMinutes: 30 });
    await notice(world());
    const followed = await checkInOf(world(), booked.id);
    expect(followed).toMatchObject({ status: "booked", event: booked.event, slot: { stretch: null } });
    expect(Date.parse(followed.slot?.startsAt ?? "") - Date.parse(booked.slot?.startsAt ?? "")).toBe(30 * 60_000);
    expect(world().news()).toEqual(["Ana: moved-in-outlook", "Ben: moved-in-outlook"]);
  });

  it("[FOLLOW-2] made longer there, it is followed", async () => {
    const booked = await book(world());
    await act("Ana", "lengthen", { minutes: 100 });
    await notice(world());
    expect(await checkInOf(world(), booked.id)).toMatchObject({ minutes: 100 });
    expect(world().news()).toEqual(["Ana: length-changed-in-outlook", "Ben: length-changed-in-outlook"]);
  });

  it("[FOLLOW-4] declined by one, it needs the pair, and stands again once accepted", async () => {
    const booked = await book(world());
    await act("Ben", "decline");
    await notice(world());
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "needs-you", declined: [ben.personId] });
    expect(world().news()).toEqual(["Ana: declined-in-outlook", "Ben: declined-in-outlook"]);
    expect(await world().use.askForCheckIn({ by: ana })).toMatchObject({
      ok: true,
      value: { checkIn: { id: booked.id } },
    });
    world().news();
    // From Deleted Items, where a declined meeting lies.
    await world().outlook.act("Ben", booked.event?.iCalUId ?? "", "accept");
    await notice(world());
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", declined: [] });
    expect(world().news()).toEqual(["Ana: accepted-in-outlook", "Ben: accepted-in-outlook"]);
  });

  it.each(["cancel", "delete"])("[FOLLOW-3] whoever does %s it is offered three other times, once", async (what) => {
    const booked = await book(world());
    await act("Ana", what);
    await notice(world());
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "cancelled", bookingId: null, event: null });
    expect(world().news()).toEqual(["Ana: cancelled-in-outlook", "Ana: slots-offered", "Ben: cancelled-in-outlook"]);
    const offer = world().said.find(({ notice: { kind } }) => kind === "slots-offered")?.notice;
    expect(offer).toMatchObject({
      isDue: false,
      checkIn: { status: "asked", number: booked.number, booker: ben.personId },
    });
    const offered = offer?.kind === "slots-offered" ? offer.checkIn.offered.map((one) => one.startsAt) : [];
    expect(offered).toHaveLength(3);
    expect(offered).not.toContain(booked.slot?.startsAt);
    await world().use.followCheckIn({ tenantId, checkInId: booked.id });
    await sweep();
    await world().pass({ hours: 1 });
    expect(world().news()).toEqual([]);
    expect((await world().checkIns()).filter((one) => one.status === "asked")).toHaveLength(1);
  });

  it("[FOLLOW-5] the Teams link taken off, both are told", async () => {
    const booked = await book(world());
    await act("Ana", "remove-link");
    await notice(world());
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", event: { joinUrl: null } });
    expect(world().news()).toEqual(["Ana: link-removed-in-outlook", "Ben: link-removed-in-outlook"]);
  });

  it("[FOLLOW-6] somebody else invited, both are told", async () => {
    const booked = await book(world());
    await act("Ana", "invite", { who: "Dara" });
    await notice(world());
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", guests: 1 });
    expect(world().news()).toEqual(["Ana: guests-changed-in-outlook", "Ben: guests-changed-in-outlook"]);
  });

  it("[FOLLOW-7] the organiser's mailbox gone, nothing is left behind and the next booking is the other's", async () => {
    const booked = await book(world());
    await world().outlook.behave("Ana", { hasMailbox: false });
    await world().use.followCheckIn({ tenantId, checkInId: booked.id });
    await world().work();
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "cancelled", event: null });
    expect(world().news()).toEqual(["Ana: organiser-left", "Ben: organiser-left"]);
    expect((await world().standing()).filter(({ mailbox }) => mailbox === ben.personId)).toEqual([]);
    expect(await world().use.readNextCheckIn({ by: ben })).toMatchObject({
      ok: true,
      value: { nextBooker: ben.personId },
    });
  });

  it("[FOLLOW-9] a mailbox that may not be read changes nothing", async () => {
    const booked = await book(world());
    await world().outlook.behave("Ana", { permissions: "none" });
    await world().use.followCheckIn({ tenantId, checkInId: booked.id });
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", version: booked.version });
  });

  it("[FOLLOW-10] is looked at again when Outlook was away, once for however many asked", async () => {
    const booked = await book(world());
    await lose();
    await act("Ana", "move", { byMinutes: 30 });
    await world().outlook.fault({ match: { pathIncludes: "/events" }, times: 30, kind: "status", status: 503 });
    for (const _ of [1, 2, 3]) expect(await world().use.followCheckIn({ tenantId, checkInId: booked.id })).toBe("done");
    expect(
      world()
        .waiting()
        .filter((one) => one.name === "follow-check-in"),
    ).toHaveLength(1);
    for (const _ of [1, 2, 3, 4, 5]) await world().pass({ seconds: 15 });
    expect(world().news()).toEqual(["Ana: moved-in-outlook", "Ben: moved-in-outlook"]);
  });
});

describe("a check-in that changes while Outlook is read", () => {
  /** Follows with a calendar that says it was moved by half an hour, while `meanwhile` happens on the first reading. */
  async function followWhile(checkIn: CheckIn, meanwhile: () => Promise<unknown>) {
    const startsAt = Temporal.Instant.from(checkIn.slot?.startsAt ?? "").add({ minutes: 30 });
    const endsAt = Temporal.Instant.from(checkIn.slot?.endsAt ?? "").add({ minutes: 30 });
    const original = {
      eventId: checkIn.event?.eventId ?? "",
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      isCancelled: false,
      joinUrl: checkIn.event?.joinUrl ?? null,
      response: "none",
      responses: {},
      guests: 0,
    } as const;
    let readings = 0;
    const calendar: Calendar = {
      ...noCalendar,
      readTruth: async () => {
        readings += 1;
        if (readings === 1) await meanwhile();
        return { organiser: original, others: { [ben.personId]: "unreadable" } };
      },
    };
    const { store } = world();
    const follow = followCheckIn({ store, calendar, clock: world(), newId: randomUUID });
    const outcome = await follow({ tenantId, checkInId: checkIn.id });
    await world().work();
    return { outcome, readings, startsAt: original.startsAt };
  }

  it("[FOLLOW-11] is read again, and both changes stand", async () => {
    const booked = await book(world());
    const { outcome, readings, startsAt } = await followWhile(booked, () =>
      world().use.askForCheckIn({ by: ben, move: true }),
    );
    expect({ outcome, readings }).toEqual({ outcome: "done", readings: 2 });
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked", slot: { startsAt }, offered: [] });
    expect(world().news()).toEqual(["Ana: moved-in-outlook", "Ben: moved-in-outlook"]);
  });

  it("[FOLLOW-11] is not brought back when the pair cancelled it meanwhile", async () => {
    const booked = await book(world());
    const { outcome } = await followWhile(booked, () => world().use.cancelCheckIn({ by: ben, checkInId: booked.id }));
    expect(outcome).toBe("done");
    expect(await checkInOf(world(), booked.id)).toMatchObject({
      status: "cancelled",
      slot: booked.slot,
      bookingId: null,
    });
    expect(world().news()).toEqual(["Ana: cancelled", "Ben: cancelled"]);
    expect(await world().standing()).toEqual([]);
  });

  it("[FOLLOW-11] comes back later when it never keeps still", async () => {
    const booked = await book(world());
    const restless: Calendar = {
      ...noCalendar,
      readTruth: async () => {
        await world().use.askForCheckIn({ by: ben, move: true });
        return { organiser: "gone", others: {} };
      },
    };
    const follow = followCheckIn({
      store: world().store,
      calendar: restless,
      clock: world(),
      newId: randomUUID,
    });
    expect(await follow({ tenantId, checkInId: booked.id })).toBe("try-again");
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "booked" });
  });
});

describe("Microsoft's notices", () => {
  it("[WATCH-1] come for every mailbox of a booked check-in", async () => {
    await book(world());
    const { value } = (await world().outlook.local("GET", "/subscriptions")) as {
      value: readonly { mailbox: string }[];
    };
    expect(value.map(({ mailbox }) => mailbox).sort()).toEqual([ana.personId, ben.personId].sort());
  });

  it("[WATCH-2] that are told twice are followed once", async () => {
    await book(world());
    await world().outlook.local("POST", "/notifications", { kind: "duplicate", times: -1 });
    await act("Ana", "move", { byMinutes: 30 });
    await notice(world());
    await until("all notices", async () => (await sent()).waiting === 0);
    await world().work();
    expect(world().news()).toEqual(["Ana: moved-in-outlook", "Ben: moved-in-outlook"]);
  });

  it("[WATCH-3] without our secret are nobody's", async () => {
    const booked = await book(world());
    await world().outlook.local("POST", "/notifications", { kind: "wrong-client-state", times: -1 });
    await act("Ana", "move", { byMinutes: 30 });
    await until("all notices", async () => (await sent()).value.length >= 2 && (await sent()).waiting === 0);
    expect(
      world()
        .waiting()
        .filter((one) => one.name === "follow-check-in"),
    ).toEqual([]);
    expect((await checkInOf(world(), booked.id)).version).toBe(booked.version);
  });

  it("[WATCH-4] in a flood about other events cost Outlook nothing", async () => {
    await book(world());
    const before = (await world().outlook.requests()).length;
    const subscriptionId = await subscriptionOf("Ana");
    const notices = Array.from({ length: 500 }, (_, at) => ({
      ...subscriptionId,
      changeType: "updated",
      resourceData: { id: `another-event-${at}` },
    }));
    await world().use.takeNotices({ tenantId, notices });
    await world().work();
    expect((await world().outlook.requests()).length).toBe(before);
  });

  it("[WATCH-5] that were lost are made good by the sweep", async () => {
    const booked = await book(world());
    await sweep();
    await lose();
    await act("Ana", "move", { byMinutes: 45 });
    await sweep();
    expect((await checkInOf(world(), booked.id)).slot?.startsAt).not.toBe(booked.slot?.startsAt);
    expect(world().news()).toEqual(["Ana: moved-in-outlook", "Ben: moved-in-outlook"]);
  });

  it("[WATCH-5] of a deletion that even the look for changes leaves out is found within the hour", async () => {
    const booked = await book(world());
    await world().outlook.behave("Ana", { deltaTellsDeletions: false });
    await world().outlook.behave("Ben", { deltaTellsDeletions: false });
    await sweep();
    await lose();
    await act("Ana", "delete");
    for (let quarter = 0; quarter < 4; quarter += 1) {
      await sweep();
      await world().pass({ minutes: 5 });
    }
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "cancelled" });
  });

  it("[WATCH-5] of what was gone before a first look are made good by it", async () => {
    const booked = await book(world());
    await world().use.sweepMailbox(ana);
    await world().work();
    await lose();
    await act("Ana", "delete");
    await world().outlook.local("POST", "/mailboxes/Ana/forget-sync");
    await world().use.sweepMailbox(ana);
    await world().work();
    expect(await checkInOf(world(), booked.id)).toMatchObject({ status: "cancelled" });
  });

  it("[WATCH-5] are looked for from the start where Outlook lost its place", async () => {
    await book(world());
    await sweep();
    await lose();
    await world().outlook.local("POST", "/mailboxes/Ana/forget-sync");
    await act("Ana", "move", { byMinutes: 45 });
    await sweep();
    expect(world().news()).toEqual(["Ana: moved-in-outlook", "Ben: moved-in-outlook"]);
  });
});

describe("listening to mailboxes", () => {
  const expiry = async (name: string) =>
    world().store.transact({ kind: "job", tenantId, job: "watch-mailbox" }, async (records) =>
      records.mailboxes.find(localPerson(name).oid),
    );

  it("[WATCH-6] is renewed before it ends, and begun anew when Microsoft ended it", async () => {
    await book(world());
    const first = await expiry("Ana");
    await world().use.watchMailbox(ana);
    expect(await expiry("Ana")).toEqual(first);

    await world().outlook.local("POST", "/subscriptions/Ana/reauthorizationRequired");
    await until("the lifecycle notice", async () =>
      world()
        .waiting()
        .some((one) => one.name === "watch-mailbox"),
    );
    await world().work();
    expect((await expiry("Ana"))?.subscription?.id).toBe(first?.subscription?.id);
    expect((await expiry("Ana"))?.subscription?.expiresAt).not.toMatch(/^1970/);

    await world().outlook.local("POST", "/subscriptions/Ana/subscriptionRemoved");
    await until("the lifecycle notice", async () =>
      world()
        .waiting()
        .some((one) => one.name === "sweep-mailbox"),
    );
    await world().work();
    expect((await expiry("Ana"))?.subscription?.id).not.toBe(first?.subscription?.id);
  });

  it("[WATCH-6] misses nothing where Microsoft says that it missed something", async () => {
    await book(world());
    await world().use.sweepMailbox(ana);
    await lose("Ana");
    await lose("Ben");
    await act("Ana", "move", { byMinutes: 30 });
    await world().outlook.local("DELETE", "/notifications");
    await world().outlook.local("POST", "/subscriptions/Ana/missed");
    await until("the lifecycle notice", async () =>
      world()
        .waiting()
        .some((one) => one.name === "sweep-mailbox"),
    );
    await world().work();
    expect(world().news()).toEqual(["Ana: moved-in-outlook", "Ben: moved-in-outlook"]);
  });

  it("[WATCH-7] looks at mailboxes at an even pace, over ten minutes at the most", async () => {
    await book(world());
    await world().use.sweepMailboxes({ tenantId });
    const sweeps = world()
      .waiting()
      .filter((one) => one.name === "sweep-mailbox");
    expect(sweeps.map((one) => ("personId" in one ? one.personId : "")).sort()).toEqual(
      [ana.personId, ben.personId].sort(),
    );
  });
});

async function subscriptionOf(name: string): Promise<{ subscriptionId: string; clientState: string }> {
  const watch = await world().store.transact({ kind: "job", tenantId, job: "watch-mailbox" }, (records) =>
    records.mailboxes.find(localPerson(name).oid),
  );
  if (!watch?.subscription) throw new Error(`Nobody listens to ${name}.`);
  return { subscriptionId: watch.subscription.id, clientState: watch.subscription.clientState };
}
