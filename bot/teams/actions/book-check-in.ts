import { refused } from "../answers/refused.ts";
import { onItsWayCard } from "../cards/booking-cards.ts";
import { show } from "../reply.ts";
import { action } from "./action.ts";

/** One tap on a time: it is chosen, and the card says that it is on its way until the receipt takes its place. */
export const bookCheckInAction = action("book-check-in", async (input, turn) => {
  const booked = await turn.useCases.bookCheckIn({ ...input, by: turn.by });
  if (!booked.ok) return refused(booked.refusal, turn);
  return show(onItsWayCard(booked.value, turn.reader), { shows: booked.value.checkIn.id, isPassing: true });
});
