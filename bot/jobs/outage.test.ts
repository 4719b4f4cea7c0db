import { expect, it } from "vitest";
import { sayAtMostEvery } from "./outage.ts";

it("says an outage at once, and then only now and again with the number of troubles since", () => {
  let now = 0;
  const said: number[] = [];
  const trouble = sayAtMostEvery(
    1_000,
    () => now,
    (_err, count) => said.push(count),
  );
  for (now = 0; now < 2_500; now += 100) trouble(new Error("away"));
  expect(said).toEqual([1, 10, 10]);
});
