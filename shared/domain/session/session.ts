import type { CheckInId } from "../check-in.ts";
import type { Id } from "../id.ts";
import type { PairId } from "../pair.ts";
import type { PersonId } from "../person.ts";
import type { PromptId } from "../prompt.ts";

export type SessionId = Id<"session">;

/**
 * The steps of a conversation: both arrive; what came of last time; a prompt is chosen; where the prompt asks for it, each says privately who
 * shares first; a turn; one question to it; an exercise; appreciations, written apart and read together; what each learned, likewise; the next
 * check-in; over.
 */
export const sessionPhases = [
  "arrive",
  "since",
  "choose",
  "who-first",
  "turn",
  "follow-up",
  "exercise",
  "appreciate",
  "learn",
  "book",
  "over",
] as const;
export type SessionPhase = (typeof sessionPhases)[number];

/** What the pair can go to at any time, in the order in which "go on" leads through what has not been yet. */
export const parts = ["since", "prompts", "exercise", "appreciate", "learn", "book"] as const;
export type Part = (typeof parts)[number];

/** How many prompts a session goes through. */
export const rounds = 2;

/** What is written apart and read together. */
export const revealedKinds = ["appreciation", "learned"] as const;
export type RevealedKind = (typeof revealedKinds)[number];

/** The live state that all panels of a session show. It holds no private word and no count of seconds. */
export interface Session {
  readonly id: SessionId;
  readonly checkInId: CheckInId;
  readonly pairId: PairId;
  readonly number: number;
  readonly members: readonly PersonId[];
  readonly opener: PersonId;
  readonly phase: SessionPhase;
  /** Parts that the pair has entered, the present one last. */
  readonly been: readonly Part[];
  /** From 1; the round that is going on or comes next. */
  readonly round: number;
  readonly arrived: readonly PersonId[];
  readonly offered: readonly PromptId[];
  /** Prompts and exercises opened or set aside in this session. */
  readonly used: readonly PromptId[];
  readonly promptId: PromptId | null;
  /** Whether the prompt's lighter twin stands in its place. */
  readonly isLight: boolean;
  /** Who shares first on this prompt where all named the same person; for this prompt alone. */
  readonly first: PersonId | null;
  /** Who speaks, while a turn or the question to it goes on. */
  readonly speaker: PersonId | null;
  /** Who has had the turn on this prompt. */
  readonly spoken: readonly PersonId[];
  /** ISO instant at which the turn began, while it lasts; nothing of it is kept afterwards. */
  readonly turnSince: string | null;
  readonly exerciseId: PromptId | null;
  /** From 0. */
  readonly exerciseStep: number;
  /** Who has answered apart at this step: named who shares first, or finished writing. */
  readonly ready: readonly PersonId[];
  readonly revealed: readonly RevealedKind[];
  /** Who shares what they carry over from last time. */
  readonly sharing: readonly PersonId[];
  /** Whether this offer comes after a prompt was left; never by whom. */
  readonly hasLeft: boolean;
  /** Whether a prompt was left before everybody had a turn; never whose. */
  readonly uneven: boolean;
  /** Whether the pair wants the prompt on the meeting's stage. */
  readonly isStaged: boolean;
  /** The version at which the present step began. */
  readonly stepSince: number;
  readonly version: number;
}

/**
 * What a person may do. Prompts and exercises to offer are looked up by the caller; `at` is the ISO instant now.
 *
 * - `go-on` leads to the first part that has not been yet, and from the last to the end; in `choose` it leaves what is left of the rounds.
 * - `go-to` leads to any part, whether it has been or not.
 * - `say-who`: `settled` is what all have named together, or `null` while some have not; what one has named is kept elsewhere.
 * - `ask` ends the turn with a question to it; `change-over` gives the turn on, and after the last ends the round.
 * - `lighten` puts the lighter twin in the prompt's place; `leave` goes back to two others in the same round; `move-on` ends the round early.
 */
export type SessionCommand =
  | { readonly type: "arrive" }
  | ({ readonly type: "go-on" } & Offer)
  | ({ readonly type: "go-to"; readonly part: Part } & Offer)
  | ({ readonly type: "offer-others" } & Offer)
  | ({ readonly type: "swap"; readonly promptId: PromptId } & Offer)
  | { readonly type: "pick"; readonly promptId: PromptId; readonly asksWhoFirst: boolean; readonly at: string }
  | { readonly type: "say-who"; readonly settled: { readonly first: PersonId | null } | null; readonly at: string }
  | { readonly type: "skip-who"; readonly at: string }
  | { readonly type: "ask" }
  | ({ readonly type: "change-over" } & Offer)
  | { readonly type: "lighten" }
  | ({ readonly type: "leave" } & Offer)
  | ({ readonly type: "move-on" } & Offer)
  | { readonly type: "next-step"; readonly steps: number }
  | { readonly type: "step-back" }
  | ({ readonly type: "swap-exercise" } & Offer)
  | { readonly type: "ready" }
  | { readonly type: "not-ready" }
  | { readonly type: "share-carry-over" }
  | { readonly type: "keep-carry-over" }
  | { readonly type: "stage" }
  | { readonly type: "unstage" }
  | { readonly type: "close" };

/** What may be offered next, whether or not the command comes to need it. */
export interface Offer {
  readonly offer: readonly PromptId[];
  /** `null` where no exercise suits. */
  readonly exercise: PromptId | null;
  readonly at: string;
}

export const sessionCommandTypes = [
  "arrive",
  "go-on",
  "go-to",
  "offer-others",
  "swap",
  "pick",
  "say-who",
  "skip-who",
  "ask",
  "change-over",
  "lighten",
  "leave",
  "move-on",
  "next-step",
  "step-back",
  "swap-exercise",
  "ready",
  "not-ready",
  "share-carry-over",
  "keep-carry-over",
  "stage",
  "unstage",
  "close",
] as const satisfies readonly SessionCommand["type"][];
export type SessionCommandType = (typeof sessionCommandTypes)[number];

type Commands = { readonly [Type in SessionCommandType]: Extract<SessionCommand, { readonly type: Type }> };

/** The command of one type, or of any of several. */
export type CommandOf<Type extends SessionCommandType> = {
  readonly [One in Type]: { readonly type: One } & Commands[One];
}[Type];

export type SessionRefusal = "session-moved-on" | "prompt-not-offered" | "not-at-this-point";

/** A session that nobody has begun. */
export function openSession(
  start: Pick<Session, "id" | "checkInId" | "pairId" | "number" | "members" | "opener">,
): Session {
  return {
    ...start,
    phase: "arrive",
    been: [],
    round: 1,
    arrived: [],
    offered: [],
    used: [],
    promptId: null,
    isLight: false,
    first: null,
    speaker: null,
    spoken: [],
    turnSince: null,
    exerciseId: null,
    exerciseStep: 0,
    ready: [],
    revealed: [],
    sharing: [],
    hasLeft: false,
    uneven: false,
    isStaged: false,
    stepSince: 1,
    version: 1,
  };
}

/** The part that a phase belongs to; `null` before the first and after the last. */
export function partOf(phase: SessionPhase): Part | null {
  if (phase === "choose" || phase === "who-first" || phase === "turn" || phase === "follow-up") return "prompts";
  return phase === "arrive" || phase === "over" ? null : phase;
}
