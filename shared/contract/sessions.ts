import { z } from "zod";
import { stages } from "../domain/cohort.ts";
import { themes, topicLabels } from "../domain/prompt.ts";
import { parts, sessionCommandTypes, sessionPhases } from "../domain/session/session.ts";
import { endpoint, id, instant, noBody, noParams } from "./endpoint.ts";
import { memberView } from "./people.ts";
import { promptId, promptView } from "./prompts.ts";

export type { PromptView } from "./prompts.ts";

/** Words that everyone in the session may read, with whose they are. */
export const saidView = z.strictObject({ author: id, text: z.string() });
export type SaidView = z.infer<typeof saidView>;

export const exerciseView = z.strictObject({
  id: promptId,
  title: z.string(),
  about: z.string(),
  theme: z.enum(themes),
  minutes: z.int(),
  labels: z.array(z.enum(topicLabels)),
  steps: z.array(z.strictObject({ text: z.string(), minutes: z.int(), who: z.enum(["together", "in-turn"]) })),
  lighter: z.string(),
});
export type ExerciseView = z.infer<typeof exerciseView>;

/** Whether the meeting's stage can be used: nobody knows that the pair is alone, it may be offered, or the prompt is on it. */
export const stagings = ["unavailable", "offered", "staged"] as const;

/** What all panels of a session show, the same for everyone in the pair. */
export const sessionView = z.strictObject({
  id,
  checkInId: id,
  pairId: id,
  number: z.int(),
  stage: z.enum(stages),
  members: z.array(memberView),
  opener: id,
  phase: z.enum(sessionPhases),
  /** Parts that the pair has entered, the present one last. */
  been: z.array(z.enum(parts)),
  round: z.int(),
  rounds: z.int(),
  arrived: z.array(id),
  offered: z.array(promptView.extend({ broughtBy: id.nullable() })),
  prompt: promptView.nullable(),
  /** Whether the lighter twin stands in the prompt's place. */
  isLight: z.boolean(),
  /** Who shares first on this prompt because everyone named the same person; `null` where turns alternate. */
  first: id.nullable(),
  speaker: id.nullable(),
  spoken: z.array(id),
  turnSince: instant.nullable(),
  /** How long one turn is meant to be, in seconds, while one lasts. */
  turnSeconds: z.int().nullable(),
  exercise: exerciseView.nullable(),
  exerciseStep: z.int(),
  /** Who has answered apart at this step. */
  ready: z.array(id),
  carryOvers: z.array(saidView),
  /** What the pair revealed to each other at the last session's end. */
  lastLearned: z.array(saidView),
  /** Whether the last session was uneven; both are shown the same neutral prompt, and never whose turn it was. */
  wasUneven: z.boolean(),
  appreciations: z.array(saidView),
  learned: z.array(saidView),
  hasLeft: z.boolean(),
  staging: z.enum(stagings),
  agreementLines: z.array(z.string()),
  stepSince: z.int(),
  version: z.int(),
});
export type SessionView = z.infer<typeof sessionView>;

/** How a panel says where it is: the meeting's chat, or the check-in it was opened for. */
export const sessionPlace = z.strictObject({ chatId: z.string().max(500).optional(), checkInId: id.optional() });

export const openSession = endpoint({
  id: "openSession",
  method: "POST",
  path: "/api/sessions",
  summary: "The session of the check-in held in this meeting; opened if nobody has yet",
  role: "participant",
  params: z.strictObject({}),
  body: sessionPlace,
  output: sessionView,
  refusals: ["no-session-here", "check-in-is-over"],
});

export const actInSession = endpoint({
  id: "actInSession",
  method: "POST",
  path: "/api/sessions/:sessionId/commands",
  summary:
    "One step in the session; the command's id makes a repeat harmless, the version seen keeps two taps from counting twice",
  role: "participant",
  params: z.strictObject({ sessionId: id }),
  body: z.strictObject({
    commandId: id,
    seenVersion: z.int(),
    type: z.enum(sessionCommandTypes),
    /** For `pick` and `swap`. */
    promptId: promptId.optional(),
    /** For `go-to`. */
    part: z.enum(parts).optional(),
    /** For `say-who`: whom the caller names; kept from everyone, and erased once all have named. */
    who: z.union([id, z.literal("no-difference")]).optional(),
  }),
  output: sessionView,
  refusals: ["not-found", "bad-input", "session-moved-on", "prompt-not-offered", "not-at-this-point"],
});

export const readSession = endpoint({
  id: "readSession",
  method: "GET",
  path: "/api/sessions/:sessionId",
  summary: "Where the session is now",
  role: "participant",
  params: z.strictObject({ sessionId: id }),
  body: noBody,
  output: sessionView,
  refusals: ["not-found"],
});

/** The server's time, by which panels agree how far a turn has come. */
export const readClock = endpoint({
  id: "readClock",
  method: "GET",
  path: "/api/clock",
  summary: "The server's time",
  role: "participant",
  params: noParams,
  body: noBody,
  output: z.strictObject({ now: instant }),
  refusals: [],
});

/**
 * The live stream of a session: server-sent events, read by fetch with the bearer token. Each `session` event carries a whole view; its id is the
 * version and a mark of all that the view shows, and is only to be handed back: a view may change without a new version. `event: end` says that
 * access has ended and nothing more will come, while a line that merely closes is to be opened again, naming the last id seen. A comment comes as
 * the line opens and whenever it has been silent for 20 s.
 */
export const sessionStream = {
  id: "streamSession",
  method: "GET",
  path: "/api/sessions/:sessionId/events",
  params: z.strictObject({ sessionId: id }),
  event: sessionView,
  refusals: ["not-found"],
} as const;
