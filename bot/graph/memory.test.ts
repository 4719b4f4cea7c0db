import { describe, expect, it } from "vitest";
import { rememberFor } from "./memory.ts";

describe("what is remembered", () => {
  it("is forgotten after its time, and not before", () => {
    let now = 0;
    const memory = rememberFor<string>(100, () => now);
    memory.set("Ana", "ana@northlight.example");
    now = 99;
    expect(memory.get("Ana")).toBe("ana@northlight.example");
    now = 100;
    expect(memory.get("Ana")).toBeUndefined();
  });

  it("gives way to what is newer when there is too much of it", () => {
    const memory = rememberFor<number>(1_000, () => 0);
    for (let number = 0; number <= 20_000; number += 1) memory.set(String(number), number);
    expect([memory.get("0"), memory.get("1"), memory.get("20000")]).toEqual([undefined, 1, 20_000]);
  });
});
