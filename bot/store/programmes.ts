import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type Cohort, type Stage, stageOf } from "../../shared/domain/cohort.ts";
import type { CohortCounts } from "../../shared/domain/cohort-overview.ts";
import type { ProgrammeRecords } from "../ports/programme-records.ts";
import { cohort, programme, roleGrant } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

/** What the database's counting function answers: pairs by the number of their next session, which says the stage. */
type Counted = Omit<CohortCounts, "stages"> & { readonly nextSession: Readonly<Record<string, number>> };

/** Programmes, their cohorts, and what coordinators may know of them. */
export function programmeRecords(transaction: Transaction): ProgrammeRecords {
  const {
    db,
    actor: { tenantId },
  } = transaction;
  return {
    ...saving(transaction),
    findCohort: async (id) => {
      const [row] = await db
        .select()
        .from(cohort)
        .where(and(eq(cohort.tenantId, tenantId), eq(cohort.id, id)));
      return row ?? null;
    },
    cohorts: () =>
      db.select().from(cohort).where(eq(cohort.tenantId, tenantId)).orderBy(desc(cohort.startsOn), asc(cohort.name)),
    countCohort: async (id, since) => {
      const [row] = await db.execute<{ counted: Counted | null }>(
        sql`select app.count_cohort(${id}, ${since.toString()}) as counted`,
      );
      return row?.counted ? countsOf(row.counted) : null;
    },
    quietPairs: async (id, since) => {
      const [row] = await db.execute<{ quiet: string[][] | null }>(
        sql`select app.quiet_pairs(${id}, ${since.toString()}) as quiet`,
      );
      return row?.quiet ?? null;
    },
  };
}

function saving({ db }: Transaction): Pick<ProgrammeRecords, "save" | "saveCohort" | "grantCoordinator"> {
  return {
    save: async ({ tenantId, id, name, purposes, statement, sponsorName }) => {
      const change = { name, purposes: [...purposes], statement, sponsorName };
      const target = [programme.tenantId, programme.id];
      await db
        .insert(programme)
        .values({ tenantId, id, ...change })
        .onConflictDoUpdate({ target, set: change });
    },
    saveCohort: async (saved: Cohort) => {
      const { name, startsOn, endsOn, minutes, cadenceDays } = saved;
      const set = { name, startsOn, endsOn, minutes, cadenceDays };
      await db
        .insert(cohort)
        .values(saved)
        .onConflictDoUpdate({ target: [cohort.tenantId, cohort.id], set });
    },
    grantCoordinator: async ({ tenantId, id }, personId) => {
      const grant = { tenantId, programmeId: id, personId, role: "coordinator" } as const;
      await db.insert(roleGrant).values(grant).onConflictDoNothing();
    },
  };
}

/** Sessions past the sixth share the last stage, so several numbers may meet in one. */
function countsOf({ nextSession, ...counts }: Counted): CohortCounts {
  const stages: Partial<Record<Stage, number>> = {};
  for (const [number, pairs] of Object.entries(nextSession)) {
    const stage = stageOf(Number(number));
    stages[stage] = (stages[stage] ?? 0) + pairs;
  }
  return { ...counts, stages };
}
