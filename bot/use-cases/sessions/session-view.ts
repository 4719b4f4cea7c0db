import type { SaidView, SessionView } from "../../../shared/contract/sessions.ts";
import { stageOf } from "../../../shared/domain/cohort.ts";
import type { Prompt } from "../../../shared/domain/prompt.ts";
import { rounds, type Session } from "../../../shared/domain/session/session.ts";
import type { SessionWords, SessionWordsKind } from "../../../shared/domain/session-words.ts";
import type { SessionScene } from "../../ports/session-records.ts";
import type { Records } from "../../ports.ts";
import type { Deps } from "../deps.ts";
import { membersView } from "../home/read-home.ts";
import { findPrompts } from "./find-prompts.ts";
import { exerciseView, promptView } from "./prompt-view.ts";

type Library = Pick<Deps, "prompts" | "exercises">;

/** What all panels of a session show, the same whoever of the pair asks. Its `members` are exactly those who may see it. */
export async function sessionView(records: Records, scene: SessionScene, library: Library): Promise<SessionView> {
  const { session, pair, people, words } = scene;
  const prompts = await promptsOf(records, session, library);
  const prompt = prompts.find((one) => one.id === session.promptId) ?? null;
  const exercise = library.exercises.find((one) => one.id === session.exerciseId);
  const { id, checkInId, pairId, number, opener, phase, round, isLight, first, speaker, turnSince, hasLeft } = session;
  return {
    id,
    checkInId,
    pairId,
    number,
    stage: stageOf(number),
    members: membersView(session.members.flatMap((member) => people.find((one) => one.id === member) ?? [])),
    opener,
    phase,
    been: [...session.been],
    round,
    rounds,
    arrived: [...session.arrived],
    offered: offeredView(scene, prompts),
    prompt: prompt && promptView(prompt),
    isLight,
    first,
    speaker,
    spoken: [...session.spoken],
    turnSince: turnSince && new Date(turnSince).toISOString(),
    turnSeconds: prompt && turnSince ? Math.round((prompt.minutes * 60) / session.members.length) : null,
    exercise: exercise ? exerciseView(exercise) : null,
    exerciseStep: session.exerciseStep,
    ready: [...session.ready],
    carryOvers: saidBy(words, "carry-over", session.sharing),
    ...(await lastTime(records, session)),
    appreciations: session.revealed.includes("appreciation") ? saidBy(words, "appreciation", session.members) : [],
    learned: session.revealed.includes("learned") ? saidBy(words, "learned", session.members) : [],
    hasLeft,
    staging: stagingOf(scene),
    agreementLines: [...pair.agreementLines],
    stepSince: session.stepSince,
    version: session.version,
  };
}

function promptsOf(records: Records, { promptId, offered }: Session, library: Library): Promise<readonly Prompt[]> {
  const ids = [...offered, ...(promptId === null ? [] : [promptId])];
  return findPrompts(records, ids, library);
}

const offeredView = ({ session, brought }: SessionScene, prompts: readonly Prompt[]): SessionView["offered"] =>
  session.offered
    .flatMap((id) => prompts.find((one) => one.id === id) ?? [])
    .map((prompt) => ({
      ...promptView(prompt),
      broughtBy: brought.find((one) => one.promptId === prompt.id)?.personId ?? null,
    }));

const saidBy = (words: readonly SessionWords[], kind: SessionWordsKind, authors: readonly string[]): SaidView[] =>
  authors.flatMap((author) =>
    words
      .filter((one) => one.kind === kind && one.author === author && one.text !== "")
      .map(({ text }) => ({ author, text })),
  );

/** What is told of the last session, where the pair looks back at it. */
async function lastTime(records: Records, session: Session): Promise<Pick<SessionView, "lastLearned" | "wasUneven">> {
  const last = session.phase === "since" ? await records.sessions.before(session) : null;
  if (!last) return { lastLearned: [], wasUneven: false };
  const said = last.revealed.includes("learned") ? await records.sessionWords.shared(last.checkInId) : [];
  return { lastLearned: saidBy(said, "learned", last.members), wasUneven: last.uneven };
}

/** Nothing is on the stage, and nothing can be put there, unless the pair is known to be alone. */
function stagingOf({ session, isAlone }: SessionScene): SessionView["staging"] {
  if (!isAlone) return "unavailable";
  return session.isStaged ? "staged" : "offered";
}
