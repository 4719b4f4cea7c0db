import { describe, expect, it } from "vitest";
import { windowsZones } from "./windows-zones.ts";
import { ianaZone, windowsZone } from "./zones.ts";

describe("the zones that Outlook names", () => {
  it("reads a Windows name as the zone with that clock", () => {
    expect(ianaZone("GMT Standard Time")).toBe("Europe/London");
    expect(ianaZone("India Standard Time")).toBe("Asia/Kolkata");
    expect(ianaZone("pacific standard time")).toBe("America/Los_Angeles");
  });

  it("keeps an IANA name as it is", () => {
    expect(ianaZone("Europe/Zagreb")).toBe("Europe/Zagreb");
  });

  it("reads nothing into a zone the mailbox made up itself, an offset, or a word", () => {
    for (const name of ["Customized Time Zone", "tzone://Microsoft/Custom", "+05:30", "Here", ""]) {
      expect(ianaZone(name)).toBeNull();
    }
  });

  it("finds the Windows name of any zone in its row", () => {
    expect(windowsZone("Europe/Zagreb")).toBe("Central European Standard Time");
    expect(windowsZone("Asia/Kamchatka")).toBe("Russia Time Zone 11");
    expect(windowsZone("Nowhere/Land")).toBeNull();
  });

  it("lists only zones that this runtime can reckon in, and no zone for two clocks", () => {
    const rows = windowsZones.trim().split("\n");
    for (const zone of rows.flatMap((row) => row.split("|")[1]?.split(" ") ?? [])) {
      expect(() => new Intl.DateTimeFormat("en", { timeZone: zone }), zone).not.toThrow();
    }
    expect(new Set(rows.map((row) => row.split("|")[0])).size).toBe(rows.length);
  });
});
