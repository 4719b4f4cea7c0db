import { beforeAll, describe, expect, it } from "vitest";
import type { Records } from "../../bot/ports.ts";
import type { Actor } from "../../shared/domain/access.ts";
import type { PromptChoices } from "../../shared/domain/library/library.ts";
import { databaseForThisFile, type TestStore } from "../database.ts";
import { asServer } from "./store-catalog.ts";
import { as, asJob, ownPrompt, plantWorld, renewal, south } from "./store-world.ts";

const database = databaseForThisFile();
let store: TestStore;

beforeAll(async () => {
  store = database().openStore();
  await plantWorld(store);
});

const by = <T>(actor: Actor, work: (records: Records) => Promise<T>): Promise<T> => store.transact(actor, work);
const [ana, ben, chidi, elif] = [as("ana"), as("ben"), as("chidi"), as("elif", "coordinator")];
const refused = "row-level security";

describe("an organisation's library", () => {
  const read = (actor: Actor) => by(actor, ({ library }) => library.organisation());
  const nothing = { own: [], retired: new Set() };

  it("comes back as it was saved, the oldest prompt first, for everybody in the programme", async () => {
    const second = { ...ownPrompt, id: "another", labels: [], purposes: [], depth: 1 } as const;
    expect(await by(elif, ({ library }) => library.saveOwn(second))).toBe(true);
    for (const actor of [ana, chidi, elif])
      expect(await read(actor)).toEqual({ own: [ownPrompt, second], retired: new Set(["weather"]) });
  });

  it("[STORE-1] takes a rewriting only from the version before it", async () => {
    const rewritten = {
      ...ownPrompt,
      text: "What did the move teach you?",
      whoFirst: "alternate",
      version: 2,
    } as const;
    const saves = await by(elif, async ({ library }) => [
      await library.saveOwn({ ...ownPrompt, text: "Another with the same id." }),
      await library.saveOwn(rewritten),
      await library.saveOwn(rewritten),
    ]);
    expect(saves).toEqual([false, true, false]);
    expect((await read(ana)).own[0]).toEqual(rewritten);
  });

  it("retires a prompt and brings it back, any number of times", async () => {
    await by(elif, async ({ library }) => {
      for (const isRetired of [true, true]) await library.retire("compass", isRetired);
    });
    expect((await read(ben)).retired).toEqual(new Set(["compass", "weather"]));
    await by(elif, async ({ library }) => {
      for (const isRetired of [false, false]) await library.retire("compass", isRetired);
    });
    expect((await read(ben)).retired).toEqual(new Set(["weather"]));
  });

  it("[WALL-9] is read by its programme alone, and written by whoever coordinates it", async () => {
    const others = [as("elif"), as("ana", "coordinator"), as("stranger"), as("ana", "participant", south)];
    for (const actor of [...others, asJob("note-meeting")]) expect(await read(actor)).toEqual(nothing);
    for (const actor of [ana, ...others, asJob("import-programme")]) {
      await expect(by(actor, ({ library }) => library.saveOwn({ ...ownPrompt, id: "new" }))).rejects.toThrow(refused);
      await expect(by(actor, ({ library }) => library.retire("compass", true))).rejects.toThrow(refused);
      expect(await by(actor, ({ library }) => library.saveOwn({ ...ownPrompt, version: 3 }))).toBe(false);
      await by(actor, ({ library }) => library.retire("weather", false));
    }
    expect(await read(ana)).toMatchObject({ own: [{ version: 2 }, {}], retired: new Set(["weather"]) });
  });
});

describe("[WALL-10] what a person chooses of the library", () => {
  const ofAna: PromptChoices = { personId: "ana", favourites: ["compass"], muted: ["health", "pay-and-reward"] };
  const save = (actor: Actor, choices: PromptChoices) => by(actor, ({ library }) => library.saveChoices(choices));
  const muted = (actor: Actor, pair = "ana-ben") => by(actor, ({ library }) => library.mutedIn(pair));
  const seen = (actor: Actor, table: string) =>
    asServer(database(), actor, async (run) => {
      const { rows } = await run(`select person_id from app.${table} order by 1`);
      return rows.map((row) => row["person_id"]);
    });

  it("is that person's alone", async () => {
    expect(await by(ana, ({ library }) => library.choices())).toEqual(ofAna);
    expect(await by(ben, ({ library }) => library.choices())).toEqual({ personId: "ben", favourites: [], muted: [] });
    await expect(save(ben, ofAna)).rejects.toThrow(refused);
    for (const actor of [ben, chidi, elif, as("ana", "coordinator"), asJob("greet-meeting")])
      expect(await seen(actor, "prompt_choice")).toEqual([]);
  });

  it("leaves topics out for the pair, and doesn't say for whom", async () => {
    await save(ben, { personId: "ben", favourites: [], muted: ["health", "age-and-experience"] });
    for (const actor of [ana, ben])
      expect(await muted(actor)).toEqual(new Set(["age-and-experience", "health", "pay-and-reward"]));
    await save(ana, { ...ofAna, muted: [] });
    expect(await muted(ben)).toEqual(new Set(["age-and-experience", "health"]));
    for (const actor of [chidi, elif, as("ana", "coordinator"), asJob("note-meeting")])
      expect(await muted(actor)).toEqual(new Set());
    expect(await muted(ana, "chidi-dara")).toEqual(new Set());
  });

  it("opens as deep as the one who is ready for least, and doesn't say who", async () => {
    const depths = (actor: Actor) =>
      by(actor, async ({ library }) => [await library.readiness("ana-ben"), await library.readinessOfAll("ana-ben")]);
    expect([await depths(ana), await depths(ben)]).toEqual([
      [3, 2],
      [2, 2],
    ]);
    await by(ben, ({ library }) => library.saveReadiness("ana-ben", 4));
    expect([await depths(ana), await depths(ben)]).toEqual([
      [3, 3],
      [4, 3],
    ]);
    await by(ben, ({ library }) => library.saveReadiness("ana-ben", 1));
    expect([await depths(ana), await depths(ben)]).toEqual([
      [3, 1],
      [1, 1],
    ]);
    for (const actor of [chidi, elif, asJob("note-meeting")]) expect(await depths(actor)).toEqual([2, 2]);
    expect([await seen(ana, "depth_readiness"), await seen(chidi, "depth_readiness")]).toEqual([["ana"], []]);
    await expect(by(chidi, ({ library }) => library.saveReadiness("ana-ben", 4))).rejects.toThrow(refused);
  });

  it("brings one prompt to a check-in, for the pair to see and its own person to change", async () => {
    const brought = (actor: Actor) => by(actor, ({ library }) => library.brought("ana-ben-2"));
    const bring = (actor: Actor, prompt: string | null) =>
      by(actor, ({ library }) => library.bring("ana-ben-2", "ana-ben", prompt));
    await bring(ben, "walk");
    await bring(ben, "weather");
    const both = [
      { personId: "ana", promptId: "own-prompt" },
      { personId: "ben", promptId: "weather" },
    ];
    for (const actor of [ana, ben]) expect(await brought(actor)).toEqual(both);
    for (const actor of [chidi, elif, asJob("note-meeting")]) expect(await brought(actor)).toEqual([]);
    await expect(bring(chidi, "walk")).rejects.toThrow(refused);
    await bring(ana, null);
    expect(await brought(ben)).toEqual(both.slice(1));
  });
});

describe("a programme's purposes", () => {
  it("are known to its pairs, and to nobody who asks about another pair", async () => {
    const purposes = (actor: Actor, pair = "ana-ben") => by(actor, ({ library }) => library.purposesOf(pair));
    expect(await purposes(ben)).toEqual(renewal().purposes);
    expect([await purposes(chidi), await purposes(elif), await purposes(ana, "chidi-dara")]).toEqual([[], [], []]);
  });
});
