import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Calendar, CalendarAway, NotConnected } from "../../bot/ports/calendar.ts";
import type { Connections } from "../../bot/ports/connections.ts";
import type { JobRequest } from "../../bot/ports/job-request.ts";
import type { Notice } from "../../bot/ports/messenger.ts";
import { keepGrants } from "../../bot/use-cases/connection/keep-grants.ts";
import { createUseCases, type UseCases } from "../../bot/use-cases/use-cases.ts";
import { localPerson, localTenant } from "../../local/identities.ts";
import { seedDocument } from "../../local/seed.ts";
import { databaseForThisFile, type TestStore } from "../database.ts";

const database = databaseForThisFile();
const personOf = (name: string) => ({ tenantId: localTenant.id, personId: localPerson(name).oid });
const [ana, ben] = [personOf("Ana"), personOf("Ben")];
const no = (refusal: string) => ({ ok: false, refusal });

let store: TestStore;
let queued: JobRequest[];
let told: { readonly to: string; readonly notice: Notice }[];
let leave: Awaited<ReturnType<Connections["connect"]>> | "away";
let unsubscribed: string[];
let renewed: string[];

const nowhere = async (): Promise<never> => {
  throw new Error("This test needs nothing of it.");
};

/** Nobody's calendar can be reached whose person has not connected it. */
const calendar: Calendar = {
  availability: async (people) => {
    for (const person of people)
      if ((await keepGrants(store, localTenant.id).find(person))?.state !== "works") throw new NotConnected(person);
    return people.map((person) => ({
      person,
      hours: { zone: "Europe/London", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" },
      busy: [],
    }));
  },
  findBooking: async ({ organiser }) => {
    throw new NotConnected(organiser);
  },
  createEvent: nowhere,
  createEvents: nowhere,
  readTruth: nowhere,
  moveEvent: nowhere,
  cancelEvent: nowhere,
  removeCopy: nowhere,
};

function house(areNeeded = true): UseCases {
  return createUseCases({
    store,
    calendar,
    meetings: { addApp: nowhere, stopRecording: nowhere },
    mailboxes: {
      subscribe: nowhere,
      renew: nowhere,
      unsubscribe: async (_person, id) => void unsubscribed.push(id),
      changes: nowhere,
    },
    connections: {
      areNeeded,
      connect: async () => {
        if (leave === "away") throw new CalendarAway("Entra is away.");
        return leave;
      },
      renewed: (person) => void renewed.push(person),
    },
    directory: { find: async () => null },
    messenger: {
      tell: async (to, _where, notice) => {
        told.push({ to: to.name, notice });
        return null;
      },
      greet: async () => {},
    },
    clock: { now: () => Temporal.Now.instant() },
    newId: randomUUID,
    newSecret: randomUUID,
    prompts: [],
    exercises: [],
    onStep: async () => {},
  });
}

const connect = (by: typeof ana) => house().connectCalendar({ by, tabToken: "token" });
const jobs = (name: JobRequest["name"]) => queued.filter((one) => one.name === name);

beforeAll(async () => {
  store = database().openStore({ enqueue: async (_db, job) => void queued.push(job) });
});

beforeEach(async () => {
  [queued, told, unsubscribed, renewed] = [[], [], [], []];
  leave = { refreshToken: "refresh" };
  await database().look("truncate app.person, app.programme, app.mailbox_watch cascade");
  await house().importProgramme({ tenantId: localTenant.id, file: seedDocument(new Date()) });
});

describe("connecting one's own calendar", () => {
  it("[CONNECT-1] is not needed where the organisation gave leave for everybody", async () => {
    const use = house(false);
    for (const answer of [
      await use.readConnection({ by: ana }),
      await use.connectCalendar({ by: ana, tabToken: "token" }),
      await use.disconnectCalendar({ by: ana }),
    ])
      expect(answer).toEqual({ ok: true, value: { state: "not-needed" } });
  });

  it("[CONNECT-2] keeps the leave, and says so to whoever asks about the own calendar", async () => {
    expect(await house().readConnection({ by: ana })).toEqual({ ok: true, value: { state: "missing" } });
    expect(await connect(ana)).toEqual({ ok: true, value: { state: "works" } });
    expect(await house().readConnection({ by: ana })).toEqual({ ok: true, value: { state: "works" } });
    expect(await house().readConnection({ by: ben })).toEqual({ ok: true, value: { state: "missing" } });
    expect(renewed).toEqual([ana.personId]);
  });

  it("[CONNECT-2] says plainly what is missing, and when Entra is away", async () => {
    leave = "consent-needed";
    expect(await connect(ana)).toEqual(no("consent-needed"));
    leave = "away";
    expect(await connect(ana)).toEqual(no("calendar-away"));
    expect(await house().readConnection({ by: ana })).toEqual({ ok: true, value: { state: "missing" } });
  });

  it("[CONNECT-3] that Entra took back is told once, and not any more once it is mended", async () => {
    await connect(ana);
    const grants = keepGrants(store, localTenant.id);
    await grants.save(ana.personId, { refreshToken: "refresh", state: "broken" });
    expect(await house().readConnection({ by: ana })).toEqual({ ok: true, value: { state: "broken" } });
    expect(jobs("tell-connection")).toHaveLength(1);
    await house().tellConnection(ana);
    expect(told).toEqual([{ to: "Ana", notice: { kind: "connection-broken" } }]);
    await connect(ana);
    await house().tellConnection(ana);
    expect(told).toHaveLength(1);
  });

  it("[CONNECT-4] is asked of the partner when it stands in the way of a check-in, and said to whoever asked", async () => {
    expect(await house().askForCheckIn({ by: ana })).toEqual(no("calendar-not-connected"));
    expect(jobs("tell-connection")).toEqual([]);
    await connect(ana);
    expect(await house().askForCheckIn({ by: ana })).toEqual(no("calendar-not-connected"));
    expect(jobs("tell-connection")).toEqual([
      { name: "tell-connection", tenantId: localTenant.id, personId: ben.personId },
    ]);
    await connect(ben);
    expect(await house().askForCheckIn({ by: ana })).toMatchObject({ ok: true });
  });

  it("[CONNECT-5] leaves a booking as it is until its calendar is connected again", async () => {
    await connect(ana);
    await connect(ben);
    const asked = await house().askForCheckIn({ by: ana });
    const checkIn = asked.ok ? asked.value.checkIn : null;
    const checkInId = checkIn?.id ?? "";
    await house().bookCheckIn({ by: ana, checkInId, startsAt: checkIn?.offered[0]?.startsAt ?? "" });
    expect(await house().writeToCalendar({ tenantId: localTenant.id, checkInId })).toBe("try-again");
    expect(await house().readCheckIn({ by: ben, checkInId })).toMatchObject({
      value: { checkIn: { status: "booking" } },
    });
  });

  it("[CONNECT-6] is undone with the last use of it: to stop listening", async () => {
    await connect(ana);
    await store.transact({ kind: "job", tenantId: localTenant.id, job: "watch-mailbox" }, (records) =>
      records.mailboxes.save({
        personId: ana.personId,
        subscription: { id: "subscription-1", clientState: "secret", expiresAt: "2027-01-01T00:00:00Z" },
        deltaLink: null,
        deltaUntil: null,
      }),
    );
    expect(await house().disconnectCalendar({ by: ana })).toEqual({ ok: true, value: { state: "missing" } });
    expect(unsubscribed).toEqual(["subscription-1"]);
    expect(await house().readConnection({ by: ana })).toEqual({ ok: true, value: { state: "missing" } });
  });
});
