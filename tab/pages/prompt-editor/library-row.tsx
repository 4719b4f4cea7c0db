import { Button } from "@fluentui/react-components";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { PromptBody } from "../prompts/prompt-body.tsx";
import { OpeningRow } from "../prompts/prompt-row.tsx";
import { usePromptsStyles } from "../prompts/prompts.styles.ts";
import { partFrom } from "./draft-start.ts";
import { useRetire } from "./library-queries.ts";

interface RowProps {
  readonly prompt: EditorPromptView;
  /** Called when its place in the library changes. */
  readonly onTouch: () => void;
}

/** One prompt of the library; behind its words what goes with it and what can be done with it. */
export function LibraryRow({ prompt, onTouch }: RowProps) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const locale = useLocale();
  const say = promptsEditorMessages(locale);
  const also = promptsMessages(locale);
  const about = [
    ...prompt.labels.map(also.topicInList),
    ...(prompt.isOwn ? [say.own] : []),
    ...(prompt.isRetired ? [say.isRetired] : []),
  ];
  const facts = [say.kindDetails(prompt.kind), say.depthDetails(prompt.depth), say.firstDetails(prompt.whoFirst)];
  return (
    <OpeningRow
      title={prompt.text}
      details={also.details([also.themes[prompt.theme]], prompt.minutes, about)}
      isQuiet={prompt.isRetired}
    >
      <PromptBody prompt={prompt} />
      <ul className={styles.lines}>
        {facts.map((fact) => (
          <li key={fact} className={page.small}>
            {fact}
          </li>
        ))}
      </ul>
      <Actions prompt={prompt} onTouch={onTouch} />
    </OpeningRow>
  );
}

function Actions({ prompt, onTouch }: RowProps) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsEditorMessages(useLocale());
  const retire = useRetire(prompt.id);
  const hasChanged = retire.isSuccess;
  const change = () => {
    onTouch();
    retire.mutate(!prompt.isRetired);
  };
  const offer = prompt.isRetired ? say.bringBack : say.retire;
  return (
    <div className={styles.actions}>
      <div className={styles.action}>
        <Button as="a" href={`#/prompt-editor/${prompt.isOwn ? prompt.id : partFrom(prompt.id)}`}>
          {prompt.isOwn ? say.rewrite : say.writeFrom}
        </Button>
        <Button disabledFocusable={retire.isPending} onClick={change}>
          {hasChanged ? say.undo : offer}
        </Button>
        <span role="status" className={page.sentence}>
          {hasChanged && (prompt.isRetired ? say.retired : say.broughtBack)}
        </span>
      </div>
      <ProblemLine problem={retire.isError ? problemOf(retire.error) : null} />
    </div>
  );
}
