import type { ExerciseView, PromptView, SessionView } from "../../../shared/contract/sessions.ts";

export const ana = { id: "ana", name: "Ana", voice: "voice-1", timeZone: "Europe/London" } as const;
export const ben = { id: "ben", name: "Ben", voice: "voice-2", timeZone: "Asia/Kolkata" } as const;
export const chidi = { id: "chidi", name: "Chidi", voice: "voice-3", timeZone: "Europe/Stockholm" } as const;

export const prompt: PromptView = {
  id: "p",
  theme: "growth",
  minutes: 10,
  labels: ["feedback"],
  text: "What changed your mind?",
  followUps: ["What did it cost?"],
  lighter: "What surprised you lately?",
};

export const exercise: ExerciseView = {
  id: "e",
  title: "Swap the map",
  about: "To see from each other’s place.",
  theme: "difference",
  minutes: 10,
  labels: [],
  steps: [
    { text: "Draw the people you go to.", minutes: 5, who: "together" },
    { text: "Tell who is missing.", minutes: 5, who: "in-turn" },
  ],
  lighter: "Each name one person.",
};

/** Session three of Ana and Ben, which Ben opens: both panels are about to begin. */
export const arriving: SessionView = {
  id: "s",
  checkInId: "c",
  pairId: "pair",
  number: 3,
  stage: "lens",
  members: [ana, ben],
  opener: "ben",
  phase: "arrive",
  been: [],
  round: 1,
  rounds: 2,
  arrived: ["ana"],
  offered: [],
  prompt: null,
  isLight: false,
  first: null,
  speaker: null,
  spoken: [],
  turnSince: null,
  turnSeconds: null,
  exercise: null,
  exerciseStep: 0,
  ready: [],
  carryOvers: [],
  lastLearned: [],
  wasUneven: false,
  appreciations: [],
  learned: [],
  hasLeft: false,
  staging: "unavailable",
  agreementLines: [],
  stepSince: 1,
  version: 1,
};

/** The view at a later step. */
export const later = (before: SessionView, change: Partial<SessionView>): SessionView => ({
  ...before,
  version: before.version + 1,
  stepSince: before.version + 1,
  ...change,
});

export const choosing = later(arriving, {
  phase: "choose",
  been: ["since", "prompts"],
  offered: [{ ...prompt, broughtBy: null }],
});
export const speaking = later(choosing, { phase: "turn", offered: [], prompt, speaker: "ben" });
export const asking = later(speaking, { phase: "follow-up", spoken: ["ben"] });
