import type { Goal } from "./goal.ts";
import type { TenantId } from "./id.ts";
import type { JournalEntry } from "./journal-entry.ts";
import { isMember, type Pair } from "./pair.ts";
import type { PersonId } from "./person.ts";

/** What a person may be in the programme. A coordinator who also takes part acts as one or the other, never as both at once. */
export const roles = ["participant", "coordinator"] as const;
export type Role = (typeof roles)[number];

/** What the server does by itself. Each is a job with rights of its own in the database. */
export const jobNames = [
  "offer-slots",
  "write-to-calendar",
  "furnish-meeting",
  "follow-check-in",
  "tell-news",
  "watch-mailbox",
  "sweep-mailbox",
  "sweep-mailboxes",
  "take-notices",
  "keep-rhythm",
  "tell-rhythm",
  "note-meeting",
  "greet-meeting",
  "forget-meetings",
  "keep-connection",
  "tell-connection",
  "preview-cohort-booking",
  "book-cohort",
  "tell-cohort-booking",
  "import-programme",
] as const;
export type JobName = (typeof jobNames)[number];

/** Who acts. Every transaction names one, and the database shows nothing without. */
export type Actor =
  | { readonly kind: "person"; readonly tenantId: TenantId; readonly personId: PersonId; readonly role: Role }
  | { readonly kind: "job"; readonly tenantId: TenantId; readonly job: JobName };

/** The pair's own space (goals, check-ins, sessions): its members alone, acting as participants. */
export const mayEnterPair = (actor: Actor, pair: Pick<Pair, "tenantId" | "members">): boolean =>
  actor.kind === "person" &&
  actor.role === "participant" &&
  actor.tenantId === pair.tenantId &&
  isMember(pair, actor.personId);

/** A goal: everyone in the pair reads and writes every goal of the pair. */
export const mayTouchGoal = (
  actor: Actor,
  pair: Pick<Pair, "tenantId" | "id" | "members">,
  goal: Pick<Goal, "pairId">,
): boolean => goal.pairId === pair.id && mayEnterPair(actor, pair);

/** A journal entry: its author always; the others in the pair while it is shared with them. */
export const mayReadEntry = (
  actor: Actor,
  pair: Pick<Pair, "tenantId" | "id" | "members">,
  entry: Pick<JournalEntry, "pairId" | "author" | "audience">,
): boolean =>
  entry.pairId === pair.id && mayEnterPair(actor, pair) && (isAuthor(actor, entry) || entry.audience === "partner");

/** Changing or erasing an entry: its author alone. */
export const mayWriteEntry = (actor: Actor, entry: Pick<JournalEntry, "author">): boolean => isAuthor(actor, entry);

/** A cohort's counts and names of quiet pairs: coordinators. */
export const maySeeCohort = (actor: Actor): boolean => actor.kind === "person" && actor.role === "coordinator";

const isAuthor = (actor: Actor, entry: Pick<JournalEntry, "author">): boolean =>
  actor.kind === "person" && actor.role === "participant" && actor.personId === entry.author;
