import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { RoomView } from "../../shared/contract/rooms.ts";
import type { PreparationView } from "../../shared/contract/session-words.ts";
import type { Depth } from "../../shared/domain/prompt.ts";
import { problemOf, valueOf } from "../api-client.ts";
import { useApp } from "../app-context.tsx";
import { second } from "../queries.ts";

const keys = {
  me: ["me"],
  room: (chatId: string) => ["room", chatId],
  preparation: (checkInId: string) => ["preparation", checkInId],
} as const;

/** Who looks, for names and clocks. */
export function useMe() {
  const { api } = useApp();
  return useQuery({ queryKey: keys.me, queryFn: () => valueOf(api.call("readMe")), staleTime: 600 * second });
}

/** What a meeting is to whoever looks: a room, or "nothing" for whoever it doesn't concern. The partner may link it at any moment. */
export function useRoom(chatId: string) {
  const { api } = useApp();
  const read = async (): Promise<RoomView | "nothing"> => {
    const answer = await api.call("readRoom", { body: { chatId } });
    if (!answer.ok && notMine.has(answer.problem.refusal)) return "nothing";
    return valueOf(Promise.resolve(answer));
  };
  return useQuery({ queryKey: keys.room(chatId), queryFn: read, refetchInterval: 10 * second });
}

const notMine: ReadonlySet<string> = new Set(["no-session-here", "not-in-programme", "not-signed-in", "not-found"]);

/** Holds the pair's check-in in this meeting. */
export function useHold(chatId: string) {
  const { api } = useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (pairId: string) => valueOf(api.call("linkRoom", { body: { chatId, pairId } })),
    onSuccess: (room) => client.setQueryData(keys.room(chatId), room),
    onError: (error) => {
      if (problemOf(error).refusal === "room-is-taken") void client.invalidateQueries({ queryKey: keys.room(chatId) });
    },
  });
}

/** What may be prepared for a check-in. */
export function usePreparation(checkInId: string) {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.preparation(checkInId),
    queryFn: () => valueOf(api.call("readPreparation", { params: { checkInId } })),
    staleTime: 60 * second,
  });
}

/** Brings a prompt to the check-in, or none. */
export function useBring(checkInId: string) {
  const { api } = useApp();
  const change = usePreparationChange(checkInId);
  return useMutation({
    mutationFn: (promptId: string | null) =>
      valueOf(api.call("bringPrompt", { params: { checkInId }, body: { promptId } })),
    onSuccess: ({ brought }) => change((view) => ({ ...view, brought })),
  });
}

/** Says how deep one is ready to go. */
export function useReadiness({ pairId, checkIn }: PreparationView) {
  const { api } = useApp();
  const change = usePreparationChange(checkIn.id);
  return useMutation({
    mutationFn: (depth: Depth) => valueOf(api.call("sayReadiness", { params: { pairId }, body: { depth } })),
    onSuccess: (depth) => change((view) => ({ ...view, depth: { ...view.depth, ...depth } })),
  });
}

function usePreparationChange(checkInId: string) {
  const client = useQueryClient();
  return (change: (view: PreparationView) => PreparationView) =>
    client.setQueryData<PreparationView>(keys.preparation(checkInId), (view) => view && change(view));
}
