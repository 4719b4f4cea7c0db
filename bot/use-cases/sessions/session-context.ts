import type { SessionView } from "../../../shared/contract/sessions.ts";
import { type Actor, mayEnterPair } from "../../../shared/domain/access.ts";
import { stageOf } from "../../../shared/domain/cohort.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import type { Person } from "../../../shared/domain/person.ts";
import type { Prompt, PromptId } from "../../../shared/domain/prompt.ts";
import { rounds, type Session } from "../../../shared/domain/session.ts";
import type { Records } from "../../ports.ts";
import { membersView } from "../home/read-home.ts";

/** A session with the pair around it. */
export interface SessionContext {
  readonly session: Session;
  readonly pair: Pair;
  readonly people: readonly Person[];
}

/** Gathers what the panel shows around a session; `null` when the pair is not there for whoever acts. */
export async function sessionContext(
  records: Records,
  actor: Actor,
  session: Session | null,
): Promise<SessionContext | null> {
  const pair = session && (await records.pairs.find(session.pairId));
  if (!pair || !mayEnterPair(actor, pair)) return null;
  const found = await records.people.findMany(session.members);
  return { session, pair, people: session.members.flatMap((id) => found.find((one) => one.id === id) ?? []) };
}

/** What both side panels show. */
export function sessionView({ session, pair, people }: SessionContext, prompts: readonly Prompt[]): SessionView {
  const view = (id: PromptId) => prompts.filter((one) => one.id === id).map(promptView);
  const { id, checkInId, number, opener, phase, round, arrived, speaker, version } = session;
  return {
    id,
    checkInId,
    number,
    stage: stageOf(number),
    members: membersView(people),
    opener,
    phase,
    round,
    rounds,
    arrived: [...arrived],
    offered: session.offered.flatMap(view),
    prompt: session.promptId ? (view(session.promptId)[0] ?? null) : null,
    speaker,
    agreementLines: [...pair.agreementLines],
    version,
  };
}

const promptView = ({ id, theme, minutes, text, followUps, lighter }: Prompt) => ({
  id,
  theme,
  minutes,
  text,
  followUps: [...followUps],
  lighter,
});
