import { describe, expect, it } from "vitest";
import { gather } from "./gather.ts";

describe("Gathered work", () => {
  it("answers in the order in which it was begun", async () => {
    const work = gather<string>();
    const { promise, resolve } = Promise.withResolvers<string>();
    work.add(promise);
    work.add(Promise.resolve("second"));
    resolve("first");
    expect(await work.all()).toEqual(["first", "second"]);
  });

  it("tells how much failed, and why first, when all has ended", async () => {
    const work = gather<number>();
    work.add(Promise.resolve(1));
    work.add(Promise.reject(new Error("answered 503")));
    work.add(Promise.reject(new Error("answered 500")));
    await expect(work.all()).rejects.toThrow("2 of 3 went wrong, first: answered 503");
  });

  it("may fail before anybody waits for it", async () => {
    const work = gather<number>();
    work.add(Promise.reject(new Error("early")));
    await new Promise((resolve) => setImmediate(resolve));
    await expect(work.all()).rejects.toThrow("early");
  });
});
