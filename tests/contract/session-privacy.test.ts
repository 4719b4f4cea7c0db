import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPerson } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import { library } from "../../shared/content/prompts.ts";
import type { ReflectionView } from "../../shared/contract/session-words.ts";
import type { TopicLabel } from "../../shared/domain/prompt.ts";
import { apiDoors, type Belongings } from "../doors/expectations.ts";
import { call, seededWorld, tokenFor, until } from "../world.ts";
import { bookCheckIn, type Listening, listen, openTalk, type Talk } from "./session-world.ts";

let world: World;
let talk: Talk;
let bensPanel: Listening;
const [ana, ben] = [localPerson("Ana").oid, localPerson("Ben").oid];

/** All that came to Ben over the wire, his panel's stream apart. */
const toBen: string[] = [];
const asks = library.filter(({ whoFirst, depth }) => whoFirst === "more-authority" && depth <= 2);

/** Topics that the prompts of their stage would bring up. */
const leftOut: readonly TopicLabel[] = ["recognition", "belonging", "feedback", "workload"];
const isLeftOut = (label: TopicLabel) => leftOut.includes(label);

/** What nobody but Ana is ever to read, here. */
const secrets = {
  notes: "Heron notes",
  "carry-over": "Heron carry-over",
  appreciation: "Heron appreciation",
  learned: "Heron lesson",
};

beforeAll(async () => {
  world = await seededWorld({ logLevel: "trace" });
  talk = await openTalk(world, "Ana", await bookCheckIn(world, "Ana"));
  bensPanel = await listen(world, { who: "Ben", sessionId: talk.id });
  for (const [kind, text] of Object.entries(secrets))
    await call(world, "Ana", `POST /api/check-ins/${talk.checkInId}/words/${kind}`, { text, seenVersion: 0 });
  await call(world, "Ana", "POST /api/prompts/muted", { muted: leftOut });
  await call(world, "Ana", `POST /api/pairs/${talk.view().pairId}/readiness`, { depth: 1 });
  const taps = { feltHeard: "not-today", roomToSpeak: "not-today", isShared: false };
  await call(world, "Ana", `POST /api/check-ins/${talk.checkInId}/reflection`, taps);
});

afterAll(async () => {
  bensPanel?.leave();
  await world?.stop();
});

/** Has Ben do it, and keeps what comes back. */
async function asBen<Body>(door: string, body?: unknown) {
  const answered = await call<Body>(world, "Ben", door, body);
  toBen.push(JSON.stringify(answered.body));
  return answered;
}

const actAsBen = async (...given: Parameters<Talk["act"]> extends [string, ...infer Rest] ? Rest : never) =>
  toBen.push(JSON.stringify(await talk.act("Ben", ...given)));

/** Brings a prompt that asks who shares first, and opens it. */
async function openAsking(promptId: string) {
  await call(world, "Ana", `POST /api/check-ins/${talk.checkInId}/brought-prompt`, { promptId });
  await talk.act("Ana", "go-to", { part: "since" });
  await talk.act("Ana", "go-to", { part: "prompts" });
  expect((await talk.act("Ana", "pick", { promptId })).phase).toBe("who-first");
}

describe("what is one's own in a session", () => {
  it("[WORDS-5] never comes to the partner: whom one names, what one types, which topics one leaves out, one's taps", async () => {
    const [first, second] = asks.filter(({ labels }) => !labels.some(isLeftOut));
    await openAsking(first?.id ?? "");
    expect((await talk.act("Ana", "say-who", { who: "no-difference" })).ready).toEqual([ana]);
    await actAsBen("say-who", { who: ana });
    expect(talk.view()).toMatchObject({ phase: "turn", first: null, ready: [] });
    await openAsking(second?.id ?? "");
    await talk.act("Ana", "say-who", { who: "no-difference" });
    await talk.act("Ana", "skip-who");
    for (const part of ["appreciate", "learn"]) {
      await talk.act("Ana", "go-to", { part });
      await talk.act("Ana", "ready");
      await talk.act("Ana", "not-ready");
    }
    await asBen(`GET /api/sessions/${talk.id}`);
    await asBen(`GET /api/check-ins/${talk.checkInId}/words`);
    await asBen(`GET /api/check-ins/${talk.checkInId}/preparation`);
    await asBen(`GET /api/pairs/${talk.view().pairId}/journal`);
    const { body } = await asBen<ReflectionView>(`GET /api/check-ins/${talk.checkInId}/reflection`);
    expect(body.revealed).toEqual([]);
    expect((await asBen<{ muted: string[] }>("GET /api/prompts")).body.muted).toEqual([]);
    await until("all of it on Ben's panel", async () => bensPanel.views().at(-1)?.version === talk.view().version);
    const traffic = [...toBen, bensPanel.text()].join("\n");
    expect(traffic).toContain('"who-first"');
    expect(
      [...Object.values(secrets), '"no-difference"', '"not-today"'].filter((one) => traffic.includes(one)),
    ).toEqual([]);
  });

  it("[WORDS-6] leaves no prompt on offer with a topic that one of the pair leaves out, and says nothing of it", async () => {
    await call(world, "Ana", `POST /api/check-ins/${talk.checkInId}/brought-prompt`, { promptId: null });
    await talk.act("Ana", "go-to", { part: "prompts" });
    for (let time = 0; time < 12; time += 1) {
      const { offered } = await talk.act("Ben", "offer-others");
      expect(offered.flatMap(({ labels }) => labels).filter(isLeftOut)).toEqual([]);
    }
  });

  it("[WORDS-7] shows taps once both share them, both at the same moment, and for good", async () => {
    const path = `/api/check-ins/${talk.checkInId}/reflection`;
    const share = { feltHeard: "yes", roomToSpeak: null, isShared: true };
    expect((await asBen<ReflectionView>(`POST ${path}`, share)).body.revealed).toEqual([]);
    const own = { feltHeard: "partly", roomToSpeak: "yes", isShared: true };
    const { revealed } = (await call<ReflectionView>(world, "Ana", `POST ${path}`, own)).body;
    expect(revealed).toHaveLength(2);
    expect((await call<ReflectionView>(world, "Ben", `GET ${path}`)).body.revealed).toEqual(revealed);
    expect(revealed).toContainEqual({ author: ana, feltHeard: "partly", roomToSpeak: "yes" });
    expect(revealed).toContainEqual({ author: ben, feltHeard: "yes", roomToSpeak: null });
    expect(await asBen(`POST ${path}`, { ...share, isShared: false })).toMatchObject({
      status: 409,
      body: { refusal: "already-revealed" },
    });
  });

  it("[DOOR-9] comes to no coordinator by any door, and stands in no log", async () => {
    const cohorts = await call<{ id: string }[]>(world, "Elif", "GET /api/cohorts");
    const have: Belongings = {
      pairId: talk.view().pairId,
      goalId: crypto.randomUUID(),
      privateEntryId: crypto.randomUUID(),
      checkInId: talk.checkInId,
      heldCheckInId: talk.checkInId,
      sessionId: talk.id,
      chatId: "19:meeting_x@thread.v2",
      promptId: asks[0]?.id ?? "",
      cohortId: cohorts.body[0]?.id ?? "",
      cohortBookingId: crypto.randomUUID(),
    };
    const heard: string[] = [];
    for (const [door, { attempt }] of Object.entries(apiDoors)) heard.push(await tryAsElif(door, attempt(have)));
    const logs = readdirSync(join(world.stateDir, "logs")).map((file) =>
      readFileSync(join(world.stateDir, "logs", file), "utf8"),
    );
    expect(logs.join("").length).toBeGreaterThan(1_000);
    const all = [...heard, ...logs].join("\n");
    expect(Object.values(secrets).filter((one) => all.includes(one))).toEqual([]);
  });

  async function tryAsElif(door: string, { path, body }: { readonly path: string; readonly body?: unknown }) {
    const authorization = `Bearer ${await tokenFor(world, "Elif")}`;
    const [method = "GET"] = door.split(" ");
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = body === undefined ? { authorization } : { authorization, "content-type": "application/json" };
    const answer = await fetch(`${world.urls.server}${path}`, { method, headers, ...sent });
    return answer.text();
  }
});
