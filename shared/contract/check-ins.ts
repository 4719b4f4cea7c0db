import { z } from "zod";
import { checkInStatuses } from "../domain/check-in.ts";
import { endpoint, id, instant, noBody } from "./endpoint.ts";

export const slotView = z.strictObject({ startsAt: instant, endsAt: instant, stretches: id.nullable() });
export type SlotView = z.infer<typeof slotView>;

export const checkInView = z.strictObject({
  id,
  number: z.int(),
  status: z.enum(checkInStatuses),
  minutes: z.int(),
  opener: id,
  booker: id,
  offered: z.array(slotView),
  slot: slotView.nullable(),
  joinUrl: z.string().nullable(),
});
export type CheckInView = z.infer<typeof checkInView>;

export const askForCheckIn = endpoint({
  id: "askForCheckIn",
  method: "POST",
  path: "/api/pairs/:pairId/check-ins",
  summary: "Three times that suit everyone in the pair; asked again, fresh ones for the same check-in",
  role: "participant",
  params: z.strictObject({ pairId: id }),
  /** `others` asks for times besides those on offer. */
  body: z.strictObject({ others: z.boolean().optional() }),
  output: checkInView,
  refusals: [
    "not-found",
    "pair-is-resting",
    "already-booked",
    "check-in-is-over",
    "calendar-unreadable",
    "no-hour-in-common",
    "all-common-hours-taken",
    "calendar-away",
  ],
});

export const bookCheckIn = endpoint({
  id: "bookCheckIn",
  method: "POST",
  path: "/api/check-ins/:checkInId/booking",
  summary: "Chooses one of the offered times; it then goes into every calendar once",
  role: "participant",
  params: z.strictObject({ checkInId: id }),
  body: z.strictObject({ startsAt: instant }),
  output: checkInView,
  refusals: ["not-found", "already-booked", "time-not-offered", "check-in-is-over"],
});

export const readCheckIn = endpoint({
  id: "readCheckIn",
  method: "GET",
  path: "/api/check-ins/:checkInId",
  summary: "Where a check-in stands",
  role: "participant",
  params: z.strictObject({ checkInId: id }),
  body: noBody,
  output: checkInView,
  refusals: ["not-found"],
});
