import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PersonRef, participant } from "../../bot/use-cases/deps.ts";
import { libraryOf } from "../../bot/use-cases/library/library-of.ts";
import { listLibrary } from "../../bot/use-cases/library/list-library.ts";
import { listPrompts } from "../../bot/use-cases/library/list-prompts.ts";
import { markFavourite } from "../../bot/use-cases/library/mark-favourite.ts";
import { muteTopics } from "../../bot/use-cases/library/mute-topics.ts";
import { retirePrompt } from "../../bot/use-cases/library/retire-prompt.ts";
import { savePrompt } from "../../bot/use-cases/library/save-prompt.ts";
import { importProgramme } from "../../bot/use-cases/programme/import-programme.ts";
import { bringPrompt } from "../../bot/use-cases/session-words/bring-prompt.ts";
import { readPreparation } from "../../bot/use-cases/session-words/read-preparation.ts";
import { localPerson, localTenant } from "../../local/identities.ts";
import { seedDocument } from "../../local/seed.ts";
import type { PromptWords } from "../../shared/contract/prompts.ts";
import { untouched } from "../../shared/domain/check-in.ts";
import type { Prompt } from "../../shared/domain/prompt.ts";
import { databaseForThisFile, type TestStore } from "../database.ts";

const database = databaseForThisFile();
const person = (name: string): PersonRef => ({ tenantId: localTenant.id, personId: localPerson(name).oid });
const [ana, ben, elif] = [person("Ana"), person("Ben"), person("Elif")];
const no = (refusal: string) => ({ ok: false, refusal });

const words: PromptWords = {
  stage: "lens",
  theme: "growth",
  kind: "core",
  depth: 2,
  minutes: 10,
  whoFirst: "alternate",
  text: "What did the move to the new building change for you?",
  followUps: ["What would you keep of it?"],
  lighter: "Which corner of the new building do you like?",
  labels: ["change"],
  purposes: ["collaboration-across-silos"],
};
const prompts: readonly Prompt[] = ["one", "two", "three", "four"].map((id) => ({ ...words, id, text: `${id}?` }));

/** The third of Ana and Ben, booked. */
const third = {
  ...untouched,
  number: 3,
  status: "booked",
  minutes: 60,
  opener: ana.personId,
  booker: ben.personId,
  offered: [],
  slot: { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z", stretch: null },
  bookingId: null,
  event: null,
  version: 1,
} as const;

let store: TestStore;
const deps = () => ({ store, prompts });
const offeredTo = async (by: PersonRef) => {
  const listed = await listPrompts(deps())({ by });
  return listed.ok ? listed.value : null;
};
const idsFor = async (by: PersonRef) => (await offeredTo(by))?.prompts.map(({ id }) => id);
const save = (ownPromptId: string, seenVersion = 0, more: Partial<PromptWords> = {}, by = elif) =>
  savePrompt(deps())({ by, ownPromptId, words: { ...words, ...more }, seenVersion });
const retire = (promptId: string, isRetired = true, by = elif) => retirePrompt(deps())({ by, promptId, isRetired });
const mark = (promptId: string, isFavourite = true, by = ana) => markFavourite(deps())({ by, promptId, isFavourite });

beforeAll(async () => {
  store = database().openStore({ enqueue: async () => {} });
  const file = seedDocument(new Date("2026-11-23T12:00:00Z"));
  const directory = { find: async () => null };
  await importProgramme({ store, directory })({ tenantId: localTenant.id, file });
});

beforeEach(() => database().look("truncate app.organisation_prompt, app.retired_prompt, app.prompt_choice"));

describe("the library as participants see it", () => {
  it("[PROMPT-19] holds the built-in prompts and the organisation's own, without those that are retired", async () => {
    const own = randomUUID();
    await save(own);
    await retire("two");
    expect(await idsFor(ana)).toEqual(["one", "three", "four", own]);
    expect((await offeredTo(ben))?.prompts.at(-1)).toMatchObject({ ...words, id: own, isOwn: true });
    const inSession = await store.transact(participant(ana), (records) => libraryOf(records, deps()));
    expect(inSession.map(({ id }) => id)).toEqual(["one", "three", "four", own]);
  });

  it("[PROMPT-22] keeps each person's favourites to that person, and hides those that are no longer offered", async () => {
    await save(randomUUID());
    await mark("one");
    expect(await mark("two")).toEqual({ ok: true, value: { favourites: ["one", "two"] } });
    expect((await offeredTo(ben))?.favourites).toEqual([]);
    await retire("one");
    expect((await offeredTo(ana))?.favourites).toEqual(["two"]);
    expect(await mark("one", true, ben)).toEqual(no("not-found"));
    expect(await mark("nowhere")).toEqual(no("not-found"));
    await retire("one", false);
    expect((await offeredTo(ana))?.favourites).toEqual(["one", "two"]);
    expect(await mark("one", false)).toEqual({ ok: true, value: { favourites: ["two"] } });
  });

  it("[PROMPT-13] keeps the topics that a person leaves out to that person, and beside the favourites", async () => {
    await mark("one");
    await muteTopics(deps())({ by: ana, muted: ["trust", "health"] });
    expect(await muteTopics(deps())({ by: ana, muted: ["health"] })).toEqual({
      ok: true,
      value: { muted: ["health"] },
    });
    expect(await offeredTo(ana)).toMatchObject({ muted: ["health"], favourites: ["one"] });
    expect((await offeredTo(ben))?.muted).toEqual([]);
  });
});

describe("bringing a prompt", () => {
  const checkInId = "0f000000-0000-4000-8000-000000000003";
  const bring = (promptId: string, by = ana) => bringPrompt({ ...deps(), exercises: [] })({ by, checkInId, promptId });
  const favourites = async () => {
    const read = await readPreparation({ ...deps(), exercises: [] })({ by: ana, checkInId });
    return read.ok ? read.value.favourites.map(({ id }) => id) : read.refusal;
  };

  beforeAll(async () => {
    const [pair] = await store.transact(participant(ana), (records) => records.pairs.mine());
    await store.transact({ kind: "job", tenantId: localTenant.id, job: "import-programme" }, (records) =>
      records.checkIns.save({ ...third, id: checkInId, pairId: pair?.id ?? "" }),
    );
  });

  it("[LIBRARY-3] takes what may be offered in that session, and nothing retired or deeper than the pair goes", async () => {
    const [own, deep] = [randomUUID(), randomUUID()];
    await save(own);
    await save(deep, 0, { depth: 3 });
    for (const id of [own, deep]) await mark(id);
    expect(await bring(own)).toMatchObject({ ok: true, value: { brought: { id: own } } });
    expect(await bring(deep)).toEqual(no("cannot-be-brought"));
    expect(await favourites()).toEqual([own]);
    await retire(own);
    expect(await bring(own)).toEqual(no("not-found"));
    await retire(own, false);
    for (const by of [ana, ben])
      await store.transact(participant(by), async (records) => {
        const [pair] = await records.pairs.mine();
        await records.library.saveReadiness(pair?.id ?? "", 3);
      });
    expect(await bring(deep)).toMatchObject({ ok: true });
    expect(await favourites()).toEqual([own, deep]);
  });

  it("[LIBRARY-3] takes no topic that one leaves out oneself, and tells nothing of what the partner leaves out", async () => {
    await mark("one");
    await muteTopics(deps())({ by: ana, muted: ["change"] });
    expect(await bring("one")).toEqual(no("cannot-be-brought"));
    expect(await favourites()).toEqual([]);
    expect(await bring("one", ben)).toMatchObject({ ok: true });
  });
});

describe("the library as coordinators edit it", () => {
  it("[PROMPT-23] opens to coordinators alone", async () => {
    const refused = no("not-a-coordinator");
    expect(await listLibrary(deps())({ by: ana })).toEqual(refused);
    expect(await save(randomUUID(), 0, {}, ana)).toEqual(refused);
    expect(await retire("one", true, ana)).toEqual(refused);
    expect(await idsFor(ana)).toHaveLength(4);
  });

  it("[PROMPT-23] shows everything, what was retired too", async () => {
    const own = randomUUID();
    await save(own);
    await retire(own);
    const listed = await listLibrary(deps())({ by: elif });
    expect(listed).toMatchObject({ ok: true });
    const rows = listed.ok ? listed.value.prompts : [];
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ id: "one", isOwn: false, isRetired: false, version: 0 });
    expect(rows[4]).toMatchObject({ id: own, isOwn: true, isRetired: true, version: 1, text: words.text });
  });

  it("[PROMPT-21] keeps a prompt from the version that was seen", async () => {
    const own = randomUUID();
    expect(await save(own)).toMatchObject({ ok: true, value: { version: 1, isOwn: true, isRetired: false } });
    expect(await save(own, 1, { text: "What changed?" })).toMatchObject({
      value: { version: 2, text: "What changed?" },
    });
    expect(await save(own, 1)).toEqual(no("prompt-changed-meanwhile"));
    expect(await save(randomUUID(), 0, { depth: 4 })).toEqual(no("prompt-too-deep"));
  });

  it("[PROMPT-21] takes one of two that are written from the same version at once", async () => {
    const own = randomUUID();
    await save(own);
    const both = await Promise.all([save(own, 1, { text: "This?" }), save(own, 1, { text: "Or that?" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual(no("prompt-changed-meanwhile"));
  });

  it("[PROMPT-20] keeps enough where two coordinators take prompts away at the same moment", async () => {
    const own = randomUUID();
    await save(own);
    const retired = await Promise.all([retire("one"), retire("two")]);
    expect(retired.filter(({ ok }) => ok)).toHaveLength(1);
    expect(retired.find(({ ok }) => !ok)).toEqual(no("too-few-prompts"));
    const left = (await idsFor(ben)) ?? [];
    expect(left).toHaveLength(4);
    await save(randomUUID());
    const both = await Promise.all([retire(left[0] ?? ""), save(own, 1, { stage: "story" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await idsFor(ben)).toHaveLength(both[0]?.ok ? 4 : 5);
  });

  it("[PROMPT-20] keeps enough for every pair in each stage", async () => {
    expect(await retire("one")).toEqual(no("too-few-prompts"));
    const own = randomUUID();
    await save(own);
    expect(await retire("one")).toMatchObject({ ok: true, value: { id: "one", isRetired: true } });
    expect(await save(own, 1, { stage: "story" })).toEqual(no("too-few-prompts"));
    expect(await retire("one")).toMatchObject({ ok: true });
    expect(await retire("one", false)).toMatchObject({ ok: true, value: { isRetired: false } });
    expect(await retire("nowhere")).toEqual(no("not-found"));
    expect(await idsFor(ben)).toEqual(["one", "two", "three", "four", own]);
  });
});
