import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { CheckInView, NoSlotsView, TimesWanted } from "../../../shared/contract/check-ins.ts";
import type { Home, PairHome } from "../../../shared/contract/home.ts";
import { type CheckInStatus, isAhead } from "../../../shared/domain/check-in.ts";
import { type Answer, type Output, valueOf } from "../../api-client.ts";
import { useApp } from "../../app-context.tsx";
import { keys, second, useRefreshHome } from "../../queries.ts";

const onTheWay: ReadonlySet<CheckInStatus> = new Set(["booking", "moving"]);

/** Whether its calendars are being written just now. */
export const isOnTheWay = ({ status }: Pick<CheckInView, "status">): boolean => onTheWay.has(status);

/** The check-in while it is on its way into the calendars or from one hour to another, looked at until it is there or lost. */
export function useBookingProgress(checkIn: CheckInView): CheckInView {
  const { api } = useApp();
  const show = useShowCheckIn();
  const query = useQuery({
    queryKey: ["check-in", checkIn.id],
    enabled: isOnTheWay(checkIn),
    refetchInterval: 1.5 * second,
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => {
      const fresh = await valueOf(api.call("readCheckIn", { params: { checkInId: checkIn.id } }));
      if (!isOnTheWay(fresh)) show(fresh);
      return fresh;
    },
  });
  return isOnTheWay(checkIn) ? (query.data ?? checkIn) : checkIn;
}

/** That a search found nothing, why, and what had been asked for. */
export interface NothingFound {
  readonly noSlots: NoSlotsView;
  readonly wanted: TimesWanted;
}

/** Asks for three times, and keeps in mind what came of the last search while the next one runs. */
export function useAskForTimes(pair: PairHome) {
  const { api } = useApp();
  const params = { pairId: pair.id };
  const ask = useCheckInChange((body: TimesWanted) => api.call("askForCheckIn", { params, body }));
  const [nothing, setNothing] = useState<NothingFound | null>(null);
  const { mutate } = ask;
  const look = useCallback(
    (wanted: TimesWanted) => mutate(wanted, { onSuccess: ({ noSlots }) => setNothing(noSlots && { noSlots, wanted }) }),
    [mutate],
  );
  return { ask, look, nothing };
}

/** Books one of the offered times, or moves the check-in there. */
export function useBook({ id }: CheckInView) {
  const { api } = useApp();
  return useCheckInChange((startsAt: string) =>
    api.call("bookCheckIn", { params: { checkInId: id }, body: { startsAt } }),
  );
}

/** Makes it shorter or longer. */
export function useChangeLength({ id }: CheckInView) {
  const { api } = useApp();
  return useCheckInChange((minutes: number) =>
    api.call("changeLength", { params: { checkInId: id }, body: { minutes } }),
  );
}

/** Calls it off, with a note for the others. */
export function useCancel({ id }: CheckInView) {
  const { api } = useApp();
  return useCheckInChange((note: string) =>
    api.call("cancelCheckIn", { params: { checkInId: id }, body: note === "" ? {} : { note } }),
  );
}

/** Says whether the pair met. */
export function useAnswer({ id }: CheckInView) {
  const { api } = useApp();
  return useCheckInChange((met: boolean) => api.call("answerCheckIn", { params: { checkInId: id }, body: { met } }));
}

/** The pair's check-ins as a file. */
export function useExport(pair: PairHome) {
  const { api } = useApp();
  return useMutation({
    mutationFn: (): Promise<Output<"exportCheckIns">> =>
      valueOf(api.call("exportCheckIns", { params: { pairId: pair.id } })),
  });
}

function useCheckInChange<Input, View extends CheckInView>(send: (input: Input) => Promise<Answer<View>>) {
  const show = useShowCheckIn();
  return useMutation({
    mutationFn: (input: Input) => valueOf(send(input)),
    onSuccess: show,
    onError: useRefreshHome(),
  });
}

function useShowCheckIn(): (checkIn: CheckInView) => void {
  const client = useQueryClient();
  return (checkIn) => {
    client.setQueryData<Home>(keys.home, (home) =>
      home?.pair ? { ...home, pair: withCheckIn(home.pair, checkIn) } : home,
    );
    void client.invalidateQueries({ queryKey: keys.home });
  };
}

/** Home with the check-in as it is now: one that is over leaves the place of the next, and needs no answer. */
export function withCheckIn(pair: PairHome, checkIn: CheckInView): PairHome {
  const isOver = !isAhead(checkIn);
  const isAnswered = isOver || isOnTheWay(checkIn);
  const toAnswer = pair.toAnswer?.id === checkIn.id ? (isAnswered ? null : checkIn) : pair.toAnswer;
  const hasGoneOn = pair.next !== null && pair.next.id !== checkIn.id;
  const answered = checkIn.status === "cancelled" || hasGoneOn ? pair.answered : checkIn;
  if (isOver) return { ...pair, toAnswer, answered, next: pair.next?.id === checkIn.id ? null : pair.next };
  return { ...pair, toAnswer, next: checkIn };
}
