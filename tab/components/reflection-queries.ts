import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReflectionView } from "../../shared/contract/session-words.ts";
import { type CallInput, problemOf, valueOf } from "../api-client.ts";
import { useApp } from "../app-context.tsx";
import { keys as pageKeys, second } from "../queries.ts";

const keyOf = (checkInId: string) => ["reflection", checkInId] as const;

/** What there is to say after a check-in; looked at again while the others' answers may still come. `null` asks about none. */
export function useReflection(checkInId: string | null) {
  const { api } = useApp();
  return useQuery({
    queryKey: keyOf(checkInId ?? ""),
    enabled: checkInId !== null,
    queryFn: () => valueOf(api.call("readReflection", { params: { checkInId: checkInId ?? "" } })),
    refetchInterval: ({ state: { data } }) => (data?.mine.isShared && data.revealed.length === 0 ? 5 * second : false),
  });
}

/** Keeps the two taps, and who may read them. */
export function useTaps(checkInId: string) {
  const { api } = useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CallInput<"saveReflection">["body"]) =>
      valueOf(api.call("saveReflection", { params: { checkInId }, body })),
    onSuccess: (view) => client.setQueryData(keyOf(checkInId), view),
    onError: (error) => {
      if (problemOf(error).refusal === "already-revealed")
        void client.invalidateQueries({ queryKey: keyOf(checkInId) });
    },
  });
}

/** Keeps the draft as a journal entry; the notes it came from are cleared with it. */
export function useKeepDraft(checkInId: string, pairId: string) {
  const { api } = useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CallInput<"keepDraft">["body"]) =>
      valueOf(api.call("keepDraft", { params: { checkInId }, body })),
    onSuccess: () => {
      client.setQueryData<ReflectionView>(keyOf(checkInId), (view) => view && { ...view, draft: null });
      void client.invalidateQueries({ queryKey: pageKeys.entries(pairId) });
      void client.invalidateQueries({ queryKey: pageKeys.home });
    },
    onError: () => void client.invalidateQueries({ queryKey: keyOf(checkInId) }),
  });
}
