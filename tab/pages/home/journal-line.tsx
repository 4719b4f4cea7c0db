import { Button, Field, mergeClasses, Textarea } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { date } from "../../../shared/content/when.ts";
import { entryLimit } from "../../../shared/domain/journal-entry.ts";
import { problemOf } from "../../api-client.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { Said } from "../../components/said.tsx";
import { useNow } from "../../components/use-now.ts";
import { useEntryChange } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useHomeStyles } from "./home.styles.ts";
import type { PairProps } from "./pair-props.ts";

/** One line of journal for today, and the latest entry below it. */
export function JournalLine({ pair, person }: PairProps) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  return (
    <section className={styles.journal} aria-labelledby="journal">
      <h2 id="journal" className={page.section}>
        {say.journalTitle}
      </h2>
      <OneLine pairId={pair.id} />
      {pair.latestEntry && <LatestEntry pair={pair} person={person} />}
    </section>
  );
}

function OneLine({ pairId }: { readonly pairId: string }) {
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  const [text, setText] = useState("");
  const [id, setId] = useState(() => crypto.randomUUID());
  const change = useEntryChange(pairId);
  const keep = (event: SyntheticEvent) => {
    event.preventDefault();
    const body = { id, text: text.trim(), audience: "only-me", sessionNumber: null } as const;
    change.mutate({ kind: "write", body }, { onSuccess: begin });
  };
  const begin = () => {
    setText("");
    setId(crypto.randomUUID());
  };
  const isEmpty = text.trim() === "";
  return (
    <form onSubmit={keep}>
      <Field label={say.oneLine}>
        <Textarea
          value={text}
          rows={3}
          resize="vertical"
          maxLength={entryLimit}
          placeholder={say.oneLinePlaceholder}
          aria-describedby="line-audience"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div className={styles.underInput}>
        <AudienceLine reach="author" id="line-audience">
          {say.oneLineAudience}
        </AudienceLine>
        <Button
          type="submit"
          className={mergeClasses(isEmpty && styles.unwritten)}
          disabledFocusable={change.isPending}
        >
          {say.keepLine}
        </Button>
      </div>
      <ProblemLine problem={change.isError ? problemOf(change.error) : null} />
      <Said>{change.isSuccess ? say.lineKept : ""}</Said>
    </form>
  );
}

function LatestEntry({ pair, person }: PairProps) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  const { onlyYou, youAnd } = useEveryViewMessages();
  const now = useNow();
  const entry = pair.latestEntry;
  if (!entry) return null;
  const isMine = entry.audience === "only-me";
  return (
    <article className={styles.entry}>
      <time dateTime={entry.writtenAt} className={page.small}>
        {date(entry.writtenAt, person, now)}
      </time>
      <p className={page.quote}>{entry.text}</p>
      <AudienceLine reach={isMine ? "author" : "pair"}>
        {isMine ? onlyYou : youAnd(namesOf(partnersOf(pair.members, person.id)))}
      </AudienceLine>
      <PageLink page="journal" className={styles.allEntries}>
        {say.allEntries}
      </PageLink>
    </article>
  );
}
