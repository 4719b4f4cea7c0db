import { z } from "zod";
import { stages } from "../domain/cohort.ts";
import { purposes } from "../domain/programme.ts";
import { depths, promptKinds, themes, topicLabels, whoFirst } from "../domain/prompt.ts";
import { endpoint, id, noBody, noParams } from "./endpoint.ts";

/** Ids of built-in prompts are words, those of the organisation's own are GUIDs. */
export const promptId = z.string().min(1).max(80);

/** A prompt as a panel shows it. */
export const promptView = z.strictObject({
  id: promptId,
  theme: z.enum(themes),
  minutes: z.int(),
  labels: z.array(z.enum(topicLabels)),
  text: z.string(),
  followUps: z.array(z.string()),
  lighter: z.string(),
});
export type PromptView = z.infer<typeof promptView>;

/** A prompt as the library's page shows it. */
export const libraryPromptView = promptView.extend({
  stage: z.enum(stages),
  kind: z.enum(promptKinds),
  depth: z.union(depths.map((depth) => z.literal(depth))),
  purposes: z.array(z.enum(purposes)),
  whoFirst: z.enum(whoFirst),
  /** Whether the organisation wrote it. */
  isOwn: z.boolean(),
});
export type LibraryPromptView = z.infer<typeof libraryPromptView>;

export const listPrompts = endpoint({
  id: "listPrompts",
  method: "GET",
  path: "/api/prompts",
  summary: "Every prompt that may be offered, with my favourites and the topics I leave out",
  role: "participant",
  params: noParams,
  body: noBody,
  output: z.strictObject({
    prompts: z.array(libraryPromptView),
    favourites: z.array(promptId),
    muted: z.array(z.enum(topicLabels)),
  }),
  refusals: [],
});

export const markFavourite = endpoint({
  id: "markFavourite",
  method: "POST",
  path: "/api/prompts/:promptId/favourite",
  summary: "Keeps a prompt among my favourites, or no longer; nobody else can see them",
  role: "participant",
  params: z.strictObject({ promptId }),
  body: z.strictObject({ isFavourite: z.boolean() }),
  output: z.strictObject({ favourites: z.array(promptId) }),
  refusals: ["not-found", "too-many-favourites"],
});

export const muteTopics = endpoint({
  id: "muteTopics",
  method: "POST",
  path: "/api/prompts/muted",
  summary: "The topics that I leave out of what is offered to my pair; nobody else can see them",
  role: "participant",
  params: noParams,
  body: z.strictObject({ muted: z.array(z.enum(topicLabels)).max(topicLabels.length) }),
  output: z.strictObject({ muted: z.array(z.enum(topicLabels)) }),
  refusals: [],
});

/** What a coordinator writes of a prompt of the organisation's own. */
export const promptWords = z.strictObject({
  stage: z.enum(stages),
  theme: z.enum(themes),
  kind: z.enum(promptKinds),
  depth: z.union(depths.map((depth) => z.literal(depth))),
  minutes: z.int().min(5).max(15),
  whoFirst: z.enum(whoFirst),
  text: z.string().trim().min(1).max(160),
  followUps: z.array(z.string().trim().min(1).max(140)).min(1).max(4),
  lighter: z.string().trim().min(1).max(160),
  labels: z.array(z.enum(topicLabels)).max(5),
  purposes: z.array(z.enum(purposes)).max(4),
});
export type PromptWords = z.infer<typeof promptWords>;

/** A prompt as the coordinators' editor shows it. */
export const editorPromptView = libraryPromptView.extend({
  isRetired: z.boolean(),
  /** 0 for built-in ones, which can be retired and not rewritten. */
  version: z.int(),
});
export type EditorPromptView = z.infer<typeof editorPromptView>;

export const listLibrary = endpoint({
  id: "listLibrary",
  method: "GET",
  path: "/api/library",
  summary: "The whole library, retired prompts included, for coordinators",
  role: "coordinator",
  params: noParams,
  body: noBody,
  output: z.strictObject({ prompts: z.array(editorPromptView) }),
  refusals: ["not-a-coordinator"],
});

export const savePrompt = endpoint({
  id: "savePrompt",
  method: "POST",
  path: "/api/library/:ownPromptId",
  summary:
    "Adds a prompt of the organisation's own, or rewrites it from the version the coordinator saw (0 for a new one)",
  role: "coordinator",
  params: z.strictObject({ ownPromptId: id }),
  body: z.strictObject({ words: promptWords, seenVersion: z.int().min(0) }),
  output: editorPromptView,
  refusals: ["not-a-coordinator", "prompt-changed-meanwhile", "prompt-too-deep", "too-many-prompts", "too-few-prompts"],
});

export const retirePrompt = endpoint({
  id: "retirePrompt",
  method: "POST",
  path: "/api/library/:promptId/retirement",
  summary: "Takes a prompt out of what is offered, or brings it back",
  role: "coordinator",
  params: z.strictObject({ promptId }),
  body: z.strictObject({ isRetired: z.boolean() }),
  output: editorPromptView,
  refusals: ["not-a-coordinator", "not-found", "too-few-prompts"],
});
