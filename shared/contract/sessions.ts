import { z } from "zod";
import { stages } from "../domain/cohort.ts";
import { themes } from "../domain/prompt.ts";
import { sessionPhases } from "../domain/session.ts";
import { endpoint, id, noBody } from "./endpoint.ts";
import { memberView } from "./people.ts";

export const promptView = z.strictObject({
  id: z.string(),
  theme: z.enum(themes),
  minutes: z.int(),
  text: z.string(),
  followUps: z.array(z.string()),
  lighter: z.string(),
});
export type PromptView = z.infer<typeof promptView>;

/** What both side panels show, the same for both. */
export const sessionView = z.strictObject({
  id,
  checkInId: id,
  number: z.int(),
  stage: z.enum(stages),
  members: z.array(memberView),
  opener: id,
  phase: z.enum(sessionPhases),
  round: z.int(),
  rounds: z.int(),
  arrived: z.array(id),
  offered: z.array(promptView),
  prompt: promptView.nullable(),
  speaker: id.nullable(),
  agreementLines: z.array(z.string()),
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

export const sessionCommands = ["arrive", "begin", "offer-others", "pick", "change-over", "move-on", "close"] as const;

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
    type: z.enum(sessionCommands),
    promptId: z.string().max(80).optional(),
  }),
  output: sessionView,
  refusals: ["not-found", "session-moved-on", "prompt-not-offered", "not-at-this-point"],
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

/**
 * The live stream of a session: server-sent events, read by fetch with the bearer token. Each `session` event carries a whole view and
 * its version as the event id; `event: end` says that access has ended and nothing more will come, while a line that merely closes is to be opened again; a comment every 20 s keeps the line open.
 */
export const sessionStream = {
  id: "streamSession",
  method: "GET",
  path: "/api/sessions/:sessionId/events",
  params: z.strictObject({ sessionId: id }),
  event: sessionView,
  refusals: ["not-found"],
} as const;
