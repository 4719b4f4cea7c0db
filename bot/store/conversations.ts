import { and, eq } from "drizzle-orm";
import type { ConversationRecords } from "../ports/conversation-records.ts";
import { checkInCard, conversation } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

/** Where the bot reaches people, and which message shows them which check-in. */
export function conversationRecords({ db, actor: { tenantId } }: Transaction): ConversationRecords {
  return {
    find: async (personId) => {
      const theirs = and(eq(conversation.tenantId, tenantId), eq(conversation.personId, personId));
      const [row] = await db.select().from(conversation).where(theirs);
      return row?.reference ?? null;
    },
    save: async (personId, reference) => {
      const target = [conversation.tenantId, conversation.personId];
      await db
        .insert(conversation)
        .values({ tenantId, personId, reference })
        .onConflictDoUpdate({ target, set: { reference } });
    },
    cardOf: async (checkInId, personId) => {
      const { tenantId: tenant, checkInId: ofCheckIn, personId: shownTo } = checkInCard;
      const same = and(eq(tenant, tenantId), eq(ofCheckIn, checkInId), eq(shownTo, personId));
      const [row] = await db.select().from(checkInCard).where(same);
      return row?.activityId ?? null;
    },
    saveCard: async (checkInId, personId, activityId) => {
      const target = [checkInCard.tenantId, checkInCard.checkInId, checkInCard.personId];
      const card = { tenantId, checkInId, personId, activityId };
      await db.insert(checkInCard).values(card).onConflictDoUpdate({ target, set: { activityId } });
    },
  };
}
