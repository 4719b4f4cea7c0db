import { describe, expect, it } from "vitest";
import { merge, onGrid, overlap, without } from "./intervals.ts";

const span = (start: number, end: number) => ({ start, end });

describe("intervals", () => {
  it("merge where they overlap or touch", () => {
    expect(merge([span(5, 6), span(0, 2), span(2, 3), span(1, 2), span(8, 8)])).toEqual([span(0, 3), span(5, 6)]);
  });

  it("may have a single moment in common", () => {
    expect(overlap([span(0, 4), span(6, 9)], [span(4, 6), span(7, 8)])).toEqual([span(4, 4), span(6, 6), span(7, 8)]);
  });

  it("keep the ends of what is taken out of them", () => {
    const taken = [span(-3, 1), span(2, 4), span(3, 6), span(6, 7)];
    expect(without([span(0, 8), span(9, 12)], taken)).toEqual([span(1, 2), span(6, 6), span(7, 8), span(9, 12)]);
  });

  it("remember what was taken over the gap between two of them", () => {
    expect(without([span(0, 2), span(4, 6), span(8, 9)], [span(1, 5)])).toEqual([span(0, 1), span(5, 6), span(8, 9)]);
  });

  it("remember the longer of two that were taken", () => {
    expect(without([span(0, 4), span(5, 9)], [span(1, 8), span(2, 3)])).toEqual([span(0, 1), span(8, 9)]);
  });

  it("hold the moments of a grid, ends included", () => {
    expect(onGrid([span(-1, 5), span(10, 10), span(11, 14)], 5)).toEqual([-0, 5, 10]);
  });
});
