import type { Goal, GoalId } from "../../shared/domain/goal.ts";
import type { JournalEntry, JournalEntryId } from "../../shared/domain/journal-entry.ts";
import type { Pair, PairId } from "../../shared/domain/pair.ts";

export interface PairRecords {
  readonly find: (id: PairId) => Promise<Pair | null>;
  /** The acting person's pairs, the newest first. */
  readonly mine: () => Promise<readonly Pair[]>;
  readonly save: (pair: Pair) => Promise<void>;
}

export interface GoalRecords {
  readonly find: (id: GoalId) => Promise<Goal | null>;
  readonly ofPair: (pair: PairId) => Promise<readonly Goal[]>;
  /** Inserts, or overwrites the version before this one. @returns false when another edit came first. */
  readonly save: (goal: Goal) => Promise<boolean>;
}

export interface JournalRecords {
  readonly find: (id: JournalEntryId) => Promise<JournalEntry | null>;
  /** The entries of the pair that the actor may read, newest first. */
  readonly ofPair: (pair: PairId, limit: number) => Promise<readonly JournalEntry[]>;
  readonly save: (entry: JournalEntry) => Promise<boolean>;
  readonly erase: (id: JournalEntryId) => Promise<void>;
}
