import { Button, mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { EditorPromptView } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { PromptBody } from "../prompts/prompt-body.tsx";
import { usePromptsStyles } from "../prompts/prompts.styles.ts";
import { useEditorStyles } from "./editor.styles.ts";

/** The words that somebody else kept while these were being written, and the choice between the two. */
export function Meanwhile({
  theirs,
  onKeepMine,
  onTakeTheirs,
}: {
  readonly theirs: EditorPromptView;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}) {
  const page = usePageStyles();
  const list = usePromptsStyles();
  const styles = useEditorStyles();
  const locale = useLocale();
  const say = promptsEditorMessages(locale);
  const also = promptsMessages(locale);
  const title = useRef<HTMLHeadingElement>(null);
  // It stands above the form, out of sight from the button that was pressed.
  useEffect(() => title.current?.focus(), []);
  return (
    <section aria-labelledby="meanwhile" className={styles.meanwhile}>
      <h2 id="meanwhile" ref={title} tabIndex={-1} className={page.section}>
        {say.meanwhileTitle}
      </h2>
      <p className={page.sentence}>{say.meanwhile}</p>
      <div className={styles.theirs}>
        <h3 className={list.part}>{say.theirs}</h3>
        <p className={styles.theirText}>{theirs.text}</p>
        <p className={mergeClasses(page.small, list.details)}>
          {also.details([also.themes[theirs.theme]], theirs.minutes, theirs.labels.map(also.topicInList))}
        </p>
        <PromptBody prompt={theirs} />
      </div>
      <div className={list.buttons}>
        <Button onClick={onKeepMine}>{say.keepMine}</Button>
        <Button onClick={onTakeTheirs}>{say.takeTheirs}</Button>
      </div>
    </section>
  );
}
