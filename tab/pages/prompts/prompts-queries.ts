import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PreparationView } from "../../../shared/contract/session-words.ts";
import type { TopicLabel } from "../../../shared/domain/prompt.ts";
import { type Output, valueOf } from "../../api-client.ts";
import { useApp } from "../../app-context.tsx";
import { second } from "../../queries.ts";

const keys = {
  prompts: ["prompts"],
  /** The same view as on the page to prepare on, so that what is brought here shows there. */
  preparation: (checkInId: string) => ["preparation", checkInId],
} as const;

export type PromptList = Output<"listPrompts">;

/** All that may be offered, with my favourites and the topics I leave out. */
export function usePrompts() {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.prompts,
    queryFn: () => valueOf(api.call("listPrompts")),
    staleTime: 60 * second,
  });
}

/** Keeps a prompt among my favourites, or no longer. */
export function useFavourite(promptId: string) {
  const { api } = useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isFavourite: boolean) =>
      valueOf(api.call("markFavourite", { params: { promptId }, body: { isFavourite } })),
    onSuccess: ({ favourites }) => {
      change(client, (list) => ({ ...list, favourites }));
      void client.invalidateQueries({ queryKey: ["preparation"] });
    },
  });
}

/** Leaves topics out. Each choice shows at once and they reach the server one after the other, so that the last one counts. */
export function useMute() {
  const { api } = useApp();
  const client = useQueryClient();
  return useMutation({
    scope: { id: "muted-topics" },
    mutationFn: (muted: readonly TopicLabel[]) => valueOf(api.call("muteTopics", { body: { muted: [...muted] } })),
    onMutate: (muted) => change(client, (list) => ({ ...list, muted: [...muted] })),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["preparation"] }),
    onError: () => void client.invalidateQueries({ queryKey: keys.prompts }),
  });
}

function change(client: QueryClient, to: (list: PromptList) => PromptList): void {
  client.setQueryData<PromptList>(keys.prompts, (list) => list && to(list));
}

/** What I bring to a check-in and how deep the pair goes; not asked while there is no check-in ahead. */
export function useBrought(checkInId: string | null) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.preparation(checkInId ?? ""),
    enabled: checkInId !== null,
    queryFn: () => valueOf(api.call("readPreparation", { params: { checkInId: checkInId ?? "" } })),
    staleTime: 60 * second,
  });
}

/** Brings a prompt to the check-in in place of the former one, or none. */
export function useBring(checkInId: string) {
  const { api } = useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (promptId: string | null) =>
      valueOf(api.call("bringPrompt", { params: { checkInId }, body: { promptId } })),
    onSuccess: ({ brought }) =>
      client.setQueryData<PreparationView>(keys.preparation(checkInId), (view) => view && { ...view, brought }),
    onError: () => void client.invalidateQueries({ queryKey: keys.preparation(checkInId) }),
  });
}
