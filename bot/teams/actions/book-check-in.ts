import { refused } from "../answers/refused.ts";
import { onItsWayCard } from "../cards/on-its-way-card.ts";
import { show } from "../reply.ts";
import { action } from "./action.ts";

/** One tap on a time: it is chosen, and the card says that it is on its way until the receipt takes its place. */
export const bookCheckInAction = action("book-check-in", async (input, turn) => {
  const booked = await turn.useCases.bookCheckIn({ ...input, by: turn.by });
  if (!booked.ok) return refused(booked.refusal, turn);
  const shows = { kind: "check-in", id: booked.value.checkIn.id } as const;
  return show(onItsWayCard(booked.value, turn.reader), { shows, isPassing: true });
});
