import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import { journalMessages } from "../../../shared/content/tab-messages.ts";
import type { EntryView } from "../../../shared/contract/journal.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { useErase } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";

/** Erases the entry, after asking once where it stands. */
export function EraseEntry({
  entry,
  pairId,
  onErased,
}: {
  readonly entry: EntryView;
  readonly pairId: string;
  readonly onErased: () => void;
}) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = journalMessages(useLocale());
  const [isAsking, setAsking] = useState<boolean | "declined">(false);
  const erase = useErase(pairId);
  if (isAsking !== true) {
    return (
      <Button appearance="subtle" autoFocus={isAsking === "declined"} onClick={() => setAsking(true)}>
        {say.erase}
      </Button>
    );
  }
  return (
    <div role="group" aria-labelledby="erase" className={styles.question}>
      <h3 id="erase" className={styles.title}>
        {say.eraseTitle}
      </h3>
      <p className={page.sentence}>{say.eraseSentence}</p>
      <ProblemLine problem={erase.isError ? problemOf(erase.error) : null} />
      <div className={styles.answers}>
        <Button disabledFocusable={erase.isPending} onClick={() => erase.mutate(entry.id, { onSuccess: onErased })}>
          {say.eraseYes}
        </Button>
        <Button autoFocus appearance="subtle" onClick={() => setAsking("declined")}>
          {say.eraseNo}
        </Button>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  question: { flexBasis: "100%", paddingTop: "12px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { ...typographyStyles.body1Strong, margin: "0 0 4px" },
  answers: { display: "flex", gap: "8px", marginTop: "12px" },
});
