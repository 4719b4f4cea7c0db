import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPerson } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import { bookingSteps, cancellingSteps, movingSteps, type SagaStep } from "../../shared/domain/booking.ts";
import { chatOf } from "../chat.ts";
import { call, checkInEvents, seededWorld, until } from "../world.ts";
import { type Cut, openCuts } from "./cuts.ts";

const cuts = openCuts();

let world: World;

beforeAll(async () => {
  world = await seededWorld(cuts.options);
  for (const name of ["Ana", "Ben"])
    await fetch(`${world.urls.window}/api/chats/${name.toLowerCase()}/open`, { method: "POST" });
});

afterAll(async () => {
  await world?.stop();
  cuts.forget();
});

/** Whether the server's process has ended, as it does at a cut. */
const isDown = async () =>
  !(await fetch(`${world.urls.server}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  ));

/** Lets Ana do something while the server is killed as ordered, and starts it again. Answers the last step that was taken. */
async function cutDuring(checkInId: string, cut: Cut, door: string, body: unknown): Promise<string | undefined> {
  cuts.order(checkInId, cut);
  // The server may die before it can answer: the wish is stored all the same.
  await call(world, "Ana", `POST /api/check-ins/${checkInId}/${door}`, body).catch(() => {});
  await until(`the server was cut ${JSON.stringify(cut)}`, isDown);
  const last = cuts.lastStep(checkInId);
  await world.killServer();
  await world.startServer();
  return last;
}

async function askForTimes(wish: { readonly move?: boolean } = {}): Promise<CheckInView> {
  const home = await call<Home>(world, "Ana", "GET /api/home");
  const asked = await call<CheckInView>(world, "Ana", `POST /api/pairs/${home.body.pair?.id}/check-ins`, wish);
  expect(asked.status).toBe(200);
  return asked.body;
}

const firstTime = ({ offered }: CheckInView) => ({ startsAt: offered[0]?.startsAt ?? "" });

const standsAs = (id: string, isSo: (checkIn: CheckInView) => boolean): Promise<CheckInView> =>
  until(
    `check-in ${id} is as it should be`,
    async () => {
      const now = await call<CheckInView>(world, "Ana", `GET /api/check-ins/${id}`).catch(() => null);
      return now?.status === 200 && isSo(now.body) ? now.body : null;
    },
    60,
  );

const copiesOf = async () => (await checkInEvents(world)).filter(({ mailbox }) => pair.includes(mailbox));
const pair = [localPerson("Ana").oid, localPerson("Ben").oid];

async function expectBookedOnce(id: string, startsAt: string): Promise<CheckInView> {
  const booked = await standsAs(
    id,
    ({ status, slot }) => status === "booked" && Date.parse(slot?.startsAt ?? "") === Date.parse(startsAt),
  );
  const copies = await copiesOf();
  expect(copies.map((event) => event.mailbox).toSorted()).toEqual(pair.toSorted());
  expect(new Set(copies.map((event) => event.iCalUId)).size).toBe(1);
  for (const copy of copies) expect(Date.parse(copy.startAt)).toBe(Date.parse(startsAt));
  expect(booked.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
  return booked;
}

async function expectNothingLeft(id: string): Promise<void> {
  await standsAs(id, ({ status }) => status === "cancelled");
  await until("nothing stands in a calendar", async () => (await copiesOf()).length === 0, 60);
}

async function cancelInPeace(id: string): Promise<void> {
  expect((await call(world, "Ana", `POST /api/check-ins/${id}/cancellation`, {})).status).toBe(200);
  await expectNothingLeft(id);
}

/** A booking, its move and its cancellation, each cut after a step. */
const rows = bookingSteps.map((step, place): readonly SagaStep[] => [
  step,
  movingSteps[place] ?? step,
  cancellingSteps[place] ?? step,
]);

describe("a check-in whose server is killed", () => {
  it.each(rows)("[FAULT-1] after %s, then %s, then %s leaves one event in each calendar, or none", async (...steps) => {
    const [booking, moving, cancelling] = steps as [SagaStep, SagaStep, SagaStep];
    const asked = await askForTimes();
    const { id } = asked;
    expect(await cutDuring(id, { after: booking }, "booking", firstTime(asked))).toBe(booking);
    const booked = await expectBookedOnce(id, firstTime(asked).startsAt);
    const others = await askForTimes({ move: true });
    expect(await cutDuring(id, { after: moving }, "booking", firstTime(others))).toBe(moving);
    const moved = await expectBookedOnce(id, firstTime(others).startsAt);
    expect(moved.joinUrl).toBe(booked.joinUrl);
    expect(await cutDuring(id, { after: cancelling }, "cancellation", {})).toBe(cancelling);
    await expectNothingLeft(id);
  });

  const moments = Array.from({ length: 4 }, (_, at) => (at * at * 7919) % 211);

  it.each(moments)("[FAULT-2] %i ms after the choice leaves one event in each calendar", async (milliseconds) => {
    const asked = await askForTimes();
    const last = await cutDuring(asked.id, { inMs: milliseconds }, "booking", firstTime(asked));
    console.log(`cut ${milliseconds} ms after the choice; the last step taken was ${last}`);
    await expectBookedOnce(asked.id, firstTime(asked).startsAt);
    await cancelInPeace(asked.id);
  });

  it("[FAULT-3] tells each of the pair in the end", async () => {
    for (const words of ["✓ Booked", "✓ Moved"]) await chatOf(world, "Ben").hears(words);
    for (const name of ["Ana", "Ben"]) await chatOf(world, name).hears("This check-in is cancelled");
  });
});
