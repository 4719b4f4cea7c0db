import { describe, expect, it } from "vitest";
import { programmeFile } from "../shared/contract/programme-file.ts";
import { nextToOpen } from "../shared/domain/turn.ts";
import { localPeople, localPerson } from "./identities.ts";
import { partnerOf, seedDocument } from "./seed.ts";

const days = ["2026-11-23", "2027-01-01", "2027-03-28", "2028-02-29"].map((day) => new Date(`${day}T12:00:00Z`));

describe("the first programme on a fresh machine", () => {
  it.each(days)("[SEED-1] is whole on %s", (now) => {
    const document = programmeFile.parse(seedDocument(now));
    const pairs = document.cohorts.flatMap((cohort) => cohort.pairs);
    expect(document.cohorts.map((cohort) => cohort.name)).toEqual([`Spring ${now.getUTCFullYear()}`]);
    expect(pairs).toHaveLength(14);
    expect(pairs.filter((pair) => pair.goals.length > 0 && pair.entries.length > 0)).toHaveLength(3);
    for (const pair of pairs)
      for (const { startsAt } of pair.checkIns) expect([0, 6]).not.toContain(new Date(startsAt).getUTCDay());
  });

  it("[SEED-2] pairs everyone once, and the coordinator with nobody", () => {
    const members = seedDocument(days[0] as Date).cohorts.flatMap((cohort) =>
      cohort.pairs.flatMap((pair) => pair.members),
    );
    expect(new Set(members).size).toBe(28);
    expect(members).toHaveLength(28);
    expect(members).not.toContain(localPerson("Elif").oid);
    expect(localPeople.filter((person) => partnerOf(person) === null).map((person) => person.givenName)).toEqual([
      "Elif",
    ]);
  });

  it("[SEED-3] has openings that alternate as the rule says", () => {
    for (const pair of seedDocument(days[0] as Date).cohorts.flatMap((cohort) => cohort.pairs))
      pair.checkIns.forEach((checkIn, at) => {
        const history = pair.checkIns.slice(0, at).map(({ status, opener }) => ({ status, opener }));
        expect(checkIn.opener).toBe(nextToOpen(pair, history));
      });
  });

  it("[SEED-1] names the same things by the same ids at every start", () => {
    const ids = (now: Date) =>
      seedDocument(now).cohorts.flatMap((cohort) =>
        cohort.pairs.flatMap((pair) => [pair.id, ...pair.goals.map((goal) => goal.id)]),
      );
    expect(ids(days[0] as Date)).toEqual(ids(days[3] as Date));
  });
});
