import { describe, expect, it } from "vitest";
import { localPeople } from "../identities.ts";
import { ianaZoneOf, windowsZoneOf } from "./zones.ts";

describe("zone names", () => {
  it("are known the Windows way and the IANA way, in any case", () => {
    expect(ianaZoneOf("India Standard Time")).toBe("Asia/Kolkata");
    expect(ianaZoneOf("asia/calcutta")).toBe("Asia/Calcutta");
    expect(ianaZoneOf("utc")).toBe("Etc/UTC");
    expect(ianaZoneOf("Mars/Olympus")).toBeUndefined();
  });

  it("lead from everyone's zone to a Windows name and back to the same clock", () => {
    const at = new Date("2026-07-01T12:00:00Z");
    const clock = (timeZone: string) => at.toLocaleString("en-GB", { timeZone });
    for (const { zone } of localPeople) expect(clock(ianaZoneOf(windowsZoneOf(zone)) ?? "")).toBe(clock(zone));
  });
});
