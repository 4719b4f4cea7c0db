import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CohortBookingView } from "../../../shared/contract/cohort-bookings.ts";
import type { BookingSteer, CohortBookingStatus, PairBookingStatus } from "../../../shared/domain/cohort-booking.ts";
import { type Output, valueOf } from "../../api-client.ts";
import { useApp } from "../../app-context.tsx";
import { keys, second } from "../../queries.ts";

const underWay: ReadonlySet<CohortBookingStatus> = new Set(["looking", "running", "undoing"]);

/** How soon to look again: while it is under way often, and otherwise for what is wished in the chat meanwhile. */
const againAfter = (status: CohortBookingStatus | undefined) => (isUnderWay(status) ? 2 : 5) * second;

/** Whether something happens in it by itself just now. */
export const isUnderWay = (status: CohortBookingStatus | undefined): boolean =>
  status !== undefined && underWay.has(status);

/** How many pairs a page of the list has. */
export const pageLength = 25;

type Latest = Output<"readLatestCohortBooking">;

/** The cohort's latest booking, followed live. */
export function useLatestBooking(cohortId: string) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.latestBooking(cohortId),
    queryFn: () => valueOf(api.call("readLatestCohortBooking", { params: { cohortId } })),
    refetchInterval: ({ state }) => againAfter(state.data?.booking?.status),
  });
}

/** A page of the pairs in it, after the pair with this id; read anew whenever the booking comes to stand elsewhere. */
export function usePairBookings(booking: CohortBookingView, status: PairBookingStatus | null, after: string | null) {
  const { api } = useApp();
  return useQuery({
    queryKey: [...keys.pairBookings(booking.id), booking.status, status, after],
    placeholderData: keepPreviousData,
    refetchInterval: isUnderWay(booking.status) ? 4 * second : false,
    queryFn: () =>
      valueOf(
        api.call("listPairBookings", {
          params: { cohortBookingId: booking.id },
          body: { limit: pageLength, ...(status ? { status } : {}), ...(after ? { after } : {}) },
        }),
      ),
  });
}

/** Begins to look for times. */
export function useBegin(cohortId: string) {
  const { api } = useApp();
  return useBookingChange(cohortId, () => valueOf(api.call("beginCohortBooking", { params: { cohortId } })));
}

/** Confirms, pauses, resumes, undoes or sets it aside. */
export function useSteer({ id, cohortId }: CohortBookingView) {
  const { api } = useApp();
  return useBookingChange(cohortId, (steer: BookingSteer) =>
    valueOf(api.call("steerCohortBooking", { params: { cohortBookingId: id }, body: { steer } })),
  );
}

function useBookingChange<Input>(cohortId: string, send: (input: Input) => Promise<CohortBookingView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (booking) => {
      const latest: Latest = { booking: booking.status === "discarded" ? null : booking };
      client.setQueryData(keys.latestBooking(cohortId), latest);
      void client.invalidateQueries({ queryKey: keys.pairBookings(booking.id) });
    },
    onError: () => void client.invalidateQueries({ queryKey: keys.latestBooking(cohortId) }),
  });
}
