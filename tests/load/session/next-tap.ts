import type { Part, Session, SessionCommandType } from "../../../shared/domain/session/session.ts";

/** What of a session decides what may be tapped next; a view has it. */
export interface Standing extends Pick<Session, "phase" | "arrived" | "ready" | "exerciseStep"> {
  readonly members: readonly { readonly id: string }[];
  readonly offered: readonly { readonly id: string }[];
  readonly exercise: { readonly steps: readonly unknown[] } | null;
}

/** One tap on a panel. */
export interface Tap {
  /** Which of the members taps, from 0. */
  readonly by: number;
  readonly type: SessionCommandType;
  readonly promptId?: string;
  readonly part?: Part;
  readonly who?: "no-difference";
}

/**
 * A tap that counts in this session, so that tap after tap leads through every step of it and, once it is over, through its exercise again. The
 * partners tap in turn, except where the step waits for one of them.
 *
 * @param number - how many taps came before.
 */
export function nextTap(session: Standing, number: number): Tap {
  const by = number % session.members.length;
  const waitedFor = (done: readonly string[]) => session.members.findIndex(({ id }) => !done.includes(id));
  switch (session.phase) {
    case "arrive":
      return apart(waitedFor(session.arrived), { type: "arrive" }) ?? { by, type: "go-on" };
    case "choose": {
      const promptId = session.offered[number % 2]?.id ?? session.offered[0]?.id;
      return promptId === undefined ? { by, type: "go-on" } : { by, type: "pick", promptId };
    }
    case "who-first":
      return apart(waitedFor(session.ready), { type: "say-who", who: "no-difference" }) ?? { by, type: "skip-who" };
    case "turn":
      return { by, type: number % 3 === 0 ? "ask" : "change-over" };
    case "follow-up":
      return { by, type: "change-over" };
    case "exercise": {
      const isLast = session.exerciseStep + 1 >= (session.exercise?.steps.length ?? 0);
      return { by, type: isLast ? "go-on" : "next-step" };
    }
    case "appreciate":
    case "learn":
      return apart(waitedFor(session.ready), { type: "ready" }) ?? { by, type: "go-on" };
    case "since":
    case "book":
      return { by, type: "go-on" };
    case "over":
      return { by, type: "go-to", part: "exercise" };
  }
}

const apart = (by: number, tap: Omit<Tap, "by">): Tap | null => (by < 0 ? null : { by, ...tap });
