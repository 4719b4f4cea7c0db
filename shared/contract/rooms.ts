import { z } from "zod";
import { checkInView } from "./check-ins.ts";
import { endpoint, id } from "./endpoint.ts";
import { memberView } from "./people.ts";

/** A meeting's chat, as Teams names it. */
const chatId = z.string().min(1).max(500);

/** What a meeting is to whoever asks: a check-in of theirs, one that may become one by a tap, or nothing of theirs. */
export const roomView = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("check-in"), checkIn: checkInView, pairId: id, members: z.array(memberView) }),
  z.strictObject({
    kind: z.literal("unlinked"),
    /** The caller's pairs that may hold a check-in here, the newest first. */
    pairs: z.array(
      z.strictObject({
        pairId: id,
        members: z.array(memberView),
        /** The check-in that would be held here; `null` where a new one would be made. */
        booked: checkInView.nullable(),
        number: z.int(),
      }),
    ),
  }),
]);
export type RoomView = z.infer<typeof roomView>;

export const readRoom = endpoint({
  id: "readRoom",
  method: "POST",
  path: "/api/rooms",
  summary: "What this meeting is to me",
  role: "participant",
  params: z.strictObject({}),
  body: z.strictObject({ chatId }),
  output: roomView,
  refusals: ["no-session-here"],
});

export const linkRoom = endpoint({
  id: "linkRoom",
  method: "POST",
  path: "/api/rooms/link",
  summary: "Holds the pair's check-in in this meeting, though it was not booked; for everybody in the pair",
  role: "participant",
  params: z.strictObject({}),
  body: z.strictObject({ chatId, pairId: id }),
  output: roomView,
  refusals: ["not-found", "pair-is-resting", "room-is-taken"],
});
