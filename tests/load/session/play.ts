import type { Exercise } from "../../../shared/domain/exercise.ts";
import type { Prompt } from "../../../shared/domain/prompt.ts";
import { decideSession } from "../../../shared/domain/session/decide-session.ts";
import { openSession, type Session, type SessionCommand } from "../../../shared/domain/session/session.ts";
import { nextTap, type Standing, type Tap } from "./next-tap.ts";

interface Library {
  readonly prompts: readonly Prompt[];
  readonly exercises: readonly Exercise[];
}

/** A session as it stands after so many taps of its members, who have nothing else to do. @throws when a tap is refused. */
export function sessionAfter(
  start: Omit<Parameters<typeof openSession>[0], "number">,
  taps: number,
  library: Library,
): Session {
  let session = openSession({ ...start, number: 3 });
  for (let number = 0; number < taps; number += 1) session = tapped(session, number, library);
  return session;
}

function tapped(session: Session, number: number, library: Library): Session {
  const tap = nextTap(standing(session, library), number);
  const by = session.members[tap.by] ?? session.opener;
  const result = decideSession(session, commandOf(session, tap, library), by, session.version);
  if (!result.ok) throw new Error(`"${tap.type}" was answered with ${result.refusal}.`);
  return result.value;
}

const standing = (session: Session, { exercises }: Library): Standing => ({
  ...session,
  members: session.members.map((id) => ({ id })),
  offered: session.offered.map((id) => ({ id })),
  exercise: exercises.find(({ id }) => id === session.exerciseId) ?? null,
});

function commandOf(session: Session, tap: Tap, { prompts, exercises }: Library): SessionCommand {
  const at = new Date().toISOString();
  const fresh = prompts.filter(({ id }) => !session.used.includes(id) && !session.offered.includes(id));
  const offer = { offer: fresh.slice(0, 2).map(({ id }) => id), exercise: exercises[0]?.id ?? null, at };
  const asksWhoFirst = prompts.some(({ id, whoFirst }) => id === tap.promptId && whoFirst === "more-authority");
  const areAllNaming = session.ready.length + 1 === session.members.length;
  const { promptId = "", part = "since", type } = tap;
  return {
    ...offer,
    promptId,
    part,
    asksWhoFirst,
    settled: areAllNaming ? { first: null } : null,
    steps: 99,
    type,
  } as SessionCommand;
}
