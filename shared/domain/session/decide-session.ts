import { isMember } from "../pair.ts";
import type { PersonId } from "../person.ts";
import { done, type Result, refuse } from "../result.ts";
import { notReady, ready } from "./apart.ts";
import { close, endRound, goOn, goTo } from "./arc.ts";
import { arrive, keepCarryOver, shareCarryOver, stage, unstage } from "./beside.ts";
import { nextStep, stepBack, swapExercise } from "./exercise-steps.ts";
import { ask, changeOver, leave, lighten, offerOthers, pick, sayWho, skipWho, swap } from "./prompt-steps.ts";
import {
  type CommandOf,
  type Session,
  type SessionCommandType,
  type SessionPhase,
  type SessionRefusal,
  sessionPhases,
} from "./session.ts";

/** What a command does where it belongs: the next session, the same one where nothing changes, or a refusal. */
type Step<Type extends SessionCommandType> = (
  session: Session,
  command: CommandOf<Type>,
  by: PersonId,
) => Session | SessionRefusal;

const anywhere = sessionPhases;
const underWay = sessionPhases.filter((phase) => phase !== "over");
const onAPrompt = ["who-first", "turn", "follow-up"] as const;
const writing = ["appreciate", "learn"] as const;

/** Every command, where it belongs and what it does there. */
const steps: { readonly [Type in SessionCommandType]: readonly [readonly SessionPhase[], Step<Type>] } = {
  arrive: [anywhere, arrive],
  "share-carry-over": [anywhere, shareCarryOver],
  "keep-carry-over": [anywhere, keepCarryOver],

  "go-on": [underWay, goOn],
  "go-to": [anywhere, goTo],
  close: [underWay, close],

  "offer-others": [["choose"], offerOthers],
  swap: [["choose"], swap],
  pick: [["choose"], pick],
  "say-who": [["who-first"], sayWho],
  "skip-who": [["who-first"], skipWho],
  ask: [["turn"], ask],
  "change-over": [["turn", "follow-up"], changeOver],
  lighten: [[...onAPrompt, "exercise"], lighten],
  leave: [onAPrompt, leave],
  "move-on": [onAPrompt, endRound],

  "next-step": [["exercise"], nextStep],
  "step-back": [["exercise"], stepBack],
  "swap-exercise": [["exercise"], swapExercise],

  ready: [writing, ready],
  "not-ready": [writing, notReady],

  stage: [underWay, stage],
  unstage: [anywhere, unstage],
};

/** What only says that somebody is there, or takes something back: never too late. */
const alwaysWelcome: ReadonlySet<SessionCommandType> = new Set(["arrive", "keep-carry-over", "unstage"]);

/** What leaves the step as it is, unless it was what the step waited for. */
const withinAStep: ReadonlySet<SessionCommandType> = new Set([
  "arrive",
  "share-carry-over",
  "keep-carry-over",
  "say-who",
  "ready",
  "not-ready",
  "stage",
  "unstage",
]);

/**
 * The session after a command, or the same object where the command changes nothing. Everybody in the pair may give any command.
 *
 * A command counts while the step that its giver saw goes on: of two taps that would end a step the first counts, and the second is refused as
 * "session-moved-on"; two people who act within a step at once don't get in each other's way.
 *
 * @param seen - the version that the giver saw.
 * @throws when somebody else than the pair acts.
 */
export function decideSession<Type extends SessionCommandType>(
  session: Session,
  command: CommandOf<Type>,
  by: PersonId,
  seen: number,
): Result<Session, SessionRefusal> {
  if (!isMember(session, by)) throw new Error("Only the pair acts in its session.");
  if (!alwaysWelcome.has(command.type) && !isUpToDate(session, seen)) return refuse("session-moved-on");
  const [phases, step] = steps[command.type];
  if (!phases.includes(session.phase)) return refuse("not-at-this-point");
  const next = step(session, command, by);
  if (typeof next === "string") return refuse(next);
  return done(next === session ? session : counted(session, next, command.type));
}

const isUpToDate = ({ stepSince, version }: Session, seen: number): boolean => stepSince <= seen && seen <= version;

function counted(before: Session, after: Session, type: SessionCommandType): Session {
  const version = before.version + 1;
  const isSameStep = withinAStep.has(type) && before.phase === after.phase && before.revealed === after.revealed;
  return { ...after, version, stepSince: isSameStep ? before.stepSince : version };
}
