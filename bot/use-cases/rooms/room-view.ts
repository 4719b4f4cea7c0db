import type { RoomView } from "../../../shared/contract/rooms.ts";
import { heldNow } from "../../../shared/domain/ad-hoc.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { Circumstances } from "../check-ins/circumstances.ts";
import { checkInView, membersView } from "../home/read-home.ts";

type Unlinked = Extract<RoomView, { readonly kind: "unlinked" }>;

/** Whether a meeting is still this check-in's: one that fell through leaves it to another. */
export const isHeldHere = ({ status }: Pick<CheckIn, "status">): boolean =>
  status !== "missed" && status !== "cancelled";

/** A meeting in which this check-in is held. */
export const linkedView = (checkIn: CheckIn, { pair, people }: Pick<Circumstances, "pair" | "people">): RoomView => ({
  kind: "check-in",
  checkIn: checkInView(checkIn),
  pairId: pair.id,
  members: membersView(people),
});

/** What a pair would hold in a meeting that belongs to nothing yet. */
export function offerView({ pair, people, history }: Circumstances, now: number): Unlinked["pairs"][number] {
  const booked = heldNow(history, now);
  return {
    pairId: pair.id,
    members: membersView(people),
    booked: booked && checkInView(booked),
    number: booked?.number ?? history.filter(({ status }) => status === "held").length + 1,
  };
}
