import { z } from "zod";
import { depths } from "../domain/prompt.ts";
import { reflectionAnswers } from "../domain/reflection.ts";
import { sessionWordsKinds, sessionWordsLimits } from "../domain/session-words.ts";
import { checkInView } from "./check-ins.ts";
import { endpoint, id, noBody } from "./endpoint.ts";
import { memberView } from "./people.ts";
import { promptId, promptView } from "./prompts.ts";

const ofCheckIn = z.strictObject({ checkInId: id });
const depth = z.union(depths.map((one) => z.literal(one)));

export const wordsView = z.strictObject({ kind: z.enum(sessionWordsKinds), text: z.string(), version: z.int() });
export type WordsView = z.infer<typeof wordsView>;

export const readOwnWords = endpoint({
  id: "readOwnWords",
  method: "GET",
  path: "/api/check-ins/:checkInId/words",
  summary: "What I have typed around this session, whether or not the others may read it",
  role: "participant",
  params: ofCheckIn,
  body: noBody,
  output: z.strictObject({ words: z.array(wordsView) }),
  refusals: ["not-found"],
});

export const saveOwnWords = endpoint({
  id: "saveOwnWords",
  method: "POST",
  path: "/api/check-ins/:checkInId/words/:kind",
  summary: "Keeps what I type, from the version I saw (0 for the first); empty words erase it",
  role: "participant",
  params: z.strictObject({ checkInId: id, kind: z.enum(sessionWordsKinds) }),
  body: z.strictObject({
    text: z.string().max(Math.max(...Object.values(sessionWordsLimits))),
    seenVersion: z.int().min(0),
  }),
  output: wordsView,
  refusals: ["not-found", "too-long", "words-changed-meanwhile", "words-are-revealed"],
});

/** What the details and chat tabs show before a check-in, and Home's "Two minutes to prepare?". */
export const preparationView = z.strictObject({
  checkIn: checkInView,
  pairId: id,
  members: z.array(memberView),
  agreementLines: z.array(z.string()),
  carryOver: wordsView,
  brought: promptView.nullable(),
  /** My favourites that can be brought and a few prompts of this check-in's stage, to bring one of. */
  favourites: z.array(promptView),
  suggestions: z.array(promptView),
  depth: z.strictObject({
    /** How deep I said I am ready to go with this pair. */
    mine: depth,
    /** The next depth that may be asked about now; `null` while none is. */
    askable: depth.nullable(),
    /** How deep the pair goes now, everybody having said so. */
    open: depth,
  }),
});
export type PreparationView = z.infer<typeof preparationView>;

export const readPreparation = endpoint({
  id: "readPreparation",
  method: "GET",
  path: "/api/check-ins/:checkInId/preparation",
  summary: "What I may prepare for this check-in",
  role: "participant",
  params: ofCheckIn,
  body: noBody,
  output: preparationView,
  refusals: ["not-found"],
});

export const bringPrompt = endpoint({
  id: "bringPrompt",
  method: "POST",
  path: "/api/check-ins/:checkInId/brought-prompt",
  summary: "Brings a prompt to the check-in: it is among the first offered, where it suits everyone; null brings none",
  role: "participant",
  params: ofCheckIn,
  body: z.strictObject({ promptId: promptId.nullable() }),
  output: z.strictObject({ brought: promptView.nullable() }),
  refusals: ["not-found", "check-in-is-over", "cannot-be-brought"],
});

export const sayReadiness = endpoint({
  id: "sayReadiness",
  method: "POST",
  path: "/api/pairs/:pairId/readiness",
  summary:
    "How deep I am ready to go, 4 after our mid review; deeper prompts are offered once everybody in the pair says so, and nobody learns who has not",
  role: "participant",
  params: z.strictObject({ pairId: id }),
  body: z.strictObject({ depth }),
  output: z.strictObject({ mine: depth, open: depth }),
  refusals: ["not-found", "not-yet-that-deep"],
});

const answer = z.enum(reflectionAnswers).nullable();
const taps = z.strictObject({ feltHeard: answer, roomToSpeak: answer });

/** What the details and chat tabs show after a check-in. */
export const reflectionView = z.strictObject({
  checkIn: checkInView,
  pairId: id,
  members: z.array(memberView),
  mine: taps.extend({ isShared: z.boolean() }),
  /** Everybody's, once everybody has chosen to share theirs; empty before. */
  revealed: z.array(taps.extend({ author: id })),
  /** What the session left me for my journal; `null` once it was kept or where there is nothing. */
  draft: z.strictObject({ text: z.string(), notesVersion: z.int() }).nullable(),
});
export type ReflectionView = z.infer<typeof reflectionView>;

export const readReflection = endpoint({
  id: "readReflection",
  method: "GET",
  path: "/api/check-ins/:checkInId/reflection",
  summary: "What there is to say after this check-in",
  role: "participant",
  params: ofCheckIn,
  body: noBody,
  output: reflectionView,
  refusals: ["not-found", "check-in-not-begun"],
});

export const saveReflection = endpoint({
  id: "saveReflection",
  method: "POST",
  path: "/api/check-ins/:checkInId/reflection",
  summary: "My two taps, and whether I share them; they can be changed until everybody's are revealed",
  role: "participant",
  params: ofCheckIn,
  body: taps.extend({ isShared: z.boolean() }),
  output: reflectionView,
  refusals: ["not-found", "check-in-not-begun", "already-revealed"],
});

export const keepDraft = endpoint({
  id: "keepDraft",
  method: "POST",
  path: "/api/check-ins/:checkInId/draft",
  summary: "Keeps the words as my journal entry about this session, and clears the notes they came from, in one go",
  role: "participant",
  params: ofCheckIn,
  body: z.strictObject({ entryId: id, text: z.string().max(8000), notesVersion: z.int() }),
  output: z.strictObject({ entryId: id }),
  refusals: ["not-found", "entry-is-empty", "words-changed-meanwhile"],
});
