import { Button, Field, makeStyles, Textarea, typographyStyles } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { ReflectionView } from "../../shared/contract/session-words.ts";
import { entryLimit } from "../../shared/domain/journal-entry.ts";
import { problemOf } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { AudienceLine } from "./audience-line.tsx";
import { draftWords } from "./draft-words.ts";
import { ProblemLine } from "./problem-line.tsx";
import { useKeepDraft } from "./reflection-queries.ts";

/** The notes of a session as a journal draft: edited here, kept with one tap, for its author alone. */
export function SessionDraft({
  reflection,
  heading: Heading,
  onKept,
}: {
  readonly reflection: ReflectionView;
  readonly heading: "h1" | "h2";
  readonly onKept: (entryId: string) => void;
}) {
  const { checkIn, pairId, draft } = reflection;
  const styles = useStyles();
  const say = meetingMessages(useLocale());
  const [entryId] = useState(() => crypto.randomUUID());
  const [edited, setEdited] = useState<{ readonly text: string; readonly from: string } | null>(null);
  const [isMissing, setMissing] = useState(false);
  const keepDraft = useKeepDraft(checkIn.id, pairId);
  if (!draft) return null;
  const text = draftWords(draft.text, edited);
  const keep = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === "") return setMissing(true);
    const body = { entryId, text: text.trim(), notesVersion: draft.notesVersion };
    return keepDraft.mutate(body, { onSuccess: () => onKept(entryId) });
  };
  const missing = isMissing && text.trim() === "" ? { validationMessage: say.draftEmpty } : {};
  return (
    <form onSubmit={keep} noValidate aria-labelledby="draft">
      <Heading id="draft" tabIndex={-1} className={styles.title}>
        {say.draftTitle(checkIn.number)}
      </Heading>
      <Field label={say.draftLabel} className={styles.field} {...missing}>
        <Textarea
          value={text}
          rows={6}
          resize="vertical"
          maxLength={entryLimit}
          aria-describedby="draft-reach"
          onChange={(_, { value }) => setEdited({ text: value, from: draft.text })}
        />
      </Field>
      <div className={styles.foot}>
        <AudienceLine reach="author" id="draft-reach">
          {say.draftReach}
        </AudienceLine>
        <Button type="submit" appearance="primary" className={styles.keep} disabledFocusable={keepDraft.isPending}>
          {say.draftKeep}
        </Button>
      </div>
      <ProblemLine problem={keepDraft.isError ? problemOf(keepDraft.error) : null} />
    </form>
  );
}

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: "none", textWrap: "balance" },
  field: { marginTop: "16px" },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "12px",
    marginTop: "8px",
  },
  keep: { minHeight: "40px" },
});
