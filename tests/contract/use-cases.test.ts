import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Booking, Calendar } from "../../bot/ports/calendar.ts";
import type { Directory } from "../../bot/ports/directory.ts";
import type { Deps } from "../../bot/use-cases/deps.ts";
import { createUseCases } from "../../bot/use-cases/use-cases.ts";
import { localPerson, localTenant } from "../../local/identities.ts";
import { seedDocument } from "../../local/seed.ts";
import type { ProgrammeFile } from "../../shared/contract/programme-file.ts";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import { databaseForThisFile, type TestStore } from "../database.ts";

const database = databaseForThisFile();
const start = Temporal.Instant.from("2026-11-23T12:00:00Z");
const file = seedDocument(new Date(start.epochMilliseconds));
const person = (name: string) => ({ tenantId: localTenant.id, personId: localPerson(name).oid });
const [ana, ben, elif] = [person("Ana"), person("Ben"), person("Elif")];

let now = start;
let store: TestStore;

/** A calendar in which everybody is always free, and every booking stands at once. */
const freeCalendar: Calendar = {
  availability: async (people) =>
    people.map((id) => ({
      person: id,
      hours: { zone: "Europe/London", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" },
      busy: [],
    })),
  findBooking: async () => null,
  createEvent: async (booking) => eventOf(booking),
  createEvents: async (bookings) => bookings.map((booking) => ({ kind: "made", event: eventOf(booking) })),
  readTruth: async () => ({ organiser: "unreadable", others: {} }),
  moveEvent: async () => "moved",
  cancelEvent: async () => {},
  removeCopy: async () => {},
};

const eventOf = ({ organiser, bookingId }: Booking): CalendarEvent => ({
  organiser,
  eventId: bookingId,
  iCalUId: bookingId,
  joinUrl: null,
});

const nowhere = async (): Promise<never> => {
  throw new Error("This test needs nothing of it.");
};

/** A directory that knows one newcomer. */
const newcomer = "77777777-7777-4777-8777-777777777777";
const directory: Directory = {
  find: async (id) =>
    id === newcomer
      ? { id, fullName: "Noor Aziz", givenName: "Noor", mail: null, timeZone: "Asia/Karachi", locale: null }
      : null,
};

function useCases(more: Partial<Deps> = {}) {
  return createUseCases({
    store,
    calendar: freeCalendar,
    meetings: { addApp: nowhere, stopRecording: nowhere },
    mailboxes: { subscribe: nowhere, renew: nowhere, unsubscribe: nowhere, changes: nowhere },
    connections: { areNeeded: false, connect: nowhere, renewed: () => {} },
    directory,
    messenger: { tell: async () => null, greet: async () => {} },
    clock: { now: () => now },
    newId: randomUUID,
    newSecret: randomUUID,
    prompts: [],
    exercises: [],
    onStep: async () => {},
    ...more,
  });
}

beforeAll(async () => {
  store = database().openStore({ enqueue: async () => {} });
  await useCases().importProgramme({ tenantId: localTenant.id, file });
});

describe("taking a programme in", () => {
  it("[IMPORT-1] adds only what is new the second time, and leaves a pair as it has become", async () => {
    const use = useCases();
    const home = await use.readHome({ by: ana });
    const goal = home.ok ? home.value.pair?.goals.find((one) => one.state === "open") : undefined;
    await use.settleGoal({ by: ana, goalId: goal?.id ?? "", state: "done" });
    await use.importProgramme({ tenantId: localTenant.id, file });
    const after = await use.readHome({ by: ana });
    expect(after.ok && after.value.pair?.goals.find((one) => one.id === goal?.id)?.state).toBe("done");
    expect(after.ok && after.value.pair?.goals).toHaveLength(home.ok ? (home.value.pair?.goals.length ?? 0) : -1);
  });
});

describe("taking people in by their ids alone", () => {
  const alone = (id: string): ProgrammeFile => ({ ...file, people: [{ id }], cohorts: [] });

  it("[IMPORT-2] asks the directory what the file leaves out", async () => {
    await useCases().importProgramme({ tenantId: localTenant.id, file: alone(newcomer) });
    expect(await useCases().meet({ by: { tenantId: localTenant.id, personId: newcomer } })).toMatchObject({
      ok: true,
      value: { person: { name: "Noor", fullName: "Noor Aziz", timeZone: "Asia/Karachi", locale: "en" } },
    });
  });

  it("[IMPORT-2] says so when the directory doesn't know the person, and takes nothing in", async () => {
    const nobody = "88888888-8888-4888-8888-888888888888";
    await expect(useCases().importProgramme({ tenantId: localTenant.id, file: alone(nobody) })).rejects.toThrow(nobody);
  });
});

describe("taking in a programme without a whole purpose", () => {
  it("[PURPOSE-1] says what is missing, and takes nothing in", async () => {
    const blank = {
      ...file,
      programme: { ...file.programme, id: "5eed0001-0000-4000-8000-000000000009", statement: "  " },
    };
    await expect(useCases().importProgramme({ tenantId: localTenant.id, file: blank })).rejects.toThrow(/a statement/);
  });
});

describe("asking for a check-in", () => {
  it("[BOOK-11] makes one when both partners ask at once", async () => {
    const use = useCases();
    const asked = await Promise.all([ana, ben, ana, ben].map((by) => use.askForCheckIn({ by })));
    const ids = asked.map((answer) => (answer.ok ? answer.value.checkIn.id : answer.refusal));
    expect(new Set(ids).size).toBe(1);
    expect(asked[0]?.ok && asked[0].value.checkIn.offered).toHaveLength(3);
  });

  it("[BOOK-12] offers other times when others are wanted", async () => {
    const use = useCases();
    const first = await use.askForCheckIn({ by: ana });
    const others = await use.askForCheckIn({ by: ana, others: true });
    const starts = [first, others].map((answer) =>
      answer.ok ? answer.value.checkIn.offered.map((slot) => slot.startsAt) : [],
    );
    expect(starts[1]).toHaveLength(3);
    expect(starts[1]?.filter((at) => starts[0]?.includes(at))).toEqual([]);
  });

  it("[BOOK-10] is possible again a day after a check-in that nobody said was held", async () => {
    const use = useCases();
    const asked = await use.askForCheckIn({ by: ana });
    if (!asked.ok) throw new Error(asked.refusal);
    const { id, offered } = asked.value.checkIn;
    await use.bookCheckIn({ by: ana, checkInId: id, startsAt: offered[0]?.startsAt ?? "" });
    await use.writeToCalendar({ tenantId: localTenant.id, checkInId: id });
    expect(await use.askForCheckIn({ by: ben })).toEqual({ ok: false, refusal: "already-booked" });

    now = Temporal.Instant.from(offered[0]?.endsAt ?? "").add({ hours: 25 });
    const again = await use.askForCheckIn({ by: ben });
    expect(again).toMatchObject({ ok: true, value: { checkIn: { status: "asked", number: 3 } } });
    expect(again.ok && again.value.checkIn.id).not.toBe(id);
    expect(await use.readCheckIn({ by: ana, checkInId: id })).toMatchObject({
      ok: true,
      value: { checkIn: { status: "missed" } },
    });
    now = start;
  });
});

describe("a coordinator's questions about a small cohort", () => {
  const small: ProgrammeFile = {
    ...file,
    people: [],
    programme: { ...file.programme, id: "5eed0001-0000-4000-8000-000000000002" },
    cohorts: file.cohorts.map((cohort) => ({ ...cohort, id: "5eed0002-0000-4000-8000-000000000002", pairs: [] })),
  };

  it("[COUNT-3] below eight people or five pairs name no pair either", async () => {
    const use = useCases();
    await use.importProgramme({ tenantId: localTenant.id, file: small });
    const cohortId = small.cohorts[0]?.id ?? "";
    expect(await use.readCohort({ by: elif, cohortId })).toMatchObject({ ok: true, value: { recent: null } });
    expect(await use.listQuietPairs({ by: elif, cohortId })).toEqual({ ok: false, refusal: "too-few-to-show" });
    const large = await use.listQuietPairs({ by: elif, cohortId: file.cohorts[0]?.id ?? "" });
    expect(large.ok && large.value.length).toBeGreaterThan(0);
  });
});
