import { seedDocument } from "../../local/seed.ts";
import type { ProgrammeFile } from "../../shared/contract/programme-file.ts";

/** The first programme, in which only these people's pairs have met and every other pair is new. */
export function seedWithNewPairs(now: Date, ...haveMet: readonly string[]): ProgrammeFile {
  const document = seedDocument(now);
  const names = new Map(document.people.map(({ id, name }) => [id, name]));
  return {
    ...document,
    cohorts: document.cohorts.map((cohort) => ({
      ...cohort,
      pairs: cohort.pairs.map((pair) =>
        pair.members.some((member) => haveMet.includes(names.get(member) ?? "")) ? pair : { ...pair, checkIns: [] },
      ),
    })),
  };
}
