import { expect, it } from "vitest";
import { Limits } from "./limits.ts";

it("lets seven calls through in a second and says how long the eighth must wait", () => {
  const limits = new Limits();
  const waits = Array.from({ length: 8 }, (_, index) => limits.take("chat", 10_000 + index * 10));
  expect(waits).toEqual([...Array(7).fill(undefined), 1]);
  expect(limits.take("another chat", 10_080)).toBeUndefined();
  expect(limits.take("chat", 11_001)).toBeUndefined();
});

it("counts sixty calls in half a minute", () => {
  const limits = new Limits();
  for (let call = 0; call < 60; call += 1) expect(limits.take("chat", 10_000 + call * 300)).toBeUndefined();
  expect(limits.take("chat", 28_000)).toBe(12);
  expect(limits.take("chat", 40_001)).toBeUndefined();
});

it("doesn't count the calls it refused", () => {
  const limits = new Limits();
  for (let call = 0; call < 7; call += 1) limits.take("chat", 10_000);
  for (let call = 0; call < 20; call += 1) expect(limits.take("chat", 10_500)).toBe(1);
  expect(limits.take("chat", 11_001)).toBeUndefined();
});
