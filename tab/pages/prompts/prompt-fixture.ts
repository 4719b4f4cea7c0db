import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";

/** A prompt for tests, usual in all that isn't told. */
export const aPrompt = (told: Partial<LibraryPromptView> = {}): LibraryPromptView => ({
  id: "agree-self-a",
  stage: "agree",
  theme: "self",
  kind: "core",
  depth: 1,
  minutes: 10,
  whoFirst: "alternate",
  text: "What does a good day at work look like for you, from start to finish?",
  followUps: ["Which part of it is in your own hands?", "What most often spoils it?"],
  lighter: "Which hour of the day do you like best?",
  labels: [],
  purposes: [],
  isOwn: false,
  ...told,
});
