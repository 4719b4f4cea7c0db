import type { Exercise } from "../../../domain/exercise.ts";

/** Exercises on learning. */
export const growthExercises: readonly Exercise[] = [
  {
    id: "exercise-say-it-here-first",
    title: "Say it here first",
    about: "Rehearses a piece of feedback as moment, action, effect and ask before it is said for real.",
    theme: "growth",
    stages: ["difference", "change"],
    depth: 3,
    minutes: 12,
    steps: [
      {
        text: "Think of something you want to tell a colleague who isn't here. Give no name.",
        minutes: 2,
        who: "together",
      },
      {
        text: "Say it in four sentences: the moment, what was done, what it led to, and what you would like to ask for.",
        minutes: 4,
        who: "in-turn",
      },
      {
        text: "Your partner answers as somebody might on a tired afternoon. Say your first sentence again, better.",
        minutes: 4,
        who: "in-turn",
      },
      { text: "Say when and where you will say it, or why you won't.", minutes: 2, who: "in-turn" },
    ],
    lighter: "Practise on good news: tell your partner a moment, what was done in it, and what it led to.",
    labels: ["feedback", "conflict"],
  },
  {
    id: "exercise-small-enough",
    title: "Small enough to happen",
    about: "Cuts a plan down until it fits into next week, and gives it a witness.",
    theme: "growth",
    stages: ["change"],
    depth: 2,
    minutes: 10,
    steps: [
      { text: "Say one thing you mean to do and have not begun.", minutes: 2, who: "in-turn" },
      {
        text: 'Your partner asks "could it be smaller?" Halve it. Go on until it takes less than a quarter of an hour.',
        minutes: 4,
        who: "in-turn",
      },
      { text: "Name the day, the place and what you will do just before it.", minutes: 2, who: "in-turn" },
      { text: "Settle how you will let each other know: one word will do.", minutes: 2, who: "together" },
    ],
    lighter: "Each name one thing that takes five minutes and would make next week better. Say which day.",
    labels: [],
  },
  {
    id: "exercise-the-sentence-you-needed",
    title: "The sentence you needed",
    about: "Finds the words that would have helped a year ago, and somebody who needs them now.",
    theme: "growth",
    stages: ["story", "close"],
    depth: 2,
    minutes: 11,
    steps: [
      {
        text: "Think back a year: what were you busy with, and what did you not know yet?",
        minutes: 2,
        who: "together",
      },
      {
        text: "Write the one sentence that you could have done with then. Plain words, nothing grand.",
        minutes: 2,
        who: "together",
      },
      {
        text: "Read it out. Your partner asks who could have said it, and whether you would have believed it.",
        minutes: 4,
        who: "in-turn",
      },
      {
        text: "Think of someone who may need that sentence now. Say how you could pass it on.",
        minutes: 3,
        who: "in-turn",
      },
    ],
    lighter: "Each say one thing that you know now and could have done with a year ago.",
    labels: [],
  },
];
