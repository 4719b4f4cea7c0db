import { and, eq } from "drizzle-orm";
import type { PersonId } from "../../shared/domain/person.ts";
import type { GrantRecords } from "../ports/grant-records.ts";
import { type OwnPlace, openOwn, sealOwn } from "./own-words.ts";
import { calendarGrant } from "./schema.ts";
import type { SealingKeys } from "./seal.ts";
import type { Transaction } from "./transaction.ts";

/** People's leave to reach their own calendars. Only its person gives it; a job renews what is given, and nothing that was taken back meanwhile. */
export function grantRecords({ db, actor }: Transaction, keys: SealingKeys): GrantRecords {
  const { tenantId } = actor;
  const own = (person: PersonId) => and(eq(calendarGrant.tenantId, tenantId), eq(calendarGrant.personId, person));
  return {
    find: async (personId) => {
      const [row] = await db.select().from(calendarGrant).where(own(personId));
      if (!row) return null;
      return { refreshToken: openOwn(keys, row.refreshToken, placeOf(tenantId, personId)), state: row.state };
    },
    save: async (personId, { refreshToken, state }) => {
      const set = { refreshToken: sealOwn(keys, refreshToken, placeOf(tenantId, personId)), state };
      if (actor.kind === "job") {
        await db.update(calendarGrant).set(set).where(own(personId));
        return;
      }
      const target = [calendarGrant.tenantId, calendarGrant.personId];
      await db
        .insert(calendarGrant)
        .values({ tenantId, personId, ...set })
        .onConflictDoUpdate({ target, set });
    },
    erase: async (personId) => {
      await db.delete(calendarGrant).where(own(personId));
    },
  };
}

const placeOf = (tenantId: string, personId: PersonId): OwnPlace => ({
  tenantId,
  of: personId,
  row: personId,
  noun: "refresh-token",
});
