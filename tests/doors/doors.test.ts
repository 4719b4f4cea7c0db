import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../bot/config.ts";
import { type Running, startServer } from "../../bot/wiring/start-server.ts";
import { localPerson } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import { cardVerbs } from "../../shared/contract/cards.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import type { Home } from "../../shared/contract/home.ts";
import { jobNames } from "../../shared/domain/access.ts";
import { chatOf, wordsOf } from "../chat.ts";
import { call, checkInEvents, postJson, seededWorld, tokenFor, until } from "../world.ts";
import { apiDoors, type Belongings, type Caller, callers, intentDoors } from "./expectations.ts";
import { asOwner, queueForged, settledJob } from "./forged-job.ts";

const stranger = "99999999-9999-4999-8999-999999999999";
const otherTenant = "12121212-1212-4212-8212-121212121212";

let world: World;
let running: Running;
let have: Belongings;

beforeAll(async () => {
  world = await seededWorld();
  // The server's own list of doors is wanted, so it runs in here.
  await world.killServer("SIGTERM");
  running = await startServer(readConfig(world.serverSettings));
  have = await furnish();
  // The bot's first words come on opening a chat, and are not what is asked about below.
  for (const name of ["Ana", "Dara", "Elif"]) {
    await postJson(`${world.urls.window}/api/chats/${name.toLowerCase()}/open`, {});
    await until(`${name}'s welcome`, async () =>
      (await chatOf(world, name).messages()).some((one) => one.by === "bot"),
    );
  }
  await chatOf(world, "Ana").hears("Booked");
});

afterAll(async () => {
  await running?.stop();
  await world?.stop();
});

/** Makes everything that doors are tried on: a booked check-in, an open session, a private entry of Ana's. */
async function furnish(): Promise<Belongings> {
  const { pair } = (await call<Home>(world, "Ana", "GET /api/home")).body;
  const pairId = pair?.id ?? "";
  const asked = await call<CheckInView>(world, "Ana", `POST /api/pairs/${pairId}/check-ins`, {});
  await call(world, "Ana", `POST /api/check-ins/${asked.body.id}/booking`, {
    startsAt: asked.body.offered[0]?.startsAt,
  });
  const isBooked = async () =>
    (await call<CheckInView>(world, "Ana", `GET /api/check-ins/${asked.body.id}`)).body.status === "booked";
  await until("the check-in is booked", isBooked);
  const session = await call<{ id: string }>(world, "Ana", "POST /api/sessions", { checkInId: asked.body.id });
  const prompts = await call<{ prompts: { id: string }[] }>(world, "Ana", "GET /api/prompts");
  const entry = { id: crypto.randomUUID(), text: "Mine alone.", audience: "only-me", sessionNumber: null };
  await call(world, "Ana", `POST /api/pairs/${pairId}/journal`, entry);
  const cohorts = await call<{ id: string }[]>(world, "Elif", "GET /api/cohorts");
  const cohortId = cohorts.body[0]?.id ?? "";
  return {
    pairId,
    goalId: pair?.goals[0]?.id ?? "",
    privateEntryId: entry.id,
    checkInId: asked.body.id,
    heldCheckInId: await heldCheckIn(pairId),
    sessionId: session.body.id,
    chatId: await chatIdOf(asked.body.id),
    promptId: prompts.body.prompts[0]?.id ?? "",
    cohortId,
    cohortBookingId: await cohortBooking(cohortId),
  };
}

/** A check-in that the pair held long ago: no page shows one by itself. */
async function heldCheckIn(pairId: string): Promise<string> {
  const [held] = await asOwner<{ id: string }>(
    world,
    "select id from app.check_in where pair_id = $1 and status = 'held' order by number limit 1",
    [pairId],
  );
  return held?.id ?? "";
}

async function chatIdOf(checkInId: string): Promise<string> {
  const [row] = await asOwner<{ chat: string }>(world, "select event_chat_id as chat from app.check_in where id = $1", [
    checkInId,
  ]);
  return row?.chat ?? "";
}

async function cohortBooking(cohortId: string): Promise<string> {
  const begun = await call<{ id: string }>(world, "Elif", `POST /api/cohorts/${cohortId}/bookings`);
  const path = `/api/cohort-bookings/${begun.body.id}`;
  await until(
    "the booking for the cohort waits for a yes",
    async () => (await call<{ status: string }>(world, "Elif", `GET ${path}`)).body.status === "ready",
  );
  return begun.body.id;
}

const bends: Partial<Record<Caller, Record<string, unknown>>> = {
  "another tenant": { tid: otherTenant },
  "a forger": { foreignKey: "same-kid" },
  "someone expired": { expiresIn: -600 },
};

async function headersOf(caller: Caller): Promise<Record<string, string>> {
  if (caller === "nobody") return {};
  const who = caller === "a stranger" ? stranger : bends[caller] ? "Ana" : caller;
  return { authorization: `Bearer ${await tokenFor(world, who, bends[caller])}` };
}

describe("the doors of the API", () => {
  it("[DOOR-1] are exactly those with a stated expectation", () => {
    const api = running.doors.filter((door) => /^(GET|POST|PATCH|PUT|DELETE|OPTIONS) /.test(door));
    expect([...new Set(api)].toSorted()).toEqual(Object.keys(apiDoors).toSorted());
  });

  // Those who may come in come last, so that nobody finds the door open only because something was gone.
  const tries = Object.entries(apiDoors).flatMap(([door, expected]) =>
    callers.toReversed().map((caller) => [door, caller, expected.statuses[caller], expected] as const),
  );

  it.each(tries)("[DOOR-2] %s answers %s with %i", async (door, caller, status, { attempt }) => {
    const { path, body } = attempt(have);
    const headers = await headersOf(caller);
    if (body !== undefined) headers["content-type"] = "application/json";
    const leave = new AbortController();
    const answer = await fetch(`${world.urls.server}${path}`, {
      method: door.split(" ")[0] ?? "GET",
      headers,
      signal: leave.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBe(status);
    if (answer.headers.get("content-type")?.includes("event-stream")) return leave.abort();
    const text = await answer.text();
    if (status >= 400)
      expect(JSON.parse(text)).toMatchObject({ refusal: expect.any(String), sentence: expect.stringMatching(/\.$/) });
    if (status >= 400) expect(text).not.toContain("Mine alone");
  });

  it.each([
    ["expired", { expiresIn: -600 }],
    ["forged", { foreignKey: "same-kid" }],
    ["wrong-audience", { aud: "api://another-app" }],
    ["wrong-issuer", { tid: otherTenant }],
    ["wrong-tenant", { claims: { tid: otherTenant } }],
    ["wrong-version", { claims: { ver: "1.0" } }],
    ["wrong-scope", { claims: { scp: "User.Read" } }],
    ["wrong-scope", { claims: { scp: null } }],
    ["malformed", { claims: { oid: "ana" } }],
  ])("[DOOR-3] say why a token was turned away: %s", async (reason, bend) => {
    const headers = { authorization: `Bearer ${await tokenFor(world, "Ana", bend)}` };
    const answer = await fetch(`${world.urls.server}/api/me`, { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ refusal: "not-signed-in", reason });
  });

  it.each([
    ["a body that isn't JSON", "{", "body"],
    [
      "an unknown field",
      JSON.stringify({ id: crypto.randomUUID(), text: "x", audience: "only-me", sessionNumber: null, readers: "all" }),
      "readers",
    ],
    [
      "text that is too long",
      JSON.stringify({ id: crypto.randomUUID(), text: "x".repeat(8_001), audience: "only-me", sessionNumber: null }),
      "text",
    ],
    [
      "an audience that doesn't exist",
      JSON.stringify({ id: crypto.randomUUID(), text: "x", audience: "everyone", sessionNumber: null }),
      "audience",
    ],
    ["no words at all", JSON.stringify({ id: crypto.randomUUID(), audience: "only-me", sessionNumber: null }), "text"],
  ])("[DOOR-4] name the field when they are given %s", async (_, body, field) => {
    const headers = { authorization: `Bearer ${await tokenFor(world, "Ana")}`, "content-type": "application/json" };
    const answer = await fetch(`${world.urls.server}/api/pairs/${have.pairId}/journal`, {
      method: "POST",
      headers,
      body,
    });
    expect(answer.status).toBe(400);
    const answered = (await answer.json()) as { refusal: string; fields: { field: string }[] };
    expect(answered.refusal).toBe("bad-input");
    expect(answered.fields.map((one) => one.field)).toContain(field);
  });

  it("[DOOR-4] say so when far too much is sent", async () => {
    const answer = await call(world, "Ana", `POST /api/pairs/${have.pairId}/journal`, { text: "x".repeat(200_000) });
    expect(answer).toMatchObject({ status: 413, body: { refusal: "too-long" } });
  });
});

describe("the doors of the chat", () => {
  it("[DOOR-1] are exactly those with a stated expectation", () => {
    const intents = running.doors.filter((door) => door.startsWith("intent "));
    expect(intents.toSorted()).toEqual(
      Object.keys(intentDoors)
        .map((intent) => `intent ${intent}`)
        .toSorted(),
    );
    const cards = running.doors.filter((door) => door.startsWith("card "));
    expect(cards.toSorted()).toEqual(cardVerbs.map((verb) => `card ${verb}`).toSorted());
    const activities = running.doors.filter((door) => door.startsWith("activity "));
    expect(activities.toSorted()).toEqual([
      "activity card",
      "activity installed",
      "activity meeting",
      "activity message",
    ]);
  });

  const phrases = Object.entries(intentDoors).flatMap(([intent, { phrase, hears }]) =>
    Object.entries(hears).map(([who, words]) => [intent, who, phrase, words] as const),
  );

  it.each(phrases)("[DOOR-5] %s answers %s as it should", async (_, who, phrase, words) => {
    const chat = chatOf(world, who === "a stranger" ? "Dara" : who);
    const before = (await chat.messages()).length;
    if (who === "a stranger") await sayAsStranger(phrase);
    else await chat.say(phrase);
    const answer = await until("an answer", async () =>
      (await chat.messages()).slice(before).find((one) => one.by === "bot"),
    );
    expect(wordsOf(answer)).toMatch(words);
  });

  const sayAsStranger = (text: string) =>
    postJson(`${world.urls.window}/_local/activities`, {
      as: localPerson("Dara").oid,
      activity: { type: "message", text, from: { id: "29:stranger", aadObjectId: stranger, name: "Someone Else" } },
    });

  it.each(cardVerbs)("[DOOR-6] %s refuses card data that was forged or is out of place, kindly", async (verb) => {
    for (const data of [{}, { checkInId: "x" }, { verb, extra: true }, null]) {
      const answer = await chatOf(world, "Ana").press(verb, data);
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/stack|Error:/);
    }
  });

  it("[DOOR-6] book-check-in from the wrong person changes nothing and tells nothing", async () => {
    const before = await checkInEvents(world);
    for (const who of ["Chidi", "Elif"]) {
      const answer = await chatOf(world, who).press("book-check-in", {
        checkInId: have.checkInId,
        startsAt: "2030-01-07T10:00:00Z",
      });
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/Ana|Ben/);
    }
    expect(await checkInEvents(world)).toHaveLength(before.length);
  });

  it.each(["move-check-in", "ask-to-cancel", "keep-check-in", "cancel-check-in", "answer-check-in"] as const)(
    "[DOOR-6] %s from the wrong person changes nothing and tells nothing",
    async (verb) => {
      const before = await checkInEvents(world);
      const data = { checkInId: have.checkInId, ...(verb === "answer-check-in" ? { met: false } : {}) };
      for (const who of ["Chidi", "Elif"]) {
        const answer = await chatOf(world, who).press(verb, data);
        expect(answer.status).toBe(200);
        expect(JSON.stringify(answer.body)).not.toMatch(/Ana|Ben/);
      }
      expect(await checkInEvents(world)).toHaveLength(before.length);
      expect((await call<CheckInView>(world, "Ana", `GET /api/check-ins/${have.checkInId}`)).body.status).toBe(
        "booked",
      );
    },
  );

  it("[DOOR-6] reflect from the wrong person changes nothing and tells nothing", async () => {
    const data = { checkInId: have.heldCheckInId, feltHeard: "not-today", share: true };
    for (const who of ["Chidi", "Elif"]) {
      const answer = await chatOf(world, who).press("reflect", data);
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/Ana|Ben/);
    }
    const rows = await asOwner(
      world,
      "select from app.reflection where check_in_id = $1 and felt_heard = 'not-today'",
      [have.heldCheckInId],
    );
    expect(rows).toHaveLength(0);
  });

  it("[DOOR-6] begin-cohort-booking and steer-cohort-booking obey nobody but a coordinator", async () => {
    const { cohortId, cohortBookingId } = have;
    for (const who of ["Ana", "Chidi"]) {
      await chatOf(world, who).press("begin-cohort-booking", { cohortId });
      await chatOf(world, who).press("steer-cohort-booking", { cohortBookingId, steer: "confirm" });
    }
    const { body } = await call<{ status: string }>(world, "Elif", `GET /api/cohort-bookings/${cohortBookingId}`);
    expect(body.status).toBe("ready");
  });

  it("[DOOR-6] book-check-in pressed again by its own person shows what stands, and books nothing more", async () => {
    const before = await checkInEvents(world);
    const answer = await chatOf(world, "Ben").press("book-check-in", {
      checkInId: have.checkInId,
      startsAt: "2030-01-07T10:00:00Z",
    });
    expect(answer.status).toBe(200);
    expect(await checkInEvents(world)).toHaveLength(before.length);
  });

  it("[DOOR-6] see-quiet-pairs tells nobody but a coordinator", async () => {
    const data = { cohortId: have.cohortId };
    expect(JSON.stringify(await chatOf(world, "Ana").press("see-quiet-pairs", data))).not.toMatch(/Farah|Mira/);
    expect(JSON.stringify(await chatOf(world, "Elif").press("see-quiet-pairs", data))).toMatch(/Farah/);
  });

  it("[DOOR-7] are shut to activities that the channel didn't sign", async () => {
    const activity = {
      type: "message",
      text: "help",
      channelId: "msteams",
      serviceUrl: `${world.urls.window}/connector/`,
      conversation: { id: "a:1" },
      from: { id: "29:1", aadObjectId: localPerson("Ana").oid },
      recipient: { id: "28:1" },
    };
    for (const caller of ["nobody", "Ana", "a forger"] as const) {
      const answer = await postJson(`${world.urls.server}/api/messages`, activity, await headersOf(caller));
      expect(answer.status).toBe(401);
    }
  });

  it("[DOOR-7] are shut to another organisation, however well it signs", async () => {
    const answer = await postJson(`${world.urls.window}/_local/activities`, {
      as: localPerson("Ana").oid,
      activity: {
        type: "message",
        text: "help",
        channelData: { tenant: { id: otherTenant } },
        conversation: { id: "a:elsewhere", conversationType: "personal", tenantId: otherTenant },
      },
    });
    expect(await answer.json()).toMatchObject({ status: 403 });
  });
});

/** Those that no queue holds are only names to act under. */
const names: readonly string[] = ["import-programme", "take-notices", "keep-connection", "note-meeting"];
const queuedJobs = jobNames.filter((name) => !names.includes(name));

describe("the doors of the jobs", () => {
  it("[DOOR-1] are exactly the jobs that the rules know", () => {
    const jobs = running.doors.filter((door) => door.startsWith("JOB "));
    expect(jobs.toSorted()).toEqual(queuedJobs.map((name) => `JOB ${name}`).toSorted());
    expect(running.doors.length).toBe(new Set(running.doors).size);
  });

  it.each(queuedJobs)("[DOOR-8] %s finds nothing of a tenant that it was not queued for", async (name) => {
    const before = await checkInEvents(world);
    const said = (await chatOf(world, "Ana").messages()).length;
    const id = await queueForged(world, name, {
      tenantId: otherTenant,
      checkInId: have.checkInId,
      personId: localPerson("Ana").oid,
      number: 1,
      kind: "how-it-went",
      startsAt: "2030-01-07T10:00:00Z",
      chatId: have.chatId,
      startedAt: "2030-01-07T10:00:00Z",
      cohortBookingId: have.cohortBookingId,
    });
    await until("the job is over", () => settledJob(world, id));
    expect(await checkInEvents(world)).toHaveLength(before.length);
    expect(await chatOf(world, "Ana").messages()).toHaveLength(said);
  });
});
