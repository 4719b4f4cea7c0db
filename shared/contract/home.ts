import { z } from "zod";
import { stages } from "../domain/cohort.ts";
import { pairStatuses } from "../domain/pair.ts";
import { checkInView } from "./check-ins.ts";
import { endpoint, id, instant, noBody, noParams } from "./endpoint.ts";
import { goalView } from "./goals.ts";
import { entryView } from "./journal.ts";
import { memberView } from "./people.ts";

/** One of the six sessions on the year's weave. */
export const yearView = z.strictObject({
  stage: z.enum(stages),
  heldAt: instant.nullable(),
  bookedAt: instant.nullable(),
});

export const pairHome = z.strictObject({
  id,
  status: z.enum(pairStatuses),
  /** In the order of voices; the signed-in person is among them. */
  members: z.array(memberView),
  cohortName: z.string(),
  minutes: z.int(),
  year: z.array(yearView),
  /** The check-in that lies ahead, wanted or booked; `null` when nobody has asked for one. */
  next: checkInView.nullable(),
  /** The latest check-in that ended without anybody saying whether the pair met; `null` when there is nothing to answer. */
  toAnswer: checkInView.nullable(),
  /** The latest check-in of which somebody said whether the pair met, until the pair goes on to the next. */
  answered: checkInView.nullable(),
  /** The latest check-in that has begun, to look back at; `null` before the first. */
  toReflect: id.nullable(),
  /** Number of the next session, and whose turn it is to open and to book. */
  nextNumber: z.int(),
  nextOpener: id,
  nextBooker: id,
  goals: z.array(goalView),
  latestEntry: entryView.nullable(),
});
export type PairHome = z.infer<typeof pairHome>;

export const readHome = endpoint({
  id: "readHome",
  method: "GET",
  path: "/api/home",
  summary: "All that the Home page shows, in one answer; no pair yet is an answer too",
  role: "participant",
  params: noParams,
  body: noBody,
  output: z.strictObject({
    person: z.strictObject({ id, name: z.string(), locale: z.string(), timeZone: z.string() }),
    pair: pairHome.nullable(),
    coordinates: z.boolean(),
  }),
  refusals: [],
});
export type Home = z.infer<typeof readHome.output>;
