import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { type Stage, stages } from "../../../shared/domain/cohort.ts";
import { type Theme, themes } from "../../../shared/domain/prompt.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { groupsOf } from "./find-prompts.ts";
import { PromptRow } from "./prompt-row.tsx";
import { usePromptsStyles } from "./prompts.styles.ts";
import type { Reading } from "./reading.ts";

/** How many are listed at first, and how many more each time. */
const stretch = 20;

/** Prompts under headings, some at a time. */
export function PromptList({
  prompts,
  by,
  reading,
}: {
  readonly prompts: readonly LibraryPromptView[];
  readonly by: "stage" | "theme";
  readonly reading: Reading;
}) {
  return (
    <GroupedList
      prompts={prompts}
      by={by}
      row={(prompt) => <PromptRow key={prompt.id} prompt={prompt} by={by} reading={reading} />}
    />
  );
}

/** Anything that has a stage and a theme, under headings, some at a time. The first that is new takes the focus when more are asked for. */
export function GroupedList<One extends Pick<LibraryPromptView, "id" | "stage" | "theme">>({
  prompts,
  by,
  row,
}: {
  readonly prompts: readonly One[];
  readonly by: "stage" | "theme";
  readonly row: (prompt: One) => ReactNode;
}) {
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const headingOf = useHeading(by);
  const [shown, setShown] = useState(stretch);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(stretch);
  useEffect(() => {
    if (shown === before.current) return;
    place.current?.querySelectorAll<HTMLElement>("[aria-expanded]")[before.current]?.focus();
    before.current = shown;
  }, [shown]);
  const left = Math.min(prompts.length - shown, stretch);
  return (
    <div ref={place} className={styles.groups}>
      {groupsOf(prompts.slice(0, shown), by).map((group) => (
        <Group key={group.key} name={headingOf(group.key)}>
          {group.prompts.map(row)}
        </Group>
      ))}
      {left > 0 && (
        <div>
          <Button onClick={() => setShown(shown + stretch)}>{say.more(left)}</Button>
        </div>
      )}
    </div>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.group}>
        {name}
      </h2>
      <ul className={page.list}>{children}</ul>
    </section>
  );
}

/** What stands above a group. A stage and a theme may share a word. */
function useHeading(by: "stage" | "theme"): (key: Stage | Theme) => string {
  const say = promptsMessages(useLocale());
  const { stages: names } = useEveryViewMessages();
  return (key) => {
    if (by === "theme") return say.themes[themes.find((one) => one === key) ?? "self"];
    const number = stages.findIndex((one) => one === key);
    return say.sessionHeading(number + 1, names[stages[number] ?? "agree"]);
  };
}
