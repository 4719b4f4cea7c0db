import { z } from "zod";
import { goalLimits } from "../domain/goal.ts";
import { audiences, entryLimit } from "../domain/journal-entry.ts";
import { pairStatuses } from "../domain/pair.ts";
import { purposes } from "../domain/programme.ts";
import { date, id, instant } from "./endpoint.ts";

const goal = z.strictObject({
  id,
  owner: id.nullable(),
  title: z.string().min(1).max(goalLimits.title),
  why: z.string().max(goalLimits.why),
  nextStep: z.string().max(goalLimits.nextStep),
  reviewOn: date.nullable(),
  state: z.enum(["open", "done", "let-go"]),
});

const entry = z.strictObject({
  id,
  author: id,
  text: z.string().min(1).max(entryLimit),
  audience: z.enum(audiences),
  sessionNumber: z.int().min(1).nullable(),
  writtenAt: instant,
});

const pair = z.strictObject({
  id,
  members: z.array(id).min(2).max(3),
  status: z.enum(pairStatuses),
  agreementLines: z.array(z.string().max(120)).max(3),
  /** What was held or missed so far, oldest first. */
  checkIns: z.array(
    z.strictObject({ id, startsAt: instant, status: z.enum(["held", "missed"]), opener: id, booker: id }),
  ),
  goals: z.array(goal),
  entries: z.array(entry),
});

/** A whole programme in one document: what `import` reads. Times are ISO; ids are GUIDs, people's are Entra object ids. */
export const programmeFile = z.strictObject({
  /** What is left out of a person is looked up in the organisation's directory. */
  people: z.array(
    z.strictObject({
      id,
      name: z.string().min(1).optional(),
      fullName: z.string().min(1).optional(),
      locale: z.string().optional(),
      timeZone: z.string().optional(),
    }),
  ),
  programme: z.strictObject({
    id,
    name: z.string().min(1),
    purposes: z.array(z.enum(purposes)).min(1).max(2),
    statement: z.string().min(1),
    sponsorName: z.string().min(1),
    coordinators: z.array(id).min(1),
  }),
  cohorts: z.array(
    z.strictObject({
      id,
      name: z.string().min(1),
      startsOn: date,
      endsOn: date,
      minutes: z.int().min(15).max(180),
      cadenceDays: z.int().min(7).max(92),
      pairs: z.array(pair),
    }),
  ),
});
export type ProgrammeFile = z.infer<typeof programmeFile>;
