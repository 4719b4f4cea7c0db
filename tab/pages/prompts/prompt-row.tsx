import { mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { useLocale } from "../../app-context.tsx";
import { Chevron } from "../../components/icons.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { PromptActions } from "./prompt-actions.tsx";
import { PromptBody, PromptNotes } from "./prompt-body.tsx";
import { usePromptsStyles } from "./prompts.styles.ts";
import type { Reading } from "./reading.ts";

/** One prompt: its words and what it is about; behind them what goes with it and what can be done with it. */
export function PromptRow({
  prompt,
  by,
  reading,
}: {
  readonly prompt: LibraryPromptView;
  /** What the heading above says already. */
  readonly by: "stage" | "theme";
  readonly reading: Reading;
}) {
  const say = promptsMessages(useLocale());
  const about = [
    ...prompt.labels.map(say.topicInList),
    ...(prompt.isOwn ? [say.fromOrganisation] : []),
    ...(reading.favourites.includes(prompt.id) ? [say.isFavourite] : []),
    ...(reading.brought?.id === prompt.id ? [say.isBrought] : []),
  ];
  return (
    <OpeningRow
      title={prompt.text}
      details={say.details(by === "theme" ? [] : [say.themes[prompt.theme]], prompt.minutes, about)}
    >
      <PromptBody prompt={prompt} />
      <PromptNotes prompt={prompt} reading={reading} />
      <PromptActions prompt={prompt} reading={reading} />
    </OpeningRow>
  );
}

/** A row whose words open to show more. */
export function OpeningRow({
  title,
  details,
  isQuiet = false,
  startsOpen = false,
  children,
}: {
  readonly title: string;
  readonly details: string;
  /** Whether it steps back behind the others. */
  readonly isQuiet?: boolean;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={mergeClasses(styles.title, isQuiet && styles.quiet)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {title}
        <span className={styles.chevron}>
          <Chevron turn={isOpen ? "up" : "down"} />
        </span>
      </button>
      <p className={mergeClasses(page.small, styles.details)}>{details}</p>
      {isOpen && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </li>
  );
}
