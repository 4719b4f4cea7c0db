import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { openMailboxes } from "../../bot/graph/mailboxes.ts";
import { CalendarAway, CalendarRefused } from "../../bot/ports/calendar.ts";
import type { MailboxChanges } from "../../bot/ports/mailboxes.ts";
import { type Receiver, startReceiver } from "../../local/graph/testing/receiver.ts";
import { localPerson } from "../../local/identities.ts";
import { outlookNotice } from "../../shared/contract/outlook-notices.ts";
import { aBooking, nextWeek, type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

let world: OutlookWorld;
let server: Receiver;

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
  server.clear();
});

const oid = (givenName: string) => localPerson(givenName).oid;
const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const open = (changes: Parameters<OutlookWorld["options"]>[0] = {}) =>
  openMailboxes({ ...world.options(changes), publicUrl: server.url });
const inMinutes = (minutes: number) => Temporal.Now.instant().add({ minutes });
const subscribe = (state = "a secret", minutes = 60) => open().subscribe(oid("Ana"), state, inMinutes(minutes));
const subscriptions = z.object({ value: z.array(z.object({ id: z.string(), clientState: z.string() })) });
const standing = async () => subscriptions.parse(await world.local("GET", "/subscriptions")).value;
const notices = () => server.items().map((one) => outlookNotice.parse(one));
const window = () => ({ start: at(nextWeek(0)), end: at(nextWeek(24 * 14)) });
const look = (deltaLink: string | null) => open().changes(oid("Ana"), window(), deltaLink);

async function changes(deltaLink: string | null): Promise<MailboxChanges> {
  const found = await look(deltaLink);
  if (found === "lost") throw new Error("Outlook has forgotten where the last look ended.");
  return found;
}

describe("[OUTLOOK-15] listening to a mailbox", () => {
  it("brings a notice of each change, with the secret and with the id that is ours", async () => {
    const { id } = await subscribe();
    const event = await openCalendar(world.options()).createEvent(aBooking());
    await vi.waitFor(() => expect(notices()).not.toEqual([]), { timeout: 10_000 });
    expect(notices()[0]).toMatchObject({
      subscriptionId: id,
      clientState: "a secret",
      changeType: "created",
      resourceData: { id: event.eventId },
    });
    expect(new Set(server.taken.map(({ path }) => path))).toEqual(new Set(["/api/outlook/notices"]));
  });

  it("has Graph's own troubles told at another address", async () => {
    await subscribe();
    await world.local("POST", "/subscriptions/Ana/reauthorizationRequired");
    await vi.waitFor(() => expect(server.taken.map(({ path }) => path)).toContain("/api/outlook/lifecycle"), {
      timeout: 10_000,
    });
    expect(notices()).toContainEqual(
      expect.objectContaining({ lifecycleEvent: "reauthorizationRequired", clientState: "a secret" }),
    );
  });

  it("ends after a week at the latest, and says when", async () => {
    const short = await subscribe("a secret", 60);
    expect(at(short.expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
    await world.reset();
    const long = await subscribe("a secret", 30 * 24 * 60);
    const days = (at(long.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7);
  });

  it("goes on when it is renewed, and is begun anew when Outlook knows it no more", async () => {
    const { id, expiresAt } = await subscribe();
    const renewed = await open().renew(oid("Ana"), id, inMinutes(600));
    expect(renewed?.id).toBe(id);
    expect(at(renewed?.expiresAt ?? "")).toBeGreaterThan(at(expiresAt));
    await world.local("POST", "/subscriptions/Ana/expire");
    expect(await open().renew(oid("Ana"), id, inMinutes(600))).toBeNull();
    await subscribe();
    expect(await standing()).toHaveLength(1);
  });

  it("renewed, is authorised anew", async () => {
    const { id } = await subscribe();
    await world.local("POST", "/subscriptions/Ana/reauthorizationRequired");
    await open().renew(oid("Ana"), id, inMinutes(600));
    expect(await world.local("GET", "/subscriptions")).toMatchObject({ value: [{ id, reauthorizationDue: false }] });
  });

  it("stops, also when it had stopped", async () => {
    const { id } = await subscribe();
    await open().unsubscribe(oid("Ana"), id);
    await open().unsubscribe(oid("Ana"), id);
    expect(await standing()).toEqual([]);
  });

  it("replaces one whose making was never heard of, for nobody kept its secret", async () => {
    await world.fault({ match: { method: "POST", pathIncludes: "/subscriptions" }, kind: "drop-after-commit" });
    await expect(subscribe("lost")).rejects.toThrow(CalendarAway);
    const { id } = await subscribe("kept");
    expect(await standing()).toMatchObject([{ id, clientState: "kept" }]);
  });

  it("may be tried later when our own address didn't answer Graph", async () => {
    server.shake("wrongly");
    await expect(subscribe()).rejects.toThrow(CalendarAway);
  });

  it("is refused where there is no mailbox, or no leave", async () => {
    await world.behave("Ana", { permissions: "none" });
    await expect(subscribe()).rejects.toThrow(CalendarRefused);
    await world.behave("Ana", { hasMailbox: false });
    await expect(subscribe()).rejects.toThrow(CalendarRefused);
  });
});

describe("[OUTLOOK-16] looking for changes", () => {
  it("tells all there is at first, page after page, and then only what changed", async () => {
    const time = (hours: number) => ({ dateTime: nextWeek(hours).replace("Z", ""), timeZone: "UTC" });
    for (let number = 0; number < 12; number += 1)
      await world.put("Ana", { subject: "Review", start: time(8 + number), end: time(8.5 + number) });
    const event = await openCalendar(world.options()).createEvent(aBooking());
    const first = await changes(null);
    expect(first.changed).toHaveLength(13);
    expect(first.changed).toContainEqual({ eventId: event.eventId, iCalUId: event.iCalUId });
    expect((await changes(first.deltaLink)).changed).toEqual([]);
    await world.act("Ana", event.eventId, "move", { byMinutes: 60 });
    const second = await changes(first.deltaLink);
    expect(second.changed).toEqual([{ eventId: event.eventId, iCalUId: event.iCalUId }]);
    expect((await changes(second.deltaLink)).changed).toEqual([]);
  });

  it("follows pages that Graph makes smaller than wished", async () => {
    const realFetch = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
      const headers = new Headers(init?.headers);
      headers.set("prefer", headers.get("prefer")?.replace("maxpagesize=200", "maxpagesize=2") ?? "");
      return realFetch(input, { ...init, headers });
    });
    for (let number = 0; number < 5; number += 1) await openCalendar(world.options()).createEvent(aBooking());
    expect((await changes(null)).changed).toHaveLength(5);
    const asked = (await world.requests()).filter(({ path }) => path.includes("/delta"));
    expect(asked).toHaveLength(3);
  });

  it("[OUTLOOK-10] tells what is gone, or only outside the window, by its id alone", async () => {
    const calendar = openCalendar(world.options());
    const [cancelled, moved] = [await calendar.createEvent(aBooking()), await calendar.createEvent(aBooking())];
    const { deltaLink } = await changes(null);
    await world.act("Ana", cancelled.eventId, "cancel");
    await world.act("Ana", moved.eventId, "move", { byMinutes: 60 * 24 * 30 });
    const { changed } = await changes(deltaLink);
    const byId = new Map(changed.map((one) => [one.eventId, one.iCalUId]));
    expect(byId).toEqual(
      new Map([
        [cancelled.eventId, null],
        [moved.eventId, null],
      ]),
    );
    const truth = (event: typeof moved) => calendar.readTruth(event, [oid("Ana")]);
    expect((await truth(cancelled)).organiser).toBe("gone");
    expect((await truth(moved)).organiser).toMatchObject({ isCancelled: false });
  });

  it("[OUTLOOK-10] may miss what is gone: the event itself then says so", async () => {
    await world.behave("Ana", { deltaTellsDeletions: false });
    const calendar = openCalendar(world.options());
    const event = await calendar.createEvent(aBooking());
    const { deltaLink } = await changes(null);
    await world.act("Ana", event.eventId, "cancel");
    expect((await changes(deltaLink)).changed).toEqual([]);
    expect((await calendar.readTruth(event, [oid("Ana"), oid("Ben")])).organiser).toBe("gone");
  });

  it("says when Outlook has forgotten where the last look ended", async () => {
    const { deltaLink } = await changes(null);
    await world.local("POST", "/reset", { calendars: "empty" });
    expect(await look(deltaLink)).toBe("lost");
    expect(await look(null)).not.toBe("lost");
  });

  it("never takes our token to another host, whatever a link says", async () => {
    const { deltaLink } = await changes(null);
    expect(deltaLink).toMatch(/^\/users\//);
    expect((await changes(`https://elsewhere.example/v1.0${deltaLink}`)).changed).toEqual([]);
  });

  it("is away while Graph is", async () => {
    await world.fault({ match: { pathIncludes: "/delta" }, times: -1, kind: "status", status: 503 });
    await expect(look(null)).rejects.toThrow(CalendarAway);
  });
});
