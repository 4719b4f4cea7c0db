import type { PersonId } from "../person.ts";
import type { PromptId } from "../prompt.ts";
import { choose, endRound, withUsed } from "./arc.ts";
import { putBack } from "./put-down.ts";
import type { CommandOf, Offer, Session, SessionRefusal } from "./session.ts";
import { speakingOrder } from "./speaking-order.ts";
import { withMember } from "./with-member.ts";

/** Two others in place of the two that are offered; these are set aside. */
export const offerOthers = (session: Session, { offer }: Offer): Session =>
  choose({ ...session, hasLeft: false, used: withUsed(session.used, ...session.offered) }, offer);

/** Another in place of one; where there is none, the offer stays as it is. */
export function swap(session: Session, { promptId, offer }: CommandOf<"swap">): Session | SessionRefusal {
  if (!session.offered.includes(promptId)) return "prompt-not-offered";
  const other = offer.find((id) => !session.offered.includes(id));
  if (other === undefined) return session;
  const offered = session.offered.map((id) => (id === promptId ? other : id));
  return { ...session, offered, used: withUsed(session.used, promptId) };
}

/** Opens one of the prompts on offer: with the question who shares first, or with the first turn. */
export function pick(session: Session, { promptId, asksWhoFirst, at }: CommandOf<"pick">): Session | SessionRefusal {
  if (!session.offered.includes(promptId)) return "prompt-not-offered";
  const opened = open(session, promptId);
  return asksWhoFirst ? { ...opened, phase: "who-first" } : beginTurns(opened, at);
}

/** Shows that one has answered who shares first; once all have, the turns begin. */
export function sayWho(session: Session, { settled, at }: CommandOf<"say-who">, by: PersonId): Session {
  if (settled !== null) return beginTurns({ ...session, first: settled.first }, at);
  return session.ready.includes(by) ? session : { ...session, ready: withMember(session, session.ready, by) };
}

/** The turns begin without an answer, and alternate. */
export const skipWho = (session: Session, { at }: CommandOf<"skip-who">): Session => beginTurns(session, at);

/** The turn ends with a question to it. */
export const ask = (session: Session): Session => ({
  ...session,
  phase: "follow-up",
  spoken: haveHeard(session),
  turnSince: null,
});

/** The turn passes on; once everybody has had it, the round is over. */
export function changeOver(session: Session, offer: Offer): Session {
  const heard = { ...session, spoken: haveHeard(session) };
  const next = speakingOrder(heard).find((member) => !heard.spoken.includes(member));
  return next === undefined ? endRound(heard, offer) : beginTurn(heard, next, offer.at);
}

/** The lighter twin in place of the prompt or the exercise; whoever speaks goes on. */
export const lighten = (session: Session): Session | SessionRefusal =>
  session.isLight ? "not-at-this-point" : { ...session, isLight: true };

/** Back to two others in the same round. It shows that a prompt was left, and never by whom. */
export const leave = (session: Session, { offer }: Offer): Session => ({
  ...choose(putBack(session), offer),
  hasLeft: true,
});

const open = (session: Session, promptId: PromptId): Session => ({
  ...session,
  offered: [],
  hasLeft: false,
  promptId,
  used: withUsed(session.used, promptId),
});

const beginTurns = (session: Session, at: string): Session =>
  beginTurn(session, speakingOrder(session)[0] ?? session.opener, at);

const beginTurn = (session: Session, speaker: PersonId, at: string): Session => ({
  ...session,
  phase: "turn",
  speaker,
  turnSince: at,
  ready: [],
});

const haveHeard = (session: Session): readonly PersonId[] =>
  session.speaker === null ? session.spoken : withMember(session, session.spoken, session.speaker);
