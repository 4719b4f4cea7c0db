import { expect, it } from "vitest";
import { usualBehaviour } from "./behaviour.ts";
import { GraphError } from "./errors.ts";
import { createThrottle } from "./throttle.ts";

const refusal = (act: () => unknown): GraphError => {
  try {
    act();
  } catch (error) {
    if (error instanceof GraphError) return error;
  }
  throw new Error("It was let in.");
};

it("lets four requests into a mailbox at once, and another when one has left", () => {
  const throttle = createThrottle(() => 0);
  const enter = (key = "ana") => throttle.enter(key, usualBehaviour);
  const leave = [enter(), enter(), enter(), enter()][0];
  expect(refusal(enter).code).toBe("ApplicationThrottled");
  expect(() => enter("ben")).not.toThrow();
  leave?.();
  leave?.();
  expect(() => enter()).not.toThrow();
  expect(refusal(enter).code).toBe("ApplicationThrottled");
});

it("says no in all of Exchange's ways in turn, or in the one that was set", () => {
  const throttle = createThrottle(() => 0);
  throttle.enter("ana", { ...usualBehaviour, concurrent: 1 });
  const refuse = (throttled: typeof usualBehaviour.throttled) =>
    refusal(() => throttle.enter("ana", { ...usualBehaviour, concurrent: 1, throttled }));
  const forms = [1, 2, 3, 4, 5].map(() => refuse(null)).map((one) => [one.status, one.headers["Retry-After"]]);
  expect(forms).toEqual([
    [429, "1"],
    [429, undefined],
    [503, "0.5"],
    [429, "Thu, 01 Jan 1970 00:00:02 GMT"],
    [503, undefined],
  ]);
  expect(refuse({ status: 503, retryAfter: "date" }).headers["Retry-After"]).toBe("Thu, 01 Jan 1970 00:00:02 GMT");
  expect(refuse({ status: 503, retryAfter: "7" })).toMatchObject({ status: 503, headers: { "Retry-After": "7" } });
});

it("counts ten thousand requests in ten minutes and forgets the older ones", () => {
  let now = 0;
  const throttle = createThrottle(() => now);
  const pass = () => throttle.enter("ana", usualBehaviour)();
  for (let count = 0; count < 10_000; count += 1) pass();
  expect(refusal(pass).message).toContain("RequestRate");
  now = 11 * 60_000;
  expect(pass).not.toThrow();
});
