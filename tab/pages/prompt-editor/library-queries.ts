import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { type CallInput, type Output, valueOf } from "../../api-client.ts";
import { useApp } from "../../app-context.tsx";

const key = ["library"] as const;
type Library = Output<"listLibrary">;

/** The whole library, retired prompts included. */
export function useLibrary() {
  const { api } = useApp();
  return useQuery({ queryKey: key, queryFn: () => valueOf(api.call("listLibrary")) });
}

/** Adds or rewrites a prompt of the organisation's own. Whatever a refusal was about, the library is read again. */
export function useSavePrompt(ownPromptId: string) {
  const { api } = useApp();
  return useChange((body: CallInput<"savePrompt">["body"]) =>
    valueOf(api.call("savePrompt", { params: { ownPromptId }, body })),
  );
}

/** Takes a prompt out of what is offered, or brings it back. */
export function useRetire(promptId: string) {
  const { api } = useApp();
  return useChange((isRetired: boolean) =>
    valueOf(api.call("retirePrompt", { params: { promptId }, body: { isRetired } })),
  );
}

function useChange<Input>(send: (input: Input) => Promise<EditorPromptView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (prompt) => {
      client.setQueryData<Library>(key, (library) => library && { prompts: withPrompt(library.prompts, prompt) });
      void client.invalidateQueries({ queryKey: ["prompts"] });
    },
    onError: () => void client.invalidateQueries({ queryKey: key }),
  });
}

const withPrompt = (all: readonly EditorPromptView[], prompt: EditorPromptView): EditorPromptView[] =>
  all.some(({ id }) => id === prompt.id) ? all.map((one) => (one.id === prompt.id ? prompt : one)) : [...all, prompt];
