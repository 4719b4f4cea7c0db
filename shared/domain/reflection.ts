import type { CheckInId } from "./check-in.ts";
import type { PairId } from "./pair.ts";
import type { PersonId } from "./person.ts";

/** How one of the two questions after a session may be answered. */
export const reflectionAnswers = ["yes", "partly", "not-today"] as const;
export type ReflectionAnswer = (typeof reflectionAnswers)[number];

/** Two taps after a session. The author's alone; once everybody of the pair has chosen to share theirs, all of them are revealed together. */
export interface Reflection {
  readonly checkInId: CheckInId;
  readonly pairId: PairId;
  readonly author: PersonId;
  readonly feltHeard: ReflectionAnswer | null;
  readonly roomToSpeak: ReflectionAnswer | null;
  readonly isShared: boolean;
}

/** Whether everybody's taps may be read by everybody: each of the members has answered something and chosen to share it. */
export const areRevealed = (members: readonly PersonId[], reflections: readonly Reflection[]): boolean =>
  members.every((member) =>
    reflections.some(
      ({ author, isShared, feltHeard, roomToSpeak }) =>
        author === member && isShared && (feltHeard !== null || roomToSpeak !== null),
    ),
  );
