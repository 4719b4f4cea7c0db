import { z } from "zod";
import { audiences, entryLimit } from "../domain/journal-entry.ts";
import { endpoint, id, instant, noBody } from "./endpoint.ts";

export const entryView = z.strictObject({
  id,
  author: id,
  text: z.string(),
  audience: z.enum(audiences),
  sessionNumber: z.int().nullable(),
  writtenAt: instant,
  version: z.int(),
});
export type EntryView = z.infer<typeof entryView>;

const ofPair = z.strictObject({ pairId: id });
const ofEntry = z.strictObject({ entryId: id });
const text = z.string().min(1).max(entryLimit);

export const listEntries = endpoint({
  id: "listEntries",
  method: "GET",
  path: "/api/pairs/:pairId/journal",
  summary: "My entries and those my partner shares with me, newest first",
  role: "participant",
  params: ofPair,
  body: noBody,
  output: z.array(entryView),
  refusals: ["not-found"],
});

export const writeEntry = endpoint({
  id: "writeEntry",
  method: "POST",
  path: "/api/pairs/:pairId/journal",
  summary: "Keeps an entry; the id comes from the page, so that a repeat keeps it once",
  role: "participant",
  params: ofPair,
  body: z.strictObject({ id, text, audience: z.enum(audiences), sessionNumber: z.int().min(1).nullable() }),
  output: entryView,
  refusals: ["not-found", "entry-is-empty"],
});

export const reviseEntry = endpoint({
  id: "reviseEntry",
  method: "PATCH",
  path: "/api/journal/:entryId",
  summary: "New words for my entry, or another audience",
  role: "participant",
  params: ofEntry,
  body: z.strictObject({ text: text.optional(), audience: z.enum(audiences).optional(), seenVersion: z.int() }),
  output: entryView,
  refusals: ["not-found", "entry-changed-meanwhile", "entry-is-empty"],
});

export const eraseEntry = endpoint({
  id: "eraseEntry",
  method: "DELETE",
  path: "/api/journal/:entryId",
  summary: "Erases my entry, for everyone who could read it",
  role: "participant",
  params: ofEntry,
  body: noBody,
  output: z.strictObject({ erased: z.literal(true) }),
  refusals: ["not-found"],
});
