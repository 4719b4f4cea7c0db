import { describe, expect, it } from "vitest";
import { findSlots } from "../../../shared/domain/slots/find-slots.ts";
import { fourWeeks, searchOfPair } from "./calendars.ts";
import { searchWithLuxon } from "./luxon-search.ts";

const numbers = Array.from({ length: 60 }, (_, at) => at);

describe("The calendars of the slots bench", () => {
  it("are the same for the same pair, and others for another", () => {
    expect(searchOfPair(7)).toEqual(searchOfPair(7));
    expect(searchOfPair(7).people[0]?.busy).not.toEqual(searchOfPair(8).people[0]?.busy);
  });

  it("hold 10 to 25 meetings a week, and some are away", () => {
    const everybody = numbers.flatMap((number) => searchOfPair(number).people);
    for (const { busy } of everybody) {
      const meetings = busy?.filter(({ status }) => status !== "out-of-office") ?? [];
      expect(meetings.length).toBeGreaterThanOrEqual(40);
      expect(meetings.length).toBeLessThanOrEqual(100);
      expect(meetings.every(({ start, end }) => start < fourWeeks.end && end > fourWeeks.start)).toBe(true);
    }
    expect(everybody.some(({ busy }) => busy?.some(({ status }) => status === "out-of-office"))).toBe(true);
  });

  it("lead luxon's search and ours to the same first comfortable hour", () => {
    for (const number of numbers) {
      const search = searchOfPair(number);
      const [ours, luxon] = [findSlots(search), searchWithLuxon(search)];
      expect(ours.ok).toBe(luxon.starts.length > 0);
      const first = ours.ok && ours.slots[0]?.stretch === null ? ours.slots[0].startsAt : undefined;
      expect(first).toBe(luxon.comfortable ? luxon.starts[0] : undefined);
    }
  });
});
