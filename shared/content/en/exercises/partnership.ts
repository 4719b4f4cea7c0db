import type { Exercise } from "../../../domain/exercise.ts";

/** Exercises on the pair. */
export const partnershipExercises: readonly Exercise[] = [
  {
    id: "exercise-only-listening",
    title: "Only listening",
    about: "Gives each two minutes that nobody answers, mends or improves.",
    theme: "partnership",
    stages: ["agree", "story"],
    depth: 1,
    minutes: 10,
    steps: [
      {
        text: "Choose something ordinary that is on your mind today. It need not be important.",
        minutes: 1,
        who: "together",
      },
      {
        text: "Speak for two minutes. Your partner says nothing, not even a kind word. Silence is part of it.",
        minutes: 4,
        who: "in-turn",
      },
      {
        text: "Say what it was like to speak without being answered, and to hear without answering.",
        minutes: 3,
        who: "in-turn",
      },
      { text: "Agree on a few words that mean: please only listen.", minutes: 2, who: "together" },
    ],
    lighter: "One minute each on your day so far, while the other only listens. Then just say thank you.",
    labels: [],
  },
  {
    id: "exercise-yes-thats-it",
    title: 'Until "yes, that\'s it"',
    about: "Tries out how much there is to hear before anybody has truly been understood.",
    theme: "partnership",
    stages: ["story", "lens", "difference"],
    depth: 2,
    minutes: 12,
    steps: [
      {
        text: "Say in about a minute what you think about a question at work that isn't settled.",
        minutes: 2,
        who: "in-turn",
      },
      {
        text: "Say your partner's view back in your own words, until your partner says \"yes, that's it\". No view of yours yet.",
        minutes: 5,
        who: "in-turn",
      },
      { text: "Say which words had to be mended, and what had been missing.", minutes: 3, who: "together" },
      { text: "Now each add one sentence of your own.", minutes: 2, who: "in-turn" },
    ],
    lighter: "Say one thing that you think about meetings. Your partner says it back until you would sign it. Swap.",
    labels: [],
  },
  {
    id: "exercise-carry-keep-lay-down",
    title: "Carry, keep, lay down",
    about: "Sorts what was said over the year, so that a good ending is more than running out of time.",
    theme: "partnership",
    stages: ["close"],
    depth: 2,
    minutes: 12,
    steps: [
      {
        text: "On your own, list five things from these sessions: a question, a story, a phrase, a plan, a worry.",
        minutes: 3,
        who: "together",
      },
      {
        text: "Say of each whether to carry it to others, keep it between you, or lay it down.",
        minutes: 5,
        who: "in-turn",
      },
      {
        text: "Look at what is to be carried. Agree on words in which each of you would be glad to hear it told.",
        minutes: 3,
        who: "together",
      },
      { text: "Say one thing that you are glad to lay down.", minutes: 1, who: "in-turn" },
    ],
    lighter: "Each name one thing to tell others, in words that everyone here agrees with, and one to keep here.",
    labels: ["endings"],
  },
];
