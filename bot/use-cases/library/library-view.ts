import type { EditorPromptView, LibraryPromptView } from "../../../shared/contract/prompts.ts";
import type { OrganisationLibrary } from "../../../shared/domain/library/library.ts";
import type { Prompt } from "../../../shared/domain/prompt.ts";

/** A prompt as the library's page shows it. */
export function libraryPromptView(prompt: Prompt, { own }: OrganisationLibrary): LibraryPromptView {
  const { id, stage, theme, kind, depth, minutes, whoFirst, text, followUps, lighter, labels, purposes } = prompt;
  return {
    id,
    stage,
    theme,
    kind,
    depth,
    minutes,
    whoFirst,
    text,
    followUps: [...followUps],
    lighter,
    labels: [...labels],
    purposes: [...purposes],
    isOwn: own.some((one) => one.id === id),
  };
}

/** A prompt as the coordinators' editor shows it. */
export const editorPromptView = (prompt: Prompt, organisation: OrganisationLibrary): EditorPromptView => ({
  ...libraryPromptView(prompt, organisation),
  isRetired: organisation.retired.has(prompt.id),
  version: organisation.own.find(({ id }) => id === prompt.id)?.version ?? 0,
});
