import { exercises } from "../../shared/content/exercises.ts";
import { library } from "../../shared/content/prompts.ts";
import type { PromptView, SessionView } from "../../shared/contract/sessions.ts";
import type { Exercise } from "../../shared/domain/exercise.ts";
import type { Prompt } from "../../shared/domain/prompt.ts";
import { ben, later } from "../../tab/side-panel/testing/views.ts";
import { begun } from "./canned-session.ts";

/** A step at which the library is shown, named for whoever reads a failure. */
export interface LibraryStep {
  readonly name: string;
  readonly session: SessionView;
  /** Words that no other step shows: once they are there, this one is. */
  readonly words: string;
}

type Change = Partial<SessionView>;

const been: SessionView["been"] = ["since", "prompts"];

const shown = ({ id, theme, minutes, labels, text, followUps, lighter }: Prompt): PromptView => ({
  ...{ id, theme, minutes, text, lighter },
  labels: [...labels],
  followUps: [...followUps],
});

/** Prompts to choose from, and who brought the first of them. */
export const choosing = (prompts: readonly Prompt[], change: Change = {}, bringer: string | null = null): SessionView =>
  later(begun, {
    phase: "choose",
    been,
    offered: prompts.map((prompt, at) => ({ ...shown(prompt), broughtBy: at === 0 ? bringer : null })),
    ...change,
  });

/** Ben's turn on a prompt. */
export const speaking = (prompt: Prompt, change: Change = {}): SessionView =>
  later(begun, { phase: "turn", been, prompt: shown(prompt), speaker: ben.id, turnSeconds: 300, ...change });

/** The question to Ben's turn. */
export const asking = (prompt: Prompt, change: Change = {}): SessionView =>
  speaking(prompt, { phase: "follow-up", spoken: [ben.id], turnSeconds: null, ...change });

/** A step of an exercise, from 0. */
export const doing = ({ steps, labels, ...exercise }: Exercise, exerciseStep: number, change: Change = {}) => {
  const { id, title, about, theme, minutes, lighter } = exercise;
  return later(begun, {
    phase: "exercise",
    been: [...been, "exercise"],
    exercise: { id, title, about, theme, minutes, lighter, labels: [...labels], steps: [...steps] },
    exerciseStep,
    ...change,
  });
};

const size = ({ text }: Pick<Prompt, "text">) => text.length;
const longestStep = ({ steps }: Exercise) => Math.max(...steps.map(size));

export const longestPrompts: readonly Prompt[] = library.toSorted((one, other) => size(other) - size(one));
export const longestExercises: readonly Exercise[] = exercises.toSorted((a, b) => longestStep(b) - longestStep(a));

/** Each prompt in each way that a panel shows it, and beside its nearest in length of the same stage to choose from; and each step of each exercise. */
export const everyStepOfTheLibrary = (change: Change = {}): readonly LibraryStep[] => [
  ...library.flatMap((prompt) => waysOf(prompt, change)),
  ...choicesOf(longestPrompts, change),
  ...exercises.flatMap((exercise) => stepsOf(exercise, change)),
];

/** The same of the longest alone. */
export const longestStepsOfTheLibrary = (change: Change): readonly LibraryStep[] => [
  ...longestPrompts.slice(0, 12).flatMap((prompt) => waysOf(prompt, change)),
  ...choicesOf(longestPrompts.slice(0, 24), change),
  ...longestExercises.slice(0, 4).flatMap((exercise) => stepsOf(exercise, change)),
];

const waysOf = (prompt: Prompt, change: Change): readonly LibraryStep[] => [
  { name: `a turn on ${prompt.id}`, session: speaking(prompt, change), words: prompt.text },
  {
    name: `a turn on the lighter ${prompt.id}`,
    session: speaking(prompt, { isLight: true, ...change }),
    words: prompt.lighter,
  },
  { name: `the question to ${prompt.id}`, session: asking(prompt, change), words: prompt.text },
];

const choicesOf = (some: readonly Prompt[], change: Change): readonly LibraryStep[] =>
  [...Map.groupBy(some, ({ stage }) => stage).values()].flatMap((prompts) =>
    prompts.slice(1).map((prompt, at) => ({
      name: `a choice of ${prompts[at]?.id} and ${prompt.id}`,
      session: choosing(prompts.slice(at, at + 2), change, ben.id),
      words: prompt.text,
    })),
  );

const stepsOf = (exercise: Exercise, change: Change): readonly LibraryStep[] => [
  ...exercise.steps.map(({ text }, at) => ({
    name: `step ${at + 1} of ${exercise.id}`,
    session: doing(exercise, at, change),
    words: text,
  })),
  {
    name: `the lighter ${exercise.id}`,
    session: doing(exercise, 0, { isLight: true, ...change }),
    words: exercise.lighter,
  },
];
