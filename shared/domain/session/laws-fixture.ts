import type { PersonId } from "../person.ts";
import type { Result } from "../result.ts";
import { decideSession } from "./decide-session.ts";
import type { Session, SessionCommand, SessionCommandType, SessionRefusal } from "./session.ts";
import { beginStory, differenceTo, type Story, tell } from "./story-fixture.ts";

/** A law of sessions did not hold; the message says which, and on what. */
export class BrokenLaw extends Error {
  override readonly name = "BrokenLaw";
}

/** What the laws remember of a history. */
export interface Laws {
  readonly story: Story;
  /** Who began a turn on the prompt that is open, in order. */
  turns: PersonId[];
  /** The version at which panels last showed another step. */
  stepShown: number;
}

/** How many steps each exercise has in these histories. */
export const stepsOfEach = 3;

/** A tap as it was decided. */
interface Given {
  readonly command: SessionCommand;
  readonly by: PersonId;
  readonly seen: number;
}

export const newLaws = ({ members, opener, version }: Session): Laws => ({
  story: beginStory(members, opener),
  turns: [],
  stepShown: version,
});

/** Holds one decision against every law. @throws BrokenLaw */
export function checkStep(laws: Laws, before: Session, given: Given, decided: Result<Session, SessionRefusal>): void {
  const { command, by } = given;
  const law = (holds: boolean, sentence: string) => {
    if (!holds) throw new BrokenLaw(`${by}: ${JSON.stringify(command)} on ${JSON.stringify(before)}: ${sentence}`);
  };
  checkLateness(laws, before, given, decided, law);
  if (!decided.ok || decided.value === before) return;
  const after = decided.value;
  law(after.version === before.version + 1, "A change raises the version by one.");
  tell(laws.story, command, by);
  const difference = differenceTo(after, laws.story);
  law(difference === null, `As the story goes, ${difference}.`);
  checkShape(after, law);
  checkTurns(laws, before, after, command, law);
  checkNobodyActsForAnother(before, after, by, law);
  checkGiverMakesNoDifference(before, after, given, law);
  checkRepeat(after, given, law);
  checkWaysOut(after, law);
  if (stepOf(before) !== stepOf(after)) laws.stepShown = after.version;
}

/** From wherever a history has led, going on comes to the end, part by part. @throws BrokenLaw */
export function checkEnd(session: Session): void {
  let at = session;
  for (let steps = 0; at.phase !== "over"; steps += 1) {
    const [by = ""] = at.members;
    const decided = decideSession(at, { type: "go-on", offer: [], exercise: null, at: "" }, by, at.version);
    if (!decided.ok || steps > 6)
      throw new BrokenLaw(`Going on from ${JSON.stringify(session)} does not come to the end.`);
    at = decided.value;
  }
}

type Law = (holds: boolean, sentence: string) => void;

const timeless: readonly SessionCommandType[] = ["arrive", "keep-carry-over", "unstage"];
const personal: readonly SessionCommandType[] = ["share-carry-over", "say-who", "ready", "not-ready", ...timeless];

/** What panels show of where the pair is. */
const stepOf = (session: Session): string => {
  const { phase, promptId, isLight, speaker, offered, exerciseId, exerciseStep, revealed, hasLeft } = session;
  return JSON.stringify([phase, promptId, isLight, speaker, offered, exerciseId, exerciseStep, revealed, hasLeft]);
};

function checkLateness(
  { stepShown }: Laws,
  before: Session,
  given: Given,
  decided: Result<Session, SessionRefusal>,
  law: Law,
): void {
  if (timeless.includes(given.command.type)) return law(decided.ok, "Arriving and taking back are never too late.");
  const isLate = given.seen < stepShown;
  if (decided.ok) law(!isLate || decided.value === before, "What was tapped on an earlier step does not count.");
  else
    law(
      isLate === (decided.refusal === "session-moved-on"),
      "Too late is said of what is too late, and of nothing else.",
    );
}

function checkShape(session: Session, law: Law): void {
  const {
    phase,
    promptId,
    speaker,
    spoken,
    turnSince,
    offered,
    members,
    been,
    first,
    isStaged,
    isLight,
    exerciseStep,
  } = session;
  law(
    (speaker !== null) === (phase === "turn" || phase === "follow-up"),
    "Somebody speaks exactly in a turn and in the question to it.",
  );
  law((turnSince !== null) === (phase === "turn"), "A turn has a beginning exactly while it lasts.");
  law(
    (promptId !== null) === (speaker !== null || phase === "who-first"),
    "A prompt is open exactly while it is talked about.",
  );
  law(first === null || speaker !== null, "Who shares first holds for the turns of one prompt.");
  law(offered.length === 0 || phase === "choose", "Prompts are offered only to be chosen from.");
  law(
    spoken.every((one) => members.includes(one)),
    "Only the pair speaks.",
  );
  law(speaker === null || spoken.includes(speaker) === (phase === "follow-up"), "A turn is had once it is over.");
  law(!isLight || promptId !== null || phase === "exercise", "A lighter twin stands in the place of something.");
  law(0 <= exerciseStep && exerciseStep < stepsOfEach, "An exercise has no step before its first and after its last.");
  law(!isStaged || phase !== "over", "Nothing stays on the stage after the end.");
  law(new Set(been).size === been.length, "A part stands in the list once.");
}

function checkTurns(laws: Laws, before: Session, after: Session, { type }: SessionCommand, law: Law): void {
  const isClosed = type === "change-over" && after.speaker === null;
  if (isClosed)
    law(
      laws.turns.toSorted().join() === after.members.toSorted().join(),
      "On a prompt that closes everybody spoke once.",
    );
  if (after.speaker === null) laws.turns = [];
  else if (after.speaker !== before.speaker) laws.turns = [...laws.turns, after.speaker];
  law(new Set(laws.turns).size === laws.turns.length, "Nobody has two turns on a prompt.");
}

function checkNobodyActsForAnother(before: Session, after: Session, by: PersonId, law: Law): void {
  const of = (session: Session) =>
    session.members
      .filter((one) => one !== by)
      .map((one) => [session.arrived.includes(one), session.sharing.includes(one)]);
  law(JSON.stringify(of(before)) === JSON.stringify(of(after)), "Nobody arrives or shares for another.");
  const kept = before.ready.filter((one) => one !== by).every((one) => after.ready.includes(one));
  const isSameStep = stepOf(before) === stepOf(after);
  law(
    !isSameStep || (kept && after.ready.every((one) => one === by || before.ready.includes(one))),
    "Nobody is ready for another.",
  );
}

function checkGiverMakesNoDifference(before: Session, after: Session, { command, by, seen }: Given, law: Law): void {
  if (personal.includes(command.type)) return;
  for (const other of before.members.filter((one) => one !== by)) {
    const same = decideSession(before, command, other, seen);
    law(same.ok && JSON.stringify(same.value) === JSON.stringify(after), "It makes no difference who tapped.");
  }
}

function checkRepeat(after: Session, { command, by, seen }: Given, law: Law): void {
  const again = decideSession(after, command, by, seen);
  law(!again.ok || again.value === after, "The same tap again changes nothing, even where nobody remembers it.");
}

function checkWaysOut(session: Session, law: Law): void {
  const [by = ""] = session.members;
  for (const command of [{ type: "close" }, { type: "go-on", offer: [], exercise: null, at: "" }] as const) {
    const { ok } = decideSession(session, command, by, session.version);
    law(ok === (session.phase !== "over"), "Closing and going on are open until the end.");
  }
}
