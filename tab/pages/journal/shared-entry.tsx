import { makeStyles, mergeClasses, typographyStyles } from "@fluentui/react-components";
import { journalMessages } from "../../../shared/content/tab-messages.ts";
import { day } from "../../../shared/content/when.ts";
import type { EntryView } from "../../../shared/contract/journal.ts";
import { stageOf } from "../../../shared/domain/cohort.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { memberOf, namesOf, partnersOf } from "../../components/people.ts";
import { useNow } from "../../components/use-now.ts";
import { VoiceMark } from "../../components/voice-mark.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import type { JournalProps } from "./journal-props.ts";

/** An entry that a partner shares: to read, marked as the partner's. */
export function SharedEntry({
  entry,
  pair,
  person,
}: Pick<JournalProps, "pair" | "person"> & { readonly entry: EntryView }) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = journalMessages(useLocale());
  const { youAnd, stages } = useEveryViewMessages();
  const now = useNow();
  const author = memberOf(pair.members, entry.author);
  const number = entry.sessionNumber;
  return (
    <section className={page.card} aria-labelledby="entry">
      <h2 id="entry" className={styles.title}>
        <VoiceMark voice={author.voice} size={14} />
        {say.sharedBy(author.name)}
      </h2>
      <p className={mergeClasses(page.small, styles.written)}>
        {day(entry.writtenAt, person, now)}
        {number !== null && ` · ${say.sessionAndStage(number, stages[stageOf(number)])}`}
      </p>
      <p className={mergeClasses(page.quote, styles.text)}>{entry.text}</p>
      <AudienceLine reach="pair">{youAnd(namesOf(partnersOf(pair.members, person.id)))}</AudienceLine>
      <p className={mergeClasses(page.sentence, styles.note)}>{say.sharedNote(author.name)}</p>
    </section>
  );
}

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle1, margin: 0, display: "flex", alignItems: "center", gap: "8px" },
  written: { margin: "4px 0 0" },
  text: { margin: "20px 0 12px" },
  note: { marginTop: "16px" },
});
