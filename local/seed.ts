import type { ProgrammeFile } from "../shared/contract/programme-file.ts";
import { type LocalPerson, localPeople, localPerson } from "./identities.ts";
import { dateFrom, fixedId, weekdayBefore } from "./seed/dates.ts";
import { wordsOf } from "./seed/words.ts";

type PairFile = ProgrammeFile["cohorts"][number]["pairs"][number];

/** Who is paired with whom, how the pair stands, and how many days ago each session was held, oldest first. */
const pairings: readonly (readonly [
  first: string,
  second: string,
  status: PairFile["status"],
  heldDaysAgo: readonly number[],
  hour: number,
])[] = [
  ["Ana", "Ben", "meeting", [50, 21], 10],
  ["Chidi", "Dara", "meeting", [25], 9],
  ["Priya", "Sam", "meeting", [96, 66, 37, 9], 13],
  ["Hana", "Will", "meeting", [44, 15], 9],
  ["Kemi", "Leo", "meeting", [71, 40, 12], 10],
  ["Jun", "Vera", "meeting", [33], 9],
  ["Uma", "Tomas", "meeting", [30], 14],
  ["Niko", "Gus", "meeting", [130, 101, 72, 41, 13], 8],
  ["Zoe", "Aiko", "meeting", [38, 8], 8],
  ["Paul", "Xenia", "meeting", [27], 9],
  ["Mira", "Oona", "meeting", [88, 58], 11],
  ["Farah", "Ivo", "meeting", [61], 8],
  ["Rosa", "Yusuf", "paused", [64], 13],
  ["Qi", "Bram", "agreeing", [], 8],
];

const sponsor = "Zoe Martin";

/** A whole programme for a first look: one cohort of fourteen pairs in various states, three of them rich enough to explore. */
export function seedDocument(now: Date): ProgrammeFile {
  return {
    people: localPeople.map(({ oid, givenName, surname, locale, zone }) => ({
      id: oid,
      name: givenName,
      fullName: `${givenName} ${surname}`,
      locale,
      timeZone: zone,
    })),
    programme: {
      id: fixedId("01", 1),
      name: "Two voices",
      purposes: ["connecting-generations", "collaboration-across-silos"],
      statement:
        "We decide better when people who rarely meet have listened to each other. In a year we want lessons to travel between our sites without a project to carry them.",
      sponsorName: sponsor,
      coordinators: [localPerson("Elif").oid],
    },
    cohorts: [
      {
        id: fixedId("02", 1),
        name: `Spring ${now.getUTCFullYear()}`,
        startsOn: dateFrom(now, -140),
        endsOn: dateFrom(now, 100),
        minutes: 60,
        cadenceDays: 28,
        pairs: pairings.map((_, index) => pairFile(now, index)),
      },
    ],
  };
}

function pairFile(now: Date, index: number): PairFile {
  const pairing = pairings[index];
  if (!pairing) throw new Error(`There is no pair ${index}.`);
  const [first, second, status, heldDaysAgo, hour] = pairing;
  const members = [localPerson(first), localPerson(second)] as const;
  const words = wordsOf[`${first} ${second}`];
  return {
    id: fixedId("03", index + 1),
    members: members.map((member) => member.oid),
    status,
    agreementLines: [
      ...(words?.agreement ??
        (status === "agreeing" ? [] : ["What we say here stays with us.", "Either may pause or stop."])),
    ],
    checkIns: heldDaysAgo.map((days, at) => ({
      id: fixedId("04", index * 10 + at + 1),
      startsAt: weekdayBefore(now, days, hour),
      status: "held",
      opener: members[at % 2 === 0 ? 0 : 1].oid,
      booker: members[at % 2 === 0 ? 1 : 0].oid,
    })),
    goals: (words?.goals ?? []).map(({ owner, reviewInDays, ...goal }, at) => ({
      id: fixedId("05", index * 10 + at + 1),
      owner: owner === null ? null : localPerson(owner).oid,
      reviewOn: reviewInDays === null ? null : dateFrom(now, reviewInDays),
      ...goal,
    })),
    entries: (words?.entries ?? []).map(({ author, daysAgo, ...entry }, at) => ({
      id: fixedId("06", index * 10 + at + 1),
      author: localPerson(author).oid,
      writtenAt: weekdayBefore(now, daysAgo, 15),
      ...entry,
    })),
  };
}

/** Everyone's partner, for a page that introduces people: by given name. */
export const partnerOf = (person: LocalPerson): string | null => {
  const pairing = pairings.find(([first, second]) => first === person.givenName || second === person.givenName);
  return pairing ? (pairing[0] === person.givenName ? pairing[1] : pairing[0]) : null;
};
