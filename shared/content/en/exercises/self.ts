import type { Exercise } from "../../../domain/exercise.ts";

/** Exercises on oneself. */
export const selfExercises: readonly Exercise[] = [
  {
    id: "exercise-handle-with-care",
    title: "Handle with care",
    about: "Says early what usually takes months of working together to find out.",
    theme: "self",
    stages: ["agree", "story", "difference"],
    depth: 1,
    minutes: 10,
    steps: [
      {
        text: "On your own, write three short lines: how to reach you, how to bring you bad news, what never to spring on you.",
        minutes: 3,
        who: "together",
      },
      { text: "Read out your three lines. Your partner asks how you came by one of them.", minutes: 5, who: "in-turn" },
      { text: "Each say which line you will remember, in your own words.", minutes: 2, who: "in-turn" },
    ],
    lighter: 'Each finish one sentence: "the best way to bring me bad news is". Then ask one question about it.',
    labels: [],
  },
  {
    id: "exercise-what-you-did-there",
    title: "What you did there",
    about: "Lets each hear, from outside, what was done in a thing that went well.",
    theme: "self",
    stages: ["story", "lens", "close"],
    depth: 2,
    minutes: 11,
    steps: [
      {
        text: "Think of something small that went well at work and was partly your doing. Pick one without a prize.",
        minutes: 1,
        who: "together",
      },
      {
        text: "Tell it in two minutes. Your partner notes only what you did, in verbs: rang, waited, drew, asked.",
        minutes: 4,
        who: "in-turn",
      },
      { text: "Read the verbs back to your partner, slowly, adding nothing.", minutes: 2, who: "in-turn" },
      {
        text: "Choose the verb you would not have put there yourself, and say where else you do it.",
        minutes: 4,
        who: "in-turn",
      },
    ],
    lighter: "Tell of one thing that went well this week. Your partner says back one thing that you did in it.",
    labels: ["recognition"],
  },
];
