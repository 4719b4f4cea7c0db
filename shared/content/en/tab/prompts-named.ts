import type { PromptKind, Theme, TopicLabel } from "../../../domain/prompt.ts";

/** What themes, topics and kinds of prompts are called. */
export const themes: Readonly<Record<Theme, string>> = {
  self: "Self",
  partnership: "Partnership",
  "work-and-power": "Work and power",
  difference: "Difference",
  growth: "Growth",
};

export const topics: Readonly<Record<TopicLabel, string>> = {
  mistakes: "mistakes",
  conflict: "conflict",
  feedback: "feedback",
  recognition: "recognition",
  career: "career",
  "pay-and-reward": "pay and reward",
  workload: "workload",
  "home-life": "home life",
  health: "health",
  "age-and-experience": "age and experience",
  belonging: "belonging",
  authority: "authority",
  trust: "trust",
  change: "change",
  endings: "endings",
};

export const kinds: Readonly<Record<PromptKind, string>> = {
  opener: "A way in",
  core: "The heart of it",
  longer: "A longer look",
  exercise: "Something to do",
};
