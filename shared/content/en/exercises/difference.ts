import type { Exercise } from "../../../domain/exercise.ts";

/** Exercises on difference. */
export const differenceExercises: readonly Exercise[] = [
  {
    id: "exercise-five-lines-for-a-newcomer",
    title: "Five lines for a newcomer",
    about: "Puts first weeks side by side and makes something useful of them.",
    theme: "difference",
    stages: ["agree", "story"],
    depth: 1,
    minutes: 11,
    steps: [
      {
        text: "On your own, note three things about this place that nobody tells you in the first week.",
        minutes: 2,
        who: "together",
      },
      { text: "Read yours out. For each, say how you found out.", minutes: 4, who: "in-turn" },
      {
        text: "Make five lines of them for the next newcomer. Leave out whatever only one desk needs.",
        minutes: 4,
        who: "together",
      },
      { text: "Decide who will get the five lines, and who sends them.", minutes: 1, who: "together" },
    ],
    lighter: "Each give one piece of advice for a first day here, in a sentence.",
    labels: [],
  },
  {
    id: "exercise-swap-a-routine",
    title: "Swap a routine",
    about: "Lends each a habit of the other's for a week, to see what it is good for.",
    theme: "difference",
    stages: ["difference", "change"],
    depth: 1,
    minutes: 10,
    steps: [
      {
        text: "Describe a small routine that gets you through the week: how you start, plan, answer or stop.",
        minutes: 4,
        who: "in-turn",
      },
      {
        text: "Ask for the part of it that could be lent: under ten minutes, on an ordinary day.",
        minutes: 2,
        who: "in-turn",
      },
      {
        text: "Settle what each of you borrows, from when, and what would make it a fair try.",
        minutes: 2,
        who: "together",
      },
      { text: "Say aloud when you expect to forget it.", minutes: 2, who: "in-turn" },
    ],
    lighter: "Each tell how you begin a working day. Borrow one small thing from it tomorrow morning.",
    labels: [],
  },
];
