import { describe, expect, it } from "vitest";
import { progressOf, spokenProgress } from "./progress-of.ts";

const counts = { looking: 0, can: 0, cannot: 0, booking: 0, booked: 0, undoing: 0, undone: 0 };

describe("how far a booking for a cohort is", () => {
  it("[TAB-4] counts pairs that were looked at, while times are looked for", () => {
    const looking = { status: "looking", counts: { ...counts, looking: 300, can: 180, cannot: 20 } } as const;
    expect(progressOf(looking)).toEqual({ done: 200, all: 500 });
  });

  it("[TAB-4] counts what stands in the calendars while it books, and while it rests", () => {
    const half = { ...counts, can: 180, booking: 8, booked: 312, cannot: 20 };
    expect(progressOf({ status: "running", counts: half })).toEqual({ done: 312, all: 500 });
    expect(progressOf({ status: "paused", counts: half })).toEqual({ done: 312, all: 500 });
  });

  it("[TAB-4] counts what was taken back", () => {
    const back = { ...counts, booked: 10, undoing: 20, undone: 70, cannot: 5 };
    expect(progressOf({ status: "undoing", counts: back })).toEqual({ done: 70, all: 100 });
  });

  it.each(["ready", "done", "undone", "discarded"] as const)(
    "[TAB-4] has nothing to wait for when it is %s",
    (status) => {
      expect(progressOf({ status, counts })).toBeNull();
    },
  );

  it("[TAB-4] is said aloud at each tenth, and at the end", () => {
    const said = [0, 49, 50, 99, 499, 500].map((done) => spokenProgress({ done, all: 500 }).done);
    expect(said).toEqual([0, 0, 50, 50, 450, 500]);
    expect([0, 1, 2, 3].map((done) => spokenProgress({ done, all: 3 }).done)).toEqual([0, 1, 2, 3]);
    expect(spokenProgress({ done: 0, all: 0 })).toEqual({ done: 0, all: 0 });
  });
});
