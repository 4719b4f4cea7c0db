import type { SessionView } from "../../../shared/contract/sessions.ts";
import { mayEnterPair } from "../../../shared/domain/access.ts";
import { holdCheckIn } from "../../../shared/domain/booking.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import { agreedFirst } from "../../../shared/domain/session/agreed-first.ts";
import { decideSession } from "../../../shared/domain/session/decide-session.ts";
import type { Session, SessionCommand, SessionId, SessionRefusal } from "../../../shared/domain/session/session.ts";
import type { SessionScene } from "../../ports/session-records.ts";
import type { Records } from "../../ports.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { askAfterItsHour } from "../rhythm/ask-how-it-went.ts";
import { commandOf, type Wanted } from "./command-of.ts";
import { sessionView } from "./session-view.ts";

export interface Act extends Wanted {
  readonly by: PersonRef;
  readonly sessionId: SessionId;
  /** Names this tap, so that sending it again changes nothing. */
  readonly commandId: string;
  readonly seenVersion: number;
  /** For `say-who`: whom the person names. */
  readonly who?: PersonId | "no-difference" | undefined;
}

export type ActRefusal = SessionRefusal | "not-found" | "bad-input";

type Needs = Pick<Deps, "store" | "clock" | "prompts" | "exercises">;

/**
 * One step in the session by any of the pair. A command that was seen before changes nothing and is answered with what stands. Reaching the next
 * booking or the end says "we met", and the check-in is held.
 */
export const actInSession =
  (deps: Needs) =>
  (input: Act): Promise<Result<SessionView, ActRefusal>> =>
    deps.store.transact<Result<SessionView, ActRefusal>>(participant(input.by), async (records) => {
      const scene = await records.sessions.sceneForChange(input.sessionId, input.commandId);
      if (!scene || !mayEnterPair(participant(input.by), scene.pair)) return refuse("not-found");
      const { session } = scene;
      const decided = scene.isRepeat ? done(session) : await decide(records, scene, input, deps);
      if (!decided.ok) return decided;
      if (decided.value !== session) await keep(records, session, decided.value, input, deps);
      const words = await wordsAfter(records, scene, decided.value);
      return done(await sessionView(records, { ...scene, session: decided.value, words }, deps));
    });

async function decide(
  records: Records,
  { session, isAlone }: SessionScene,
  input: Act,
  deps: Needs,
): Promise<Result<Session, ActRefusal>> {
  if (input.type === "stage" && !isAlone) return refuse("not-at-this-point");
  const at = deps.clock.now().toString({ smallestUnit: "millisecond" });
  const command = await commandOf(records, session, input, at, deps);
  if (!command.ok) return command;
  const decided = decideSession(session, command.value, input.by.personId, input.seenVersion);
  if (!decided.ok || decided.value === session || command.value.type !== "say-who") return decided;
  return nameWho(records, session, command.value, input);
}

/** Keeps whom the person names where nobody can read it, and settles who shares first once everybody has named somebody. */
async function nameWho(
  records: Records,
  session: Session,
  command: Extract<SessionCommand, { readonly type: "say-who" }>,
  { who, by, seenVersion }: Act,
): Promise<Result<Session, ActRefusal>> {
  if (who === undefined || (who !== "no-difference" && !session.members.includes(who))) return refuse("bad-input");
  await records.sessions.nameFirst(session.id, who);
  const named = await records.sessions.takeNamed(session.id);
  const settled = named && { first: agreedFirst(named) };
  return decideSession(session, { ...command, settled }, by.personId, seenVersion);
}

/** The database gives words out by what the session says: where that is more or less than before, they are looked up anew. */
function wordsAfter(records: Records, { session, words }: SessionScene, after: Session) {
  const isSame = session.sharing === after.sharing && session.revealed === after.revealed;
  return isSame ? words : records.sessionWords.shared(after.checkInId);
}

async function keep(
  records: Records,
  before: Session,
  after: Session,
  { by, commandId }: Act,
  deps: Pick<Deps, "clock">,
): Promise<void> {
  await records.sessions.save(after, commandId);
  if (saysWeMet(after) && !saysWeMet(before)) await hold(records, after, by, deps);
}

const saysWeMet = ({ phase }: Session): boolean => phase === "book" || phase === "over";

async function hold(
  records: Records,
  { checkInId, members }: Session,
  by: PersonRef,
  { clock }: Pick<Deps, "clock">,
): Promise<void> {
  const checkIn = await records.checkIns.findForChange(checkInId);
  const held = checkIn && holdCheckIn(checkIn, by.personId);
  if (!held?.ok || held.value === checkIn) return;
  await records.checkIns.save(held.value);
  await askAfterItsHour(records, { tenantId: by.tenantId, members }, held.value, clock.now());
}
