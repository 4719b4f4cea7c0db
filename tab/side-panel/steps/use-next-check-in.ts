import { useCallback, useEffect, useState } from "react";
import type { CheckInView, NoSlotsView, TimesWanted } from "../../../shared/contract/check-ins.ts";
import type { PairHome } from "../../../shared/contract/home.ts";
import type { Problem } from "../../api-client.ts";
import { useApp } from "../../app-context.tsx";

/** How often the panels look what has become of the booking, in milliseconds: either may have booked. */
const lookEvery = 3_000;

export interface NextCheckIn {
  /** The pair as Home has it; `null` before it is read. */
  readonly pair: Pick<PairHome, "next" | "nextBooker"> | null;
  readonly noSlots: NoSlotsView | null;
  readonly isLooking: boolean;
  readonly isBooking: boolean;
  readonly problem: Problem | null;
  readonly ask: (wanted: TimesWanted) => void;
  readonly book: (checkIn: CheckInView, startsAt: string) => void;
}

/** The pair's next check-in, followed while this step is shown, and what can be done about it. */
export function useNextCheckIn(pairId: string): NextCheckIn {
  const { api } = useApp();
  const [pair, setPair] = useState<NextCheckIn["pair"]>(null);
  const [noSlots, setNoSlots] = useState<NoSlotsView | null>(null);
  const [doing, setDoing] = useState<"asking" | "booking" | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = useCallback(async () => {
    const answer = await api.call("readHome");
    if (answer.ok && answer.value.pair?.id === pairId) setPair(answer.value.pair);
  }, [api, pairId]);
  useEffect(() => {
    const first = setTimeout(() => void look(), 0);
    const timer = setInterval(() => void look(), lookEvery);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look]);
  const show = (next: CheckInView) => setPair((before) => ({ nextBooker: next.booker, ...before, next }));
  const ask = async (body: TimesWanted) => {
    setDoing("asking");
    const answer = await api.call("askForCheckIn", { params: { pairId }, body });
    setDoing(null);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return look();
    const { noSlots: none, ...checkIn } = answer.value;
    setNoSlots(none);
    show(checkIn);
  };
  const book = async ({ id: checkInId }: CheckInView, startsAt: string) => {
    setDoing("booking");
    const answer = await api.call("bookCheckIn", { params: { checkInId }, body: { startsAt } });
    setDoing(null);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) show(answer.value);
    else await look();
  };
  return {
    pair,
    noSlots,
    problem,
    isLooking: doing === "asking",
    isBooking: doing === "booking",
    ask: (wanted) => void ask(wanted),
    book: (checkIn, startsAt) => void book(checkIn, startsAt),
  };
}
