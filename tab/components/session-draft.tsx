import { Button, Field, makeStyles, Textarea, typographyStyles } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { ReflectionView } from "../../shared/contract/session-words.ts";
import { entryLimit } from "../../shared/domain/journal-entry.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import { problemOf } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { AudienceLine } from "./audience-line.tsx";
import { draftWords } from "./draft-words.ts";
import { ProblemLine } from "./problem-line.tsx";
import { useKeepDraft } from "./reflection-queries.ts";
import { useDrawer } from "./use-drawer.ts";

/** What was typed into a draft and is not kept. */
interface EditedDraft {
  readonly text: string;
  /** The notes that it was typed over, and their version. */
  readonly from: string;
  readonly notesVersion: number;
  /** The entry that keeping these makes, so that keeping them twice makes one. */
  readonly entryId: string;
}

/** The notes of a session as a journal draft: edited here, over a reload too, and kept with one tap, for its author alone. */
export function SessionDraft({
  reflection,
  me,
  heading: Heading,
  onKept,
}: {
  readonly reflection: ReflectionView;
  readonly me: PersonId;
  readonly heading: "h1" | "h2";
  readonly onKept: (entryId: string) => void;
}) {
  const { checkIn, pairId, draft } = reflection;
  const styles = useStyles();
  const say = meetingMessages(useLocale());
  const [edited, setEdited] = useDrawer<EditedDraft>(`${me}/${checkIn.id}/draft`);
  const [newId, setNewId] = useState(() => crypto.randomUUID() as string);
  const [isMissing, setMissing] = useState(false);
  const keepDraft = useKeepDraft(checkIn.id, pairId);
  if (!draft) return null;
  const text = draftWords(draft.text, edited);
  const entryId = edited?.notesVersion === draft.notesVersion ? edited.entryId : newId;
  const keep = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === "") return setMissing(true);
    const body = { entryId, text: text.trim(), notesVersion: draft.notesVersion };
    const onSuccess = () => {
      setEdited(null);
      setNewId(crypto.randomUUID());
      onKept(entryId);
    };
    return keepDraft.mutate(body, { onSuccess });
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
          onChange={(_, { value }) =>
            setEdited({ text: value, from: draft.text, entryId, notesVersion: draft.notesVersion })
          }
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
