import { mergeClasses } from "@fluentui/react-components";
import { meetingMessages } from "../../../shared/content/meeting-messages.ts";
import type { ReflectionView } from "../../../shared/contract/session-words.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { useItemStyles } from "./entry-list.tsx";
import { entryHash } from "./journal-props.ts";

/** The notes of the latest session above the entries, as long as they are not kept. */
export function DraftItem({ reflection, isOpen }: { readonly reflection: ReflectionView; readonly isOpen: boolean }) {
  const styles = useItemStyles();
  const say = meetingMessages(useLocale());
  const { onlyYou } = useEveryViewMessages();
  return (
    <a
      href={entryHash(null)}
      aria-current={isOpen ? "true" : undefined}
      className={mergeClasses(styles.link, isOpen && styles.current, isOpen && styles.openAbove)}
    >
      <span className={styles.when}>{say.draftTitle(reflection.checkIn.number)}</span>
      <span className={styles.text}>{reflection.draft?.text}</span>
      <AudienceLine reach="author">{onlyYou}</AudienceLine>
    </a>
  );
}
