import { describe, expect, it } from "vitest";
import { drawTable, figure } from "./report.ts";

describe("A table of figures", () => {
  it("lays names to the left and numbers to the right, under their names", () => {
    const rows = [
      { route: "home", "p50 ms": 4.5 },
      { route: "journal", "p50 ms": 120 },
    ];
    expect(drawTable({ title: "Latency", rows })).toBe(
      ["Latency", "  route    p50 ms", "  home        4.5", "  journal     120"].join("\n"),
    );
  });

  it("leaves a gap where a row lacks a figure", () => {
    const rows = [{ what: "a", "max ms": 1 }, { what: "b" }];
    expect(drawTable({ title: "T", rows })).toBe(["T", "  what  max ms", "  a          1", "  b"].join("\n"));
  });
});

describe("A figure", () => {
  it("keeps the digits that mean something", () => {
    expect([1.2345, 12.345, 123.45].map(figure)).toEqual([1.23, 12.3, 123]);
  });
});
