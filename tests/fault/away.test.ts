import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPerson } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import { chatOf } from "../chat.ts";
import { call, checkInEvents, postJson, seededWorld, until } from "../world.ts";
import { openRecords } from "./storm/records.ts";
import { standingIn } from "./storm/standing.ts";

let world: World;

beforeAll(async () => {
  world = await seededWorld();
});

afterAll(() => world?.stop());

const outlookDown = () =>
  postJson(new URL("/_local/faults", world.urls.graph).href, {
    match: {},
    times: -1,
    kind: "status",
    status: 503,
    code: "ServiceUnavailable",
  });
const outlookUp = () => fetch(new URL("/_local/faults", world.urls.graph), { method: "DELETE" });

const nextOf = async (name: string) => (await call<Home>(world, name, "GET /api/home")).body.pair?.next?.id ?? "";
const statusOf = async (checkInId: string) =>
  (await call<CheckInView>(world, "Dara", `GET /api/check-ins/${checkInId}`)).body.status;

/** Takes the first time that is offered, and waits until it is in the calendars. */
async function bookFor(name: string): Promise<string> {
  const { body } = await call<Home>(world, name, "GET /api/home");
  const asked = await call<CheckInView>(world, name, `POST /api/pairs/${body.pair?.id}/check-ins`, {});
  const [first] = asked.body.offered;
  await call(world, name, `POST /api/check-ins/${asked.body.id}/booking`, { startsAt: first?.startsAt });
  await until("it is booked", async () => (await statusOf(asked.body.id)) === "booked", 60);
  return asked.body.id;
}

describe("while something is away", () => {
  it("[FAULT-4] keeps a wish for a check-in while Outlook is down, says so, and goes on by itself", async () => {
    const chat = chatOf(world, "Ana");
    expect((await outlookDown()).status).toBeLessThan(300);
    await chat.say("book our next check-in");
    await chat.hears(/Outlook/);
    await outlookUp();
    await chat.hears("book-check-in");
  });

  it("[FAULT-5] finishes a booking once Outlook is back, with one event", async () => {
    const home = await call<Home>(world, "Chidi", "GET /api/home");
    const asked = await call<CheckInView>(world, "Chidi", `POST /api/pairs/${home.body.pair?.id}/check-ins`, {});
    await outlookDown();
    const chosen = await call<CheckInView>(world, "Chidi", `POST /api/check-ins/${asked.body.id}/booking`, {
      startsAt: asked.body.offered[0]?.startsAt,
    });
    expect(chosen.body.status).toBe("booking");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await call<CheckInView>(world, "Dara", `GET /api/check-ins/${asked.body.id}`)).body.status).toBe("booking");
    await outlookUp();
    await until(
      "the booking is finished",
      async () =>
        (await call<CheckInView>(world, "Dara", `GET /api/check-ins/${asked.body.id}`)).body.status === "booked",
      90,
    );
    const at = Date.parse(asked.body.offered[0]?.startsAt ?? "");
    expect((await checkInEvents(world)).filter((event) => Date.parse(event.startAt) === at)).toHaveLength(2);
  });

  const sinces = ["before its first look", "since its last look"];
  it.each(sinces)(
    "[WATCH-5] finds what was booked and cancelled in Outlook %s, though no notice came",
    async (since) => {
      const checkIn = since === sinces[0] ? await nextOf("Chidi") : await bookFor("Chidi");
      const organiser = localPerson("Chidi").oid;
      const records = openRecords(world);
      await until("the mailbox is listened to", () => records.isWatched(organiser), 60);
      await until("the booking is over and done with", async () => (await records.pending()) === 0, 60);
      const local = (path: string) => new URL(`/_local${path}`, world.urls.graph).href;
      await postJson(local("/notifications"), { kind: "lose", times: -1 });
      const [copy] = await standingIn(world, organiser);
      const act = `/outlook/${organiser}/events/${copy?.immutableId}/cancel`;
      expect((await postJson(local(act), {})).status).toBe(200);
      await records.queueSweep(organiser);
      await until("it is cancelled here too", async () => (await statusOf(checkIn)) === "cancelled", 60);
      await fetch(local("/notifications"), { method: "DELETE" });
      await records.close();
    },
  );

  it("[FAULT-6] answers 503 and turns not ready while the database is down, and recovers without a restart", async () => {
    const before = await call<Home>(world, "Ana", "GET /api/home");
    await world.database.stop();
    const away = await call(world, "Ana", "GET /api/home");
    expect(away.status).toBe(503);
    expect(away.body).toMatchObject({ refusal: "unavailable", sentence: expect.stringContaining("Nothing was lost") });
    expect((await fetch(`${world.urls.server}/health/ready`)).status).toBe(503);
    expect((await fetch(`${world.urls.server}/health/live`)).status).toBe(200);
    await world.database.start();
    await until("the server is ready again", async () => (await fetch(`${world.urls.server}/health/ready`)).ok);
    const after = await call<Home>(world, "Ana", "GET /api/home");
    expect(after.status).toBe(200);
    expect(after.body.pair?.goals).toEqual(before.body.pair?.goals);
  });
});
