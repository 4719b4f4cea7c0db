import type { LocalPerson } from "../identities.ts";
import type { Behaviour } from "./behaviour.ts";
import { windowsZoneOf } from "./zones.ts";

const dayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** People whose mailboxes name their zone the IANA way. The others use Windows names. */
const namesZonesByIana = new Set(["Dara", "Hana", "Sam"]);

/** The one person whose working hours carry a zone of their own making: Irish time, spelled out. */
const keepsCustomZone = "Oona";

const custom = { "@odata.type": "#microsoft.graph.customTimeZone", name: "Customized Time Zone" };

/**
 * Irish time by its rules. `bias` is minutes to add to local time for UTC; `dayOccurrence` 5 is the month's last such day.
 */
const irishZone = {
  ...custom,
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

/** Graph's workingHours of a person, or those that the mailbox was set to. */
export function workingHoursOf(person: LocalPerson, { workingHours, customZone: ownZone }: Behaviour) {
  const hours = workingHours ?? person.hours;
  return {
    daysOfWeek: hours.days.map((day) => dayNames[day - 1]),
    startTime: `${hours.from}:00.0000000`,
    endTime: `${hours.to}:00.0000000`,
    timeZone: ownZone ? { ...custom, ...ownZone } : usualZoneOf(person),
  };
}

const usualZoneOf = (person: LocalPerson) =>
  person.givenName === keepsCustomZone ? irishZone : { name: zoneNameOf(person) };
