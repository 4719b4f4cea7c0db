import { takeUp } from "./arc.ts";
import type { CommandOf, Offer, Session, SessionRefusal } from "./session.ts";

/** The exercise's next step, while there is one. */
export const nextStep = (session: Session, { steps }: CommandOf<"next-step">): Session | SessionRefusal =>
  session.exerciseId !== null && session.exerciseStep + 1 < steps
    ? { ...session, exerciseStep: session.exerciseStep + 1 }
    : "not-at-this-point";

/** The step before. */
export const stepBack = (session: Session): Session | SessionRefusal =>
  session.exerciseStep > 0 ? { ...session, exerciseStep: session.exerciseStep - 1 } : "not-at-this-point";

/** Another exercise in place of this one, from its first step; where none suits, this one goes on. */
export const swapExercise = (session: Session, { exercise }: Offer): Session =>
  exercise === null || exercise === session.exerciseId ? session : takeUp(session, exercise);
