import { windowsZones } from "./windows-zones.ts";

const rows = windowsZones
  .trim()
  .split("\n")
  .map((line) => {
    const [windows = "", zones = ""] = line.split("|");
    return { windows, zones: zones.split(" ") };
  });

const readAs = new Map(rows.map(({ windows, zones }) => [windows.toLowerCase(), zones[0] ?? ""]));

// In reverse, so that of two names for one zone the earlier stands.
const writtenAs = new Map(
  rows.toReversed().flatMap(({ windows, zones }) => zones.map((zone) => [zone, windows] as const)),
);

/**
 * The IANA zone that Outlook means by a Windows or IANA name.
 *
 * @returns `null` for a zone that a mailbox made up itself ("Customized Time Zone", "tzone://Microsoft/Custom") and for unknown names.
 */
export function ianaZone(name: string): string | null {
  const wanted = name.trim();
  if (wanted.toLowerCase() === "tzone://microsoft/utc") return "Etc/UTC";
  return readAs.get(wanted.toLowerCase()) ?? (isIanaZone(wanted) ? wanted : null);
}

/** The Windows name of an IANA zone, or `null` when it has none. */
export const windowsZone = (iana: string): string | null => writtenAs.get(iana) ?? null;

function isIanaZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
