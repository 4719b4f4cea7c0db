import { QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { GoalView } from "../shared/contract/goals.ts";
import type { Home, PairHome } from "../shared/contract/home.ts";
import type { EntryView } from "../shared/contract/journal.ts";
import type { GoalState } from "../shared/domain/goal.ts";
import { type Answer, type CallInput, problemOf, valueOf } from "./api-client.ts";
import { useApp } from "./app-context.tsx";

export const second = 1000;
const passing: ReadonlySet<string> = new Set(["offline", "unavailable"]);

/** The pages' memory of what the server said. Only what may pass by itself is tried again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 5 * second,
        retry: (failures, error) => failures < 2 && passing.has(problemOf(error).refusal),
        retryDelay: (attempt) => second * 2 ** attempt,
      },
      mutations: { networkMode: "always" },
    },
  });

/** Names of what is remembered. */
export const keys = {
  home: ["home"],
  entries: (pairId: string) => ["entries", pairId],
  cohorts: ["cohorts"],
  cohort: (cohortId: string) => ["cohort", cohortId],
  quiet: (cohortId: string) => ["quiet", cohortId],
  connection: ["connection"],
  latestBooking: (cohortId: string) => ["latest-booking", cohortId],
  pairBookings: (cohortBookingId: string) => ["pair-bookings", cohortBookingId],
} as const;

/** Home in one answer, looked at again every minute, as the partner may act too. */
export function useHome() {
  const { api } = useApp();
  return useQuery({ queryKey: keys.home, queryFn: () => valueOf(api.call("readHome")), refetchInterval: 60 * second });
}

/** Has Home read again. */
export function useRefreshHome(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: keys.home });
}

export type GoalChange =
  | { readonly kind: "add"; readonly body: CallInput<"addGoal">["body"] }
  | { readonly kind: "edit"; readonly goalId: string; readonly body: CallInput<"editGoal">["body"] }
  | { readonly kind: "settle"; readonly goalId: string; readonly state: GoalState };

/** Adds, edits or settles a goal and shows it as the server then has it. */
export function useGoalChange(pair: PairHome) {
  const { api } = useApp();
  const client = useQueryClient();
  const send = (change: GoalChange): Promise<Answer<GoalView>> => {
    if (change.kind === "add") return api.call("addGoal", { params: { pairId: pair.id }, body: change.body });
    const params = { goalId: change.goalId };
    if (change.kind === "edit") return api.call("editGoal", { params, body: change.body });
    return api.call("settleGoal", { params, body: { state: change.state } });
  };
  return useMutation({
    mutationFn: (change: GoalChange) => valueOf(send(change)),
    onSuccess: (goal) => client.setQueryData<Home>(keys.home, (home) => withGoal(home, goal)),
    onError: useRefreshHome(),
  });
}

function withGoal(home: Home | undefined, goal: GoalView): Home | undefined {
  if (!home?.pair) return home;
  const isKnown = home.pair.goals.some((one) => one.id === goal.id);
  const goals = isKnown ? home.pair.goals.map((one) => (one.id === goal.id ? goal : one)) : [...home.pair.goals, goal];
  return { ...home, pair: { ...home.pair, goals } };
}

/** My entries and those shared with me, newest first. */
export function useEntries(pairId: string) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.entries(pairId),
    queryFn: () => valueOf(api.call("listEntries", { params: { pairId } })),
    refetchInterval: 60 * second,
  });
}

export type EntryChange =
  | { readonly kind: "write"; readonly body: CallInput<"writeEntry">["body"] }
  | { readonly kind: "revise"; readonly entryId: string; readonly body: CallInput<"reviseEntry">["body"] };

/** Keeps a new entry, or new words or another audience for one of mine. */
export function useEntryChange(pairId: string) {
  const { api } = useApp();
  const client = useQueryClient();
  const send = (change: EntryChange): Promise<Answer<EntryView>> =>
    change.kind === "write"
      ? api.call("writeEntry", { params: { pairId }, body: change.body })
      : api.call("reviseEntry", { params: { entryId: change.entryId }, body: change.body });
  return useMutation({
    mutationFn: (change: EntryChange) => valueOf(send(change)),
    onSuccess: (entry) => {
      client.setQueryData<readonly EntryView[]>(keys.entries(pairId), (all) => all && withEntry(all, entry));
      void client.invalidateQueries({ queryKey: keys.home });
    },
    onError: () => void client.invalidateQueries({ queryKey: keys.entries(pairId) }),
  });
}

const withEntry = (all: readonly EntryView[], entry: EntryView): readonly EntryView[] =>
  all.some((one) => one.id === entry.id) ? all.map((one) => (one.id === entry.id ? entry : one)) : [entry, ...all];

/** Erases an entry of mine. */
export function useErase(pairId: string) {
  const { api } = useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (entryId: string) => valueOf(api.call("eraseEntry", { params: { entryId } })),
    onSuccess: (_, entryId) => {
      client.setQueryData<readonly EntryView[]>(keys.entries(pairId), (all) =>
        all?.filter((one) => one.id !== entryId),
      );
      void client.invalidateQueries({ queryKey: keys.home });
    },
  });
}

/** The cohorts a coordinator runs. */
export function useCohorts() {
  const { api } = useApp();
  return useQuery({ queryKey: keys.cohorts, queryFn: () => valueOf(api.call("listCohorts")) });
}

/** A cohort in counts. */
export function useCohort(cohortId: string) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.cohort(cohortId),
    queryFn: () => valueOf(api.call("readCohort", { params: { cohortId } })),
  });
}

/** Names of the pairs that haven't met lately; read only once `isWanted`. */
export function useQuietPairs(cohortId: string, isWanted: boolean) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.quiet(cohortId),
    enabled: isWanted,
    queryFn: () => valueOf(api.call("listQuietPairs", { params: { cohortId } })),
  });
}
