import { Link } from "@fluentui/react-components";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { Chevron } from "../../components/icons.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { usePromptsStyles } from "../prompts/prompts.styles.ts";
import { type Start, startOf } from "./draft-start.ts";
import { useEditorStyles } from "./editor.styles.ts";
import { useSavePrompt } from "./library-queries.ts";
import { Meanwhile } from "./meanwhile.tsx";
import { PromptFoot } from "./prompt-foot.tsx";
import { PromptForm } from "./prompt-form.tsx";
import { PromptHints } from "./prompt-hints.tsx";
import { PromptPreview } from "./prompt-preview.tsx";
import { areSame, missingIn, sentWords, wordsOf } from "./prompt-words.ts";
import { useDraft } from "./use-draft.ts";

interface WritingProps {
  /** The part of the address: "new", a prompt's id, or what a new one begins from. */
  readonly part: string;
  readonly prompts: readonly EditorPromptView[];
  /** Called with what to say once the words are kept. */
  readonly onLeave: (sentence: string) => void;
}

/** A prompt of the organisation's own, new or rewritten. */
export function Writing(props: WritingProps) {
  const page = usePageStyles();
  const list = usePromptsStyles();
  const say = promptsEditorMessages(useLocale());
  const [newId] = useState(() => crypto.randomUUID());
  const start = startOf(props.part, props.prompts, newId);
  return (
    <>
      <Link href="#/prompt-editor" className={list.back}>
        <Chevron turn="left" />
        {say.backToLibrary}
      </Link>
      <h1 tabIndex={-1} className={page.title}>
        {start?.standing ? say.rewriteTitle : say.newTitle}
      </h1>
      {start ? <Written start={start} {...props} /> : <p className={list.lead}>{say.gone}</p>}
    </>
  );
}

/** The form with its preview and hints. Where somebody else kept other words meanwhile, both texts stand until one is chosen. */
function Written({ part, prompts, start, onLeave }: WritingProps & { readonly start: Start }) {
  const list = usePromptsStyles();
  const styles = useEditorStyles();
  const say = promptsEditorMessages(useLocale());
  const { draft, isWritten, write, letGo } = useDraft(part, start);
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  const save = useSavePrompt(draft.id);
  const { words } = draft;
  const missing = missingIn(words);
  const standing = prompts.find(({ id }) => id === draft.id) ?? null;
  const theirs = standing && standing.version !== draft.seenVersion ? standing : null;
  const isThere = theirs !== null && areSame(wordsOf(theirs), words);
  const leave = (isRetired: boolean) => {
    letGo();
    onLeave(isRetired ? say.keptRetired : say.kept);
  };
  const send = (seenVersion: number) => {
    setTries(tries + 1);
    if (missing.length > 0) return undefined;
    // The answer to an earlier keeping may have been lost on its way.
    if (isThere) return leave(theirs.isRetired);
    const body = { words: sentWords(words), seenVersion };
    return save.mutate(body, { onSuccess: ({ isRetired }) => leave(isRetired) });
  };
  const keep = (event: SyntheticEvent) => {
    event.preventDefault();
    send(draft.seenVersion);
  };
  const problem = save.isError ? problemOf(save.error) : null;
  return (
    <>
      <p className={list.lead}>{say.formLead}</p>
      {theirs && !isThere && <Meanwhile theirs={theirs} onKeepMine={() => send(theirs.version)} onTakeTheirs={letGo} />}
      <form ref={form} onSubmit={keep} noValidate className={styles.columns}>
        <div className={styles.form}>
          <PromptForm words={words} missing={tries > 0 ? missing : []} onWords={write} />
        </div>
        <div className={styles.beside}>
          <PromptPreview words={words} />
          <PromptHints words={words} />
        </div>
        <PromptFoot
          isNew={start.standing === null}
          isWritten={isWritten}
          isBusy={save.isPending}
          problem={problem?.refusal === "prompt-changed-meanwhile" ? null : problem}
          onLetGo={letGo}
        />
      </form>
    </>
  );
}
