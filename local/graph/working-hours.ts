import type { LocalPerson } from "../identities.ts";
import { windowsZoneOf } from "./zones.ts";

const dayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** People whose mailboxes name their zone the IANA way. The others use Windows names. */
const namesZonesByIana = new Set(["Dara", "Hana", "Sam"]);

/** The one person whose working hours carry a zone of their own making: Irish time, spelled out. */
const keepsCustomZone = "Oona";

/**
 * Irish time by its rules. `bias` is minutes to add to local time for UTC; `dayOccurrence` 5 is the month's last such day.
 */
const customZone = {
  "@odata.type": "#microsoft.graph.customTimeZone",
  name: "Customized Time Zone",
  bias: 0,
  standardOffset: { time: "02:00:00.0000000", dayOccurrence: 5, dayOfWeek: "sunday", month: 10, year: 0 },
  daylightOffset: {
    daylightBias: -60,
    time: "01:00:00.0000000",
    dayOccurrence: 5,
    dayOfWeek: "sunday",
    month: 3,
    year: 0,
  },
};

/** The zone name in a person's mailbox settings. */
export function zoneNameOf(person: LocalPerson): string {
  return namesZonesByIana.has(person.givenName) ? person.zone : windowsZoneOf(person.zone);
}

/** Graph's workingHours of a person. */
export function workingHoursOf(person: LocalPerson) {
  return {
    daysOfWeek: person.hours.days.map((day) => dayNames[day - 1]),
    startTime: `${person.hours.from}:00.0000000`,
    endTime: `${person.hours.to}:00.0000000`,
    timeZone: person.givenName === keepsCustomZone ? customZone : { name: zoneNameOf(person) },
  };
}
