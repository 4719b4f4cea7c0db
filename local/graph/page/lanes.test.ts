import { expect, it } from "vitest";
import { placeInLanes } from "./lanes.ts";

const places = (...spans: [number, number][]) =>
  placeInLanes(spans.map(([from, to]) => ({ from, to }))).map(
    (one) => `${one.item.from}: ${one.lane + 1} of ${one.lanes}`,
  );

it("gives events that don't overlap the whole width", () => {
  expect(places([60, 90], [90, 120])).toEqual(["60: 1 of 1", "90: 1 of 1"]);
});

it("puts overlapping events side by side and uses a lane again once it is free", () => {
  expect(places([0, 60], [30, 120], [60, 90], [200, 230])).toEqual([
    "0: 1 of 2",
    "30: 2 of 2",
    "60: 1 of 2",
    "200: 1 of 1",
  ]);
});
