import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  Textarea,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { journalMessages } from "../../../shared/content/tab-messages.ts";
import { day } from "../../../shared/content/when.ts";
import type { EntryView } from "../../../shared/contract/journal.ts";
import { stageOf } from "../../../shared/domain/cohort.ts";
import { type Audience, entryLimit } from "../../../shared/domain/journal-entry.ts";
import { problemOf } from "../../api-client.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { useNow } from "../../components/use-now.ts";
import { type EntryChange, useEntryChange } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { AudienceChoice } from "./audience-choice.tsx";
import { EraseEntry } from "./erase-entry.tsx";
import type { Draft, JournalProps } from "./journal-props.ts";

interface EditorProps extends JournalProps {
  /** `null` for a new entry. */
  readonly entry: EntryView | null;
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft | null) => void;
  readonly onSaid: (sentence: string) => void;
  /** Called with where to go next and what to say once that is done. */
  readonly onLeave: (next: string | null, sentence: string) => void;
}

/** One entry of mine, new or kept: its words, who can read it, and the ways to take it back or erase it. */
export function EntryEditor({ entry, draft, onDraft, onSaid, onLeave, ...props }: EditorProps) {
  const { pair, person, route } = props;
  const page = usePageStyles();
  const styles = useStyles();
  const say = journalMessages(useLocale());
  const [newId] = useState(() => crypto.randomUUID());
  const [isMissing, setMissing] = useState(false);
  const change = useEntryChange(pair.id);
  const kept: Draft = { text: entry?.text ?? "", audience: entry?.audience ?? "only-me" };
  const words = draft ?? kept;
  const partners = namesOf(partnersOf(pair.members, person.id));
  const isChanged = words.text !== kept.text || words.audience !== kept.audience;
  const number = entry ? entry.sessionNumber : route.sessionNumber;

  const send = (request: EntryChange, sentence: string) =>
    change.mutate(request, {
      onSuccess: (stored) => {
        onDraft(null);
        if (entry) onSaid(sentence);
        else onLeave(stored.id, sentence);
      },
    });
  const keep = (event: SyntheticEvent) => {
    event.preventDefault();
    if (words.text.trim() === "") return setMissing(true);
    return send(changeOf(entry, words, newId, number), say.kept);
  };
  const takeBack = (version: number, entryId: string) =>
    send({ kind: "revise", entryId, body: { audience: "only-me", seenVersion: version } }, say.takenBack);
  const problem = isMissing && words.text.trim() === "" ? say.nothingWritten : undefined;
  return (
    <section className={page.card} aria-labelledby="entry">
      <form onSubmit={keep} noValidate>
        <Title entry={entry} number={number} person={person} />
        <Field label={say.oneLine} className={styles.field} {...(problem ? { validationMessage: problem } : {})}>
          <Textarea
            value={words.text}
            rows={5}
            resize="vertical"
            maxLength={entryLimit}
            placeholder={say.oneLinePlaceholder}
            onChange={(_, { value }) => onDraft({ ...words, text: value })}
          />
        </Field>
        <AudienceChoice
          audience={words.audience}
          partners={partners}
          onChange={(audience: Audience) => onDraft({ ...words, audience })}
        />
        <ProblemLine problem={change.isError ? problemOf(change.error) : null} />
        <div className={styles.foot}>
          <p className={styles.promise}>
            {say.promise}
            <br />
            {say.compelled}
          </p>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={change.isPending || (entry !== null && !isChanged)}
          >
            {entry ? say.keepChanges : say.keep}
          </Button>
        </div>
      </form>
      {entry && (
        <div className={styles.more}>
          {entry.audience === "partner" && (
            <Button disabledFocusable={change.isPending} onClick={() => takeBack(entry.version, entry.id)}>
              {say.takeBack(partners)}
            </Button>
          )}
          <EraseEntry entry={entry} pairId={pair.id} onErased={() => onLeave(null, say.erased)} />
        </div>
      )}
    </section>
  );
}

function changeOf(entry: EntryView | null, words: Draft, newId: string, sessionNumber: number | null): EntryChange {
  const { text, audience } = words;
  if (!entry) return { kind: "write", body: { id: newId, text: text.trim(), audience, sessionNumber } };
  return { kind: "revise", entryId: entry.id, body: { text: text.trim(), audience, seenVersion: entry.version } };
}

function Title({ entry, number, person }: Pick<EditorProps, "entry" | "person"> & { readonly number: number | null }) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = journalMessages(useLocale());
  const { stages } = useEveryViewMessages();
  const now = useNow();
  const session = number === null ? null : say.sessionAndStage(number, stages[stageOf(number)]);
  const written = entry && day(entry.writtenAt, person, now);
  return (
    <>
      <h2 id="entry" className={styles.title}>
        {session ?? written ?? say.newTitle}
      </h2>
      {session && written && <p className={mergeClasses(page.small, styles.written)}>{written}</p>}
    </>
  );
}

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle1, margin: 0 },
  written: { margin: "4px 0 0" },
  field: { marginTop: "20px" },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "12px 16px",
    marginTop: "20px",
    paddingTop: "16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  promise: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  more: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "12px" },
});
