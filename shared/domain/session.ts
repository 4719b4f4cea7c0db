import type { CheckInId } from "./check-in.ts";
import type { Id } from "./id.ts";
import { isMember, type PairId } from "./pair.ts";
import type { PersonId } from "./person.ts";
import type { PromptId } from "./prompt.ts";
import { done, type Result, refuse } from "./result.ts";

export type SessionId = Id<"session">;

/** The conversation's phases: both arrive, two prompts to choose from, a turn each, an ending to say together, and over. */
export const sessionPhases = ["arrive", "choose", "speak", "close", "over"] as const;
export type SessionPhase = (typeof sessionPhases)[number];

/** How many prompts a session goes through. */
export const rounds = 2;

/** The live state that both side panels show. It holds no private word and no count of seconds. */
export interface Session {
  readonly id: SessionId;
  readonly checkInId: CheckInId;
  readonly pairId: PairId;
  readonly number: number;
  readonly members: readonly PersonId[];
  readonly opener: PersonId;
  readonly phase: SessionPhase;
  /** From 1; the round that is going on or comes next. */
  readonly round: number;
  readonly arrived: readonly PersonId[];
  readonly offered: readonly PromptId[];
  /** Prompts opened or set aside in this session. */
  readonly used: readonly PromptId[];
  readonly promptId: PromptId | null;
  /** Who speaks, while a turn goes on. */
  readonly speaker: PersonId | null;
  /** Whether a prompt was left before everybody had a turn; never whose. */
  readonly uneven: boolean;
  readonly version: number;
}

/** What a person may do in a session. The prompts to offer are looked up by the caller. */
export type SessionCommand =
  | { readonly type: "arrive" }
  | { readonly type: "begin"; readonly offer: readonly PromptId[] }
  | { readonly type: "offer-others"; readonly offer: readonly PromptId[] }
  | { readonly type: "pick"; readonly promptId: PromptId }
  | { readonly type: "change-over"; readonly offer: readonly PromptId[] }
  | { readonly type: "move-on"; readonly offer: readonly PromptId[] }
  | { readonly type: "close" };

export type SessionRefusal = "session-moved-on" | "prompt-not-offered" | "not-at-this-point";

/** A session that nobody has begun. */
export function openSession(
  start: Pick<Session, "id" | "checkInId" | "pairId" | "number" | "members" | "opener">,
): Session {
  return {
    ...start,
    phase: "arrive",
    round: 1,
    arrived: [],
    offered: [],
    used: [],
    promptId: null,
    speaker: null,
    uneven: false,
    version: 1,
  };
}

/**
 * The session after a command. Either partner may give any command.
 *
 * Commands carry the version the person saw: of two given at once the first counts and the second is answered "session-moved-on", so one
 * tap each never skips a turn. Arriving is always welcome and changes no version twice.
 */
export function decideSession(
  session: Session,
  command: SessionCommand,
  by: PersonId,
  seen: number,
): Result<Session, SessionRefusal> {
  if (!isMember(session, by)) throw new Error("Only the pair acts in its session.");
  if (command.type === "arrive") return done(arrive(session, by));
  if (seen !== session.version) return refuse("session-moved-on");
  const next = step(session, command);
  return next.ok ? done({ ...next.value, version: session.version + 1 }) : next;
}

function step(session: Session, command: Exclude<SessionCommand, { type: "arrive" }>): Result<Session, SessionRefusal> {
  switch (command.type) {
    case "begin":
      return session.phase === "arrive" ? done(choose(session, command.offer)) : refuse("not-at-this-point");
    case "offer-others":
      return session.phase === "choose" ? done(choose(setAside(session), command.offer)) : refuse("not-at-this-point");
    case "pick":
      return pick(session, command.promptId);
    case "change-over":
      return session.phase === "speak" ? done(changeOver(session, command.offer)) : refuse("not-at-this-point");
    case "move-on":
      return session.phase === "speak"
        ? done(endRound({ ...session, uneven: true }, command.offer))
        : refuse("not-at-this-point");
    case "close":
      return session.phase === "over"
        ? refuse("not-at-this-point")
        : done({ ...session, phase: "over", speaker: null, promptId: null });
  }
}

function arrive(session: Session, by: PersonId): Session {
  if (session.arrived.includes(by)) return session;
  return {
    ...session,
    arrived: session.members.filter((one) => one === by || session.arrived.includes(one)),
    version: session.version + 1,
  };
}

const choose = (session: Session, offer: readonly PromptId[]): Session => ({
  ...session,
  phase: "choose",
  offered: offer,
  promptId: null,
  speaker: null,
});

const setAside = (session: Session): Session => ({
  ...session,
  used: [...new Set([...session.used, ...session.offered])],
});

function pick(session: Session, promptId: PromptId): Result<Session, SessionRefusal> {
  if (session.phase !== "choose") return refuse("not-at-this-point");
  if (!session.offered.includes(promptId)) return refuse("prompt-not-offered");
  const speaker = speakingOrder(session)[0] ?? session.opener;
  return done({ ...session, phase: "speak", promptId, speaker, used: [...new Set([...session.used, promptId])] });
}

function changeOver(session: Session, offer: readonly PromptId[]): Session {
  const order = speakingOrder(session);
  const next = order[order.findIndex((one) => one === session.speaker) + 1];
  return next === undefined ? endRound(session, offer) : { ...session, speaker: next };
}

function endRound(session: Session, offer: readonly PromptId[]): Session {
  if (session.round >= rounds) return { ...session, phase: "close", promptId: null, speaker: null, offered: [] };
  return choose({ ...session, round: session.round + 1 }, offer);
}

/** Who speaks in which order this round: the opener first in the first round, then the next member, going round. */
export function speakingOrder(session: Pick<Session, "members" | "opener" | "round">): readonly PersonId[] {
  const { members, opener, round } = session;
  const first = (members.indexOf(opener) + round - 1) % members.length;
  return [...members.slice(first), ...members.slice(0, first)];
}
