import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { journalMessages } from "../../../shared/content/tab-messages.ts";
import { date, type Reader } from "../../../shared/content/when.ts";
import type { EntryView } from "../../../shared/contract/journal.ts";
import { stageOf } from "../../../shared/domain/cohort.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { memberOf, namesOf, partnersOf } from "../../components/people.ts";
import { useNow } from "../../components/use-now.ts";
import { VoiceMark } from "../../components/voice-mark.tsx";
import { narrow, usePageStyles } from "../../theme/page-styles.ts";
import { entryHash, type JournalProps } from "./journal-props.ts";

/** Every entry I can read, newest first, each with who can read it. */
export function EntryList({ route, pair, person, entries }: JournalProps) {
  const page = usePageStyles();
  const styles = useItemStyles();
  return (
    <ul className={page.list}>
      {entries.map((entry) => {
        const isOpen = route.entry === entry.id;
        return (
          <li key={entry.id} className={styles.item}>
            <a
              href={entryHash(entry.id)}
              aria-current={isOpen ? "true" : undefined}
              className={mergeClasses(styles.link, isOpen && styles.current)}
            >
              <Header entry={entry} reader={person} pair={pair} person={person} />
              <span className={styles.text}>{entry.text}</span>
              <Audience entry={entry} pair={pair} person={person} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

type EntryProps = Pick<JournalProps, "pair" | "person"> & { readonly entry: EntryView };

function Header({ entry, reader, pair, person }: EntryProps & { readonly reader: Reader }) {
  const styles = useItemStyles();
  const say = journalMessages(useLocale());
  const { stages } = useEveryViewMessages();
  const now = useNow();
  const written = date(entry.writtenAt, reader, now);
  const isToday = written === date(new Date(now).toISOString(), reader, now);
  const number = entry.sessionNumber;
  const author = memberOf(pair.members, entry.author);
  return (
    <span className={styles.header}>
      <b className={styles.when}>{isToday ? say.today : written}</b>
      {number !== null && <span>· {say.sessionAndStage(number, stages[stageOf(number)])}</span>}
      {entry.author !== person.id && (
        <span className={styles.author}>
          · <VoiceMark voice={author.voice} size={10} /> {say.from(author.name)}
        </span>
      )}
    </span>
  );
}

function Audience({ entry, pair, person }: EntryProps) {
  const { onlyYou, youAnd } = useEveryViewMessages();
  const isPrivate = entry.audience === "only-me";
  return (
    <AudienceLine reach={isPrivate ? "author" : "pair"}>
      {isPrivate ? onlyYou : youAnd(namesOf(partnersOf(pair.members, person.id)))}
    </AudienceLine>
  );
}

/** How an item of the list looks. */
export const useItemStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, ":first-child": { borderTopColor: "transparent" } },
  link: {
    display: "grid",
    rowGap: "6px",
    justifyItems: "start",
    padding: "14px",
    marginBlock: "2px",
    borderRadius: "6px",
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    [narrow]: { paddingInline: "0" },
    ":hover": { backgroundColor: "var(--row-hover)", outline: "1px solid var(--row-line)" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  /** On a phone what is open stands above the list already. */
  openAbove: { [narrow]: { display: "none" } },
  current: { backgroundColor: "var(--row-chosen)", outline: "2px solid var(--row-line)" },
  header: {
    ...typographyStyles.caption1,
    display: "flex",
    flexWrap: "wrap",
    columnGap: "4px",
    color: tokens.colorNeutralForeground2,
  },
  when: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  author: { display: "inline-flex", alignItems: "center", gap: "4px" },
  text: {
    ...typographyStyles.body1,
    display: "-webkit-box",
    WebkitLineClamp: "3",
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
    textWrap: "pretty",
  },
});
