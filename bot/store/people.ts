import { and, eq, sql } from "drizzle-orm";
import { roles } from "../../shared/domain/access.ts";
import type { PeopleRecords } from "../ports/people-records.ts";
import { anyOf } from "./any-of.ts";
import { person } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

/** People: oneself and one's partners; everyone of the tenant for the jobs that write to people. */
export function peopleRecords({ db, actor }: Transaction): PeopleRecords {
  const { tenantId } = actor;
  return {
    find: async (id) => {
      const [row] = await db
        .select()
        .from(person)
        .where(and(eq(person.tenantId, tenantId), eq(person.id, id)));
      return row ?? null;
    },
    findMany: (ids) =>
      db
        .select()
        .from(person)
        .where(and(eq(person.tenantId, tenantId), anyOf(person.id, ids))),
    rolesOf: async (id) => {
      if (actor.kind !== "person" || actor.personId !== id) return [];
      const [answer] = await db.execute<{ roles: string[] | null }>(sql`select app.my_roles() as roles`);
      return roles.filter((role) => answer?.roles?.includes(role));
    },
    save: async ({ tenantId, id, name, fullName, locale, timeZone }) => {
      const change = { name, fullName, locale, timeZone };
      const key = [person.tenantId, person.id];
      await db
        .insert(person)
        .values({ tenantId, id, ...change })
        .onConflictDoUpdate({ target: key, set: change });
    },
  };
}
