import type { CheckInId } from "../../shared/domain/check-in.ts";
import type {
  Brought,
  OrganisationLibrary,
  OwnPrompt,
  PromptChoices,
  Readiness,
} from "../../shared/domain/library/library.ts";
import type { PairId } from "../../shared/domain/pair.ts";
import type { Purpose } from "../../shared/domain/programme.ts";
import type { PromptId, TopicLabel } from "../../shared/domain/prompt.ts";

/** Prompts of the organisation's own, and what people choose about prompts. */
export interface LibraryRecords {
  /** For participants and coordinators. */
  readonly organisation: () => Promise<OrganisationLibrary>;
  /** For coordinators: the same, with everybody else's changes of it held back until the transaction ends. */
  readonly organisationForChange: () => Promise<OrganisationLibrary>;
  /** For coordinators: inserts version 1, or overwrites the version before this one. @returns false when another change came first. */
  readonly saveOwn: (prompt: OwnPrompt) => Promise<boolean>;
  /** For coordinators. */
  readonly retire: (prompt: PromptId, isRetired: boolean) => Promise<void>;
  /** The acting person's. */
  readonly choices: () => Promise<PromptChoices>;
  readonly saveChoices: (choices: PromptChoices) => Promise<void>;
  /** The topics that any member of the acting person's pair leaves out, without who. */
  readonly mutedIn: (pair: PairId) => Promise<ReadonlySet<TopicLabel>>;
  /** The acting person's own; 2 where nothing was said. */
  readonly readiness: (pair: PairId) => Promise<Readiness>;
  readonly saveReadiness: (pair: PairId, depth: Readiness) => Promise<void>;
  /** The least that the members of the acting person's pair have said, without who said it. */
  readonly readinessOfAll: (pair: PairId) => Promise<Readiness>;
  /** The purposes of the programme that the acting person's pair belongs to. */
  readonly purposesOf: (pair: PairId) => Promise<readonly Purpose[]>;
  /** What the pair brings to the check-in. */
  readonly brought: (checkIn: CheckInId) => Promise<readonly Brought[]>;
  /** The acting person's own; `null` brings none. */
  readonly bring: (checkIn: CheckInId, pair: PairId, prompt: PromptId | null) => Promise<void>;
}
