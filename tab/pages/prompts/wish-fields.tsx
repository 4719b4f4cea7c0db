import { Button, Field, mergeClasses, SearchBox } from "@fluentui/react-components";
import { useId, useState } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import { stages } from "../../../shared/domain/cohort.ts";
import { themes, topicLabels } from "../../../shared/domain/prompt.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { Chevron } from "../../components/icons.tsx";
import { Choice } from "./choice.tsx";
import type { Wish } from "./find-prompts.ts";
import { usePromptsStyles } from "./prompts.styles.ts";
import type { Reading } from "./reading.ts";

interface WishProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly reading: Pick<Reading, "stage" | "partners">;
}

/** What somebody looks for: a session, words, and one layer down a theme and a topic. */
export function WishFields({ wish, onWish, reading }: WishProps) {
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const { stages: names } = useEveryViewMessages();
  const isNext = (stage: Wish["stage"]) => reading.partners.length > 0 && stage === reading.stage;
  const [isNarrowing, setNarrowing] = useState(wish.theme !== null || wish.topic !== null);
  const id = useId();
  return (
    <div role="search" aria-label={say.inThisPage} className={styles.wish}>
      <Choice
        label={say.session}
        any={say.everySession}
        values={stages}
        chosen={wish.stage}
        nameOf={(stage) => say.sessionAndStage(stages.indexOf(stage) + 1, names[stage], isNext(stage))}
        onChoose={(stage) => onWish({ ...wish, stage })}
      />
      <Field label={say.search}>
        <SearchBox
          className={styles.search}
          value={wish.words}
          onChange={(_, { value }) => onWish({ ...wish, words: value })}
        />
      </Field>
      <div className={styles.wide}>
        <Button
          appearance="subtle"
          size="small"
          className={styles.narrowing}
          icon={<Chevron turn={isNarrowing ? "up" : "down"} />}
          iconPosition="after"
          aria-expanded={isNarrowing}
          aria-controls={isNarrowing ? id : undefined}
          onClick={() => setNarrowing(!isNarrowing)}
        >
          {say.byThemeOrTopic}
        </Button>
      </div>
      {isNarrowing && <ThemeAndTopic id={id} wish={wish} onWish={onWish} />}
    </div>
  );
}

function ThemeAndTopic({ id, wish, onWish }: Omit<WishProps, "reading"> & { readonly id: string }) {
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  return (
    <div id={id} className={mergeClasses(styles.wish, styles.wide)}>
      <Choice
        label={say.theme}
        any={say.everyTheme}
        values={themes}
        chosen={wish.theme}
        nameOf={(theme) => say.themes[theme]}
        onChoose={(theme) => onWish({ ...wish, theme })}
      />
      <Choice
        label={say.topic}
        any={say.everyTopic}
        values={topicLabels}
        chosen={wish.topic}
        nameOf={say.topicName}
        onChoose={(topic) => onWish({ ...wish, topic })}
      />
    </div>
  );
}
