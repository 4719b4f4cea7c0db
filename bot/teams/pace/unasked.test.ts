import { beforeEach, describe, expect, it } from "vitest";
import { MessengerAway } from "../../ports/messenger.ts";
import { ConversationLimits } from "./conversation-limits.ts";
import { awaitTurn } from "./unasked.ts";

const clock = { now: 0 };
const waited: number[] = [];
const pause = (ms: number) => {
  waited.push(ms);
  clock.now += ms;
  return Promise.resolve();
};
const paced = (turn: () => Promise<number>) => awaitTurn({ turn }, new ConversationLimits(() => clock.now), pause);

beforeEach(() => {
  clock.now = 10_000;
  waited.length = 0;
});

describe("[PACE-1] what is said unasked", () => {
  it("waits for its turn among all processes", async () => {
    await paced(() => Promise.resolve(250))("a:Ana");
    expect(waited).toEqual([250]);
  });

  it("waits for its own conversation too", async () => {
    const speak = paced(() => Promise.resolve(0));
    for (let at = 0; at < 8; at += 1) await speak("a:Ana");
    expect(waited).toEqual([1_000]);
  });

  it("is left to its job, surely unsaid, where the turn would be long in coming", async () => {
    const speaking = paced(() => Promise.resolve(60_000))("a:Ana");
    await expect(speaking).rejects.toMatchObject({ isSure: true, retryAfterSeconds: 60 });
    expect(waited).toEqual([]);
  });

  it("takes no turn from others while its own conversation is crowded for long", async () => {
    let turns = 0;
    const speak = paced(() => {
      turns += 1;
      return Promise.resolve(0);
    });
    const crowd = async () => {
      for (let at = 0; at < 2_000; at += 1) await speak("a:Ana");
    };
    await expect(crowd()).rejects.toMatchObject({ isSure: true });
    expect(turns).toBe(1_800);
  });

  it("is surely unsaid where the pace itself can't be had", async () => {
    const problem = await paced(() => Promise.reject(new Error("no database")))("a:Ana").catch((one: unknown) => one);
    expect(problem).toBeInstanceOf(MessengerAway);
    expect(problem).toMatchObject({ isSure: true });
  });
});
