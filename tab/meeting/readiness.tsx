import { Radio, RadioGroup } from "@fluentui/react-components";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { PreparationView } from "../../shared/contract/session-words.ts";
import { type Depth, depths } from "../../shared/domain/prompt.ts";
import { problemOf } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { AudienceLine } from "../components/audience-line.tsx";
import { ProblemLine } from "../components/problem-line.tsx";
import { RadioWords } from "../components/radio-words.tsx";
import { useChoice } from "../components/use-choice.ts";
import { useMeetingStyles } from "./meeting.styles.ts";
import { useReadiness } from "./meeting-queries.ts";

/** Whether one is ready for prompts that go a step deeper, for the deepest after the pair's mid review: asked only when the pair may go there, and nobody else's to read. */
export function Readiness({
  view,
  askable,
  partners,
}: {
  readonly view: PreparationView;
  readonly askable: Depth;
  readonly partners: readonly string[];
}) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const readiness = useReadiness(view);
  const before = depths.find((depth) => depth === askable - 1) ?? 1;
  const { choice: mine, choose } = useChoice(view.depth.mine, readiness.mutate);
  return (
    <section aria-labelledby="ready">
      <h2 id="ready" className={styles.section}>
        {say.ready(askable)}
      </h2>
      <p className={styles.lead}>{say.readyLead(askable)}</p>
      {askable > 3 && (
        <ul className={styles.lines}>
          {say.midReview.map((question) => (
            <li key={question} className={styles.line}>
              {question}
            </li>
          ))}
        </ul>
      )}
      <RadioGroup
        aria-labelledby="ready"
        aria-describedby="ready-reach"
        layout="horizontal"
        className={styles.group}
        value={mine >= askable ? "yes" : "no"}
        onChange={(_, { value }) => choose(value === "yes" ? askable : before)}
      >
        <Radio value="no" label={<RadioWords>{say.readyNo}</RadioWords>} />
        <Radio value="yes" label={<RadioWords>{say.readyYes(askable)}</RadioWords>} />
      </RadioGroup>
      <div className={styles.reach}>
        <AudienceLine reach="author" id="ready-reach">
          {say.readyReach(partners)}
        </AudienceLine>
        <p role="status" className={styles.said}>
          {readiness.isSuccess ? say.kept : ""}
        </p>
      </div>
      <ProblemLine problem={readiness.isError ? problemOf(readiness.error) : null} />
    </section>
  );
}
