import { Button, mergeClasses } from "@fluentui/react-components";
import { promptsEditorMessages } from "../../../shared/content/prompts-editor-messages.ts";
import type { Problem } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { usePromptsStyles } from "../prompts/prompts.styles.ts";
import { useEditorStyles } from "./editor.styles.ts";

/** Who will read the words, and the ways to keep them or let them go. */
export function PromptFoot({
  isNew,
  isWritten,
  isBusy,
  problem,
  onLetGo,
}: {
  readonly isNew: boolean;
  readonly isWritten: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly onLetGo: () => void;
}) {
  const page = usePageStyles();
  const list = usePromptsStyles();
  const styles = useEditorStyles();
  const say = promptsEditorMessages(useLocale());
  return (
    <div className={styles.foot}>
      <AudienceLine reach="programme">{say.reach}</AudienceLine>
      {isWritten && <p className={mergeClasses(page.small, list.details)}>{say.unkept}</p>}
      <ProblemLine problem={problem} />
      <div className={list.buttons}>
        <Button type="submit" appearance="primary" className={styles.tall} disabledFocusable={isBusy}>
          {isNew ? say.keep : say.keepChanges}
        </Button>
        {isWritten && (
          <Button appearance="subtle" className={styles.tall} onClick={onLetGo}>
            {say.letGo}
          </Button>
        )}
      </div>
    </div>
  );
}
