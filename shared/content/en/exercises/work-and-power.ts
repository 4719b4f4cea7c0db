import type { Exercise } from "../../../domain/exercise.ts";

/** Exercises on work and who decides. */
export const workAndPowerExercises: readonly Exercise[] = [
  {
    id: "exercise-one-decision-desk-by-desk",
    title: "One decision, desk by desk",
    about: "Shows what a single decision looks like from where each of you sits.",
    theme: "work-and-power",
    stages: ["lens", "difference"],
    depth: 2,
    minutes: 12,
    steps: [
      {
        text: "Choose a decision made here in the last year that reached everyone: a move, a tool, a rule. Not one of your own.",
        minutes: 2,
        who: "together",
      },
      {
        text: "Tell it from your desk: when you heard, what you had to change, what you were never told.",
        minutes: 5,
        who: "in-turn",
      },
      { text: "Ask one question about your partner's version that yours can't answer.", minutes: 3, who: "in-turn" },
      { text: "Write one sentence about the decision that is true at every desk.", minutes: 2, who: "together" },
    ],
    lighter: "Think of the last new tool or rule here. Each say what changed at your desk the day after.",
    labels: ["change", "authority"],
  },
  {
    id: "exercise-who-hears-what-first",
    title: "Who hears what first",
    about: "Draws the way that news takes here, and finds one place to shorten it.",
    theme: "work-and-power",
    stages: ["lens", "change"],
    depth: 2,
    minutes: 11,
    steps: [
      {
        text: "Choose one piece of news from this year: a hire, a plan, a change to somebody's work.",
        minutes: 1,
        who: "together",
      },
      {
        text: "List or draw the order in which people heard it, and how: in a room, by message, by rumour, too late.",
        minutes: 4,
        who: "together",
      },
      {
        text: "Put yourself on the map, and say what you did between hearing it and being allowed to say it.",
        minutes: 3,
        who: "in-turn",
      },
      {
        text: "Find one person who could have heard a step sooner. Say who would have had to tell, and how.",
        minutes: 3,
        who: "together",
      },
    ],
    lighter:
      "Name the last piece of news that everyone in this call had. Compare when each of you heard it, and who from.",
    labels: ["authority"],
  },
];
