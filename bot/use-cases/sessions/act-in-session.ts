import type { SessionView, sessionCommands } from "../../../shared/contract/sessions.ts";
import { holdCheckIn } from "../../../shared/domain/booking.ts";
import { stageOf } from "../../../shared/domain/cohort.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import { offerPrompts, type Prompt, type PromptId } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import {
  decideSession,
  type Session,
  type SessionCommand,
  type SessionId,
  type SessionRefusal,
} from "../../../shared/domain/session.ts";
import type { Records } from "../../ports.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { sessionContext, sessionView } from "./session-context.ts";

export interface Act {
  readonly by: PersonRef;
  readonly sessionId: SessionId;
  /** Names this tap, so that sending it again changes nothing. */
  readonly commandId: string;
  readonly seenVersion: number;
  readonly type: (typeof sessionCommands)[number];
  readonly promptId?: PromptId | undefined;
}

/** The deepest prompts offered before both have said they are ready for more. */
const openDepth = 2;

/** One step in the session by either partner; closing it says "we met", and the check-in is held. */
export const actInSession =
  ({ store, prompts }: Pick<Deps, "store" | "prompts">) =>
  (input: Act): Promise<Result<SessionView, SessionRefusal | "not-found">> =>
    store.transact(participant(input.by), async (records) => {
      const context = await sessionContext(
        records,
        participant(input.by),
        await records.sessions.findForChange(input.sessionId),
      );
      if (!context) return refuse("not-found");
      if (await records.sessions.hasSeen(input.sessionId, input.commandId)) return done(sessionView(context, prompts));
      const command = await commandOf(records, context.session, input, prompts);
      const decided = decideSession(context.session, command, input.by.personId, input.seenVersion);
      if (!decided.ok) return decided;
      if (decided.value !== context.session) await records.sessions.save(decided.value, input.commandId);
      if (command.type === "close") await hold(records, context.session, input.by.personId);
      return done(sessionView({ ...context, session: decided.value }, prompts));
    });

async function commandOf(
  records: Records,
  session: Session,
  { type, promptId }: Act,
  prompts: readonly Prompt[],
): Promise<SessionCommand> {
  if (type === "arrive" || type === "close") return { type };
  if (type === "pick") return { type, promptId: promptId ?? "" };
  const met = await records.sessions.promptsMet(session.pairId);
  const seen = new Set([...met, ...session.used, ...session.offered]);
  const offer = offerPrompts(prompts, {
    stage: stageOf(session.number),
    seen,
    depth: openDepth,
    turn: turnOf(session),
  });
  return { type, offer: offer.map((one) => one.id) };
}

/** Where in the library this pair starts to look, so that not every pair meets the same two prompts. */
const turnOf = (session: Session) => Number.parseInt(session.id.slice(-6), 16) % 97;

async function hold(records: Records, session: Session, by: PersonId): Promise<void> {
  const checkIn = await records.checkIns.findForChange(session.checkInId);
  const held = checkIn && holdCheckIn(checkIn, by);
  if (held?.ok && held.value !== checkIn) await records.checkIns.save(held.value);
}
