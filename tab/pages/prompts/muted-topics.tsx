import { Checkbox, mergeClasses } from "@fluentui/react-components";
import { useId, useState } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import { type TopicLabel, topicLabels } from "../../../shared/domain/prompt.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { Chevron } from "../../components/icons.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { RadioWords } from "../../components/radio-words.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { usePromptsStyles } from "./prompts.styles.ts";
import { useMute } from "./prompts-queries.ts";
import type { Reading } from "./reading.ts";

/** The topics that the reader leaves out, told in a line, and chosen below it. */
export function MutedTopics({ reading }: { readonly reading: Reading }) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { muted } = reading;
  return (
    <section aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} className={styles.asideTitle}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {say.mutedTitle}
          <span className={styles.chevron}>
            <Chevron turn={isOpen ? "up" : "down"} />
          </span>
        </button>
      </h2>
      <p className={mergeClasses(page.small, styles.details)}>
        {muted.length === 0 ? say.mutedNone : say.mutedList(muted.map(say.topicInList))}
      </p>
      {isOpen && <Topics id={id} reading={reading} />}
    </section>
  );
}

function Topics({ id, reading: { muted, partners } }: { readonly id: string; readonly reading: Reading }) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const mute = useMute();
  const flip = (topic: TopicLabel) =>
    mute.mutate(topicLabels.filter((one) => (one === topic ? !muted.includes(one) : muted.includes(one))));
  return (
    <div id={id} className={styles.topics}>
      <p className={page.sentence}>{say.muteLead(partners)}</p>
      <div role="group" aria-label={say.mutedTitle} aria-describedby={`${id}reach`} className={styles.checks}>
        {topicLabels.map((topic) => (
          <Checkbox
            key={topic}
            checked={muted.includes(topic)}
            label={<RadioWords>{say.topicName(topic)}</RadioWords>}
            onChange={() => flip(topic)}
          />
        ))}
      </div>
      <div className={styles.reachRow}>
        <AudienceLine reach="author" id={`${id}reach`}>
          {say.onlyYou}
        </AudienceLine>
        <span role="status" className={page.small}>
          {mute.isSuccess ? say.muteKept : ""}
        </span>
      </div>
      <ProblemLine problem={mute.isError ? problemOf(mute.error) : null} />
    </div>
  );
}
