import { and, asc, eq, sql } from "drizzle-orm";
import type { OwnPrompt, Readiness } from "../../shared/domain/library/library.ts";
import type { Purpose } from "../../shared/domain/programme.ts";
import type { TopicLabel } from "../../shared/domain/prompt.ts";
import type { LibraryRecords } from "../ports/library-records.ts";
import { broughtPrompt, depthReadiness, organisationPrompt, promptChoice, retiredPrompt } from "./schema.ts";
import type { Transaction } from "./transaction.ts";

/** How deep everyone is ready to go before anybody said so. */
const readyFor: Readiness = 2;

/** Prompts of the organisation's own, and what people choose about prompts. */
export function libraryRecords(transaction: Transaction): LibraryRecords {
  return { ...ofOrganisation(transaction), ...ofPerson(transaction), ...ofPair(transaction), ...bringing(transaction) };
}

function ofOrganisation({
  db,
  actor: { tenantId },
}: Transaction): Pick<LibraryRecords, "organisation" | "organisationForChange" | "saveOwn" | "retire"> {
  const organisation = async () => {
    const ours = eq(organisationPrompt.tenantId, tenantId);
    const order = [asc(organisationPrompt.addedAt), asc(organisationPrompt.id)];
    const [own, retired] = await Promise.all([
      db
        .select()
        .from(organisationPrompt)
        .where(ours)
        .orderBy(...order),
      db.select().from(retiredPrompt).where(eq(retiredPrompt.tenantId, tenantId)),
    ]);
    return { own: own.map(readOwn), retired: new Set(retired.map((one) => one.promptId)) };
  };
  return {
    organisation,
    organisationForChange: async () => {
      // A lock of its own, as there may be no row yet to lock.
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} library`}, 732))`);
      return organisation();
    },
    saveOwn: async ({ id, version, ...words }) => {
      const { stage, theme, kind, depth, minutes, whoFirst, text, followUps, lighter, labels, purposes } = words;
      const lists = { followUps: [...followUps], labels: [...labels], purposes: [...purposes] };
      const change = { stage, theme, kind, depth, minutes, whoFirst, text, lighter, ...lists, version };
      const stored = { id: organisationPrompt.id };
      if (version === 1) {
        const added = db.insert(organisationPrompt).values({ tenantId, id, ...change });
        return (await added.onConflictDoNothing().returning(stored)).length > 0;
      }
      const same = and(eq(organisationPrompt.tenantId, tenantId), eq(organisationPrompt.id, id));
      const before = and(same, eq(organisationPrompt.version, version - 1));
      return (await db.update(organisationPrompt).set(change).where(before).returning(stored)).length > 0;
    },
    retire: async (promptId, isRetired) => {
      const same = and(eq(retiredPrompt.tenantId, tenantId), eq(retiredPrompt.promptId, promptId));
      if (isRetired) await db.insert(retiredPrompt).values({ tenantId, promptId }).onConflictDoNothing();
      else await db.delete(retiredPrompt).where(same);
    },
  };
}

function readOwn(row: typeof organisationPrompt.$inferSelect): OwnPrompt {
  const { tenantId: _tenantId, addedAt: _addedAt, ...prompt } = row;
  return prompt;
}

function ofPerson({ db, actor }: Transaction): Pick<LibraryRecords, "choices" | "saveChoices"> {
  const { tenantId } = actor;
  const personId = actor.kind === "person" ? actor.personId : "";
  return {
    choices: async () => {
      const mine = and(eq(promptChoice.tenantId, tenantId), eq(promptChoice.personId, personId));
      const [row] = await db.select().from(promptChoice).where(mine);
      return { personId, favourites: row?.favourites ?? [], muted: row?.muted ?? [] };
    },
    saveChoices: async (choices) => {
      const set = { favourites: [...choices.favourites], muted: [...choices.muted] };
      const target = [promptChoice.tenantId, promptChoice.personId];
      const row = { tenantId, personId: choices.personId, ...set };
      await db.insert(promptChoice).values(row).onConflictDoUpdate({ target, set });
    },
  };
}

/** What the members make together comes from functions, which don't say who made what of it. */
function ofPair({
  db,
  actor,
}: Transaction): Pick<LibraryRecords, "mutedIn" | "readiness" | "saveReadiness" | "readinessOfAll" | "purposesOf"> {
  const { tenantId } = actor;
  const personId = actor.kind === "person" ? actor.personId : "";
  return {
    mutedIn: async (pair) => {
      const [row] = await db.execute<{ muted: TopicLabel[] }>(sql`select app.muted_in(${pair}) as muted`);
      return new Set(row?.muted);
    },
    readiness: async (pairId) => {
      const { tenantId: tenant, pairId: pair, personId: person } = depthReadiness;
      const mine = and(eq(tenant, tenantId), eq(pair, pairId), eq(person, personId));
      const [row] = await db.select().from(depthReadiness).where(mine);
      return row?.depth ?? readyFor;
    },
    saveReadiness: async (pairId, depth) => {
      const target = [depthReadiness.tenantId, depthReadiness.pairId, depthReadiness.personId];
      const row = { tenantId, pairId, personId, depth };
      await db.insert(depthReadiness).values(row).onConflictDoUpdate({ target, set: { depth } });
    },
    readinessOfAll: async (pair) => {
      const [row] = await db.execute<{ depth: Readiness | null }>(sql`select app.readiness_of_all(${pair}) as depth`);
      return row?.depth ?? readyFor;
    },
    purposesOf: async (pair) => {
      const [row] = await db.execute<{ purposes: Purpose[] | null }>(sql`select app.purposes_of(${pair}) as purposes`);
      return row?.purposes ?? [];
    },
  };
}

function bringing({ db, actor }: Transaction): Pick<LibraryRecords, "brought" | "bring"> {
  const { tenantId } = actor;
  const me = actor.kind === "person" ? actor.personId : "";
  const ofCheckIn = (id: string) => and(eq(broughtPrompt.tenantId, tenantId), eq(broughtPrompt.checkInId, id));
  return {
    brought: async (checkIn) => {
      const rows = db.select().from(broughtPrompt).where(ofCheckIn(checkIn)).orderBy(asc(broughtPrompt.personId));
      return (await rows).map(({ personId, promptId }) => ({ personId, promptId }));
    },
    bring: async (checkInId, pairId, promptId) => {
      if (promptId === null) {
        await db.delete(broughtPrompt).where(and(ofCheckIn(checkInId), eq(broughtPrompt.personId, me)));
        return;
      }
      const target = [broughtPrompt.tenantId, broughtPrompt.checkInId, broughtPrompt.personId];
      const row = { tenantId, checkInId, pairId, personId: me, promptId };
      await db.insert(broughtPrompt).values(row).onConflictDoUpdate({ target, set: { promptId } });
    },
  };
}
