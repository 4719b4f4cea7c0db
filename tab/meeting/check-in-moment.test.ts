import { describe, expect, it } from "vitest";
import { momentOf } from "./check-in-moment.ts";

const slot = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z", stretch: null };
const at = (time: string) => Date.parse(`2026-11-26T${time}:00Z`);

describe("a meeting's tab", () => {
  it.each([
    ["09:54", "before"],
    ["09:55", "now"],
    ["10:30", "now"],
    ["11:00", "after"],
  ] as const)("at %s stands %s the check-in of 10:00", (time, moment) =>
    expect(momentOf({ status: "booked", slot }, at(time))).toBe(moment),
  );

  it("looks back as soon as somebody said that the pair met, whatever the hour", () => {
    expect(momentOf({ status: "held", slot }, at("09:00"))).toBe("after");
    expect(momentOf({ status: "missed", slot }, at("10:30"))).toBe("after");
  });

  it("prepares while no hour is chosen, and for nothing that was called off", () => {
    expect(momentOf({ status: "asked", slot: null }, at("10:30"))).toBe("before");
    expect(momentOf({ status: "cancelled", slot }, at("09:00"))).toBe("off");
  });
});
