import type { ProgrammeFile } from "../../../shared/contract/programme-file.ts";
import { untouched } from "../../../shared/domain/check-in.ts";
import { addGoal, settleGoal } from "../../../shared/domain/goal.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import { writeEntry } from "../../../shared/domain/journal-entry.ts";
import type { Person, PersonId } from "../../../shared/domain/person.ts";
import { hasPurpose } from "../../../shared/domain/programme.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Records } from "../../ports.ts";
import { type Deps, job, participant } from "../deps.ts";

type PersonFile = ProgrammeFile["people"][number];
type CohortFile = ProgrammeFile["cohorts"][number];
type PairFile = CohortFile["pairs"][number];

/**
 * Takes a whole programme in from a document. People, programme and cohorts are brought up to date; a pair that is there already stays as
 * it is with all that belongs to it, so that a second import adds only what is new.
 * Goals and entries are saved as their authors, behind the same walls as if they had written them here.
 */
export const importProgramme =
  ({ store, directory }: Pick<Deps, "store" | "directory">) =>
  async ({
    tenantId,
    file,
  }: {
    readonly tenantId: TenantId;
    readonly file: ProgrammeFile;
  }): Promise<{ readonly pairs: number }> => {
    if (!hasPurpose(file.programme)) throw noPurpose();
    const pairs = file.cohorts.flatMap((cohort) => cohort.pairs);
    const people: Person[] = [];
    for (const person of file.people) people.push({ tenantId, ...(await wholePerson(directory, person)) });
    await store.transact(job(tenantId, "import-programme"), async (records) => {
      for (const person of people) await records.people.save(person);
      const { coordinators, ...programme } = file.programme;
      await records.programmes.save({ tenantId, ...programme });
      for (const person of coordinators) await records.programmes.grantCoordinator({ tenantId, ...programme }, person);
      for (const cohort of file.cohorts) await saveCohort(records, tenantId, programme.id, cohort);
    });
    for (const pair of pairs) await saveWords(store, tenantId, pair);
    return { pairs: pairs.length };
  };

/** The person as the file says, and as the directory says where it is silent. */
async function wholePerson(directory: Directory, person: PersonFile): Promise<Omit<Person, "tenantId">> {
  const { id, name, fullName, locale, timeZone } = person;
  if (name && fullName && locale && timeZone) return { id, name, fullName, locale, timeZone };
  const known = await directory.find(id);
  if (!known) throw unknownPerson(id);
  return {
    id,
    name: name ?? known.givenName,
    fullName: fullName ?? known.fullName,
    locale: locale ?? known.locale ?? "en",
    timeZone: timeZone ?? known.timeZone ?? "UTC",
  };
}

/** The file can't be taken in as it is; the message says what to mend. Nothing was taken in. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
}

const unknownPerson = (id: PersonId) =>
  new ImportRefused(
    `The directory knows nobody with the object id ${id}. Check the id, or write the name, full name, locale and time zone into the file.`,
  );

const noPurpose = () =>
  new ImportRefused(
    "The programme has no whole purpose yet: it needs one or two purposes, a statement and a named sponsor.",
  );

async function saveCohort(
  records: Records,
  tenantId: TenantId,
  programmeId: string,
  { pairs, ...cohort }: CohortFile,
): Promise<void> {
  await records.programmes.saveCohort({ tenantId, programmeId, ...cohort });
  for (const { checkIns, goals: _goals, entries: _entries, ...pair } of pairs) {
    if (await records.pairs.find(pair.id)) continue;
    await records.pairs.save({ tenantId, cohortId: cohort.id, ...pair });
    await saveHistory(records, pair.id, cohort.minutes, checkIns);
  }
}

async function saveHistory(
  records: Records,
  pairId: string,
  minutes: number,
  checkIns: PairFile["checkIns"],
): Promise<void> {
  let held = 0;
  for (const { id, startsAt, status, opener, booker } of checkIns) {
    if (status === "held") held += 1;
    const number = status === "held" ? held : held + 1;
    const endsAt = Temporal.Instant.from(startsAt).add({ minutes }).toString({ smallestUnit: "second" });
    const slot = { startsAt, endsAt, stretch: null };
    await records.checkIns.save({
      ...untouched,
      id,
      pairId,
      number,
      status,
      minutes,
      opener,
      booker,
      offered: [],
      slot,
      bookingId: null,
      event: null,
      version: 1,
    });
  }
}

async function saveWords(store: Deps["store"], tenantId: TenantId, pair: PairFile): Promise<void> {
  for (const { state, ...goal } of pair.goals) {
    const personId = goal.owner ?? pair.members[0] ?? "";
    await store.transact(participant({ tenantId, personId }), async (records) => {
      const added = addGoal({ ...goal, pairId: pair.id }, []);
      if (!added.ok || !(await records.goals.save(added.value))) return;
      const settled = settleGoal(added.value, state);
      if (settled !== added.value) await records.goals.save(settled);
    });
  }
  for (const entry of pair.entries) {
    await store.transact(participant({ tenantId, personId: entry.author }), async (records) => {
      const written = writeEntry({ ...entry, pairId: pair.id });
      if (written.ok) await records.journal.save(written.value);
    });
  }
}
