import type { Session } from "./session.ts";

/** No prompt open, none offered, nobody speaking, nobody's answer waited for. */
const nothingOpen = {
  offered: [],
  promptId: null,
  isLight: false,
  first: null,
  speaker: null,
  spoken: [],
  turnSince: null,
  ready: [],
  hasLeft: false,
} as const satisfies Partial<Session>;

/** Everybody has had the turn on the prompt. */
export const haveAllSpoken = ({ members, spoken }: Pick<Session, "members" | "spoken">): boolean =>
  members.every((member) => spoken.includes(member));

/**
 * The session with the step that goes on put away, whatever it was. A prompt on which the turns had begun and not gone all the way round leaves
 * "uneven" behind, and nothing of whose turn is missing.
 */
export const putDown = (session: Session): Session => ({
  ...session,
  ...nothingOpen,
  uneven: session.uneven || (session.speaker !== null && !haveAllSpoken(session)),
});

/** The same where the pair takes another prompt in its place: it is uneven only once somebody has been heard and somebody has not. */
export const putBack = (session: Session): Session => ({
  ...session,
  ...nothingOpen,
  uneven: session.uneven || (session.spoken.length > 0 && !haveAllSpoken(session)),
});
