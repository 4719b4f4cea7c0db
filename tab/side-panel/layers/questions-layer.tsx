import { panelLayersMessages } from "../../../shared/content/panel-layers-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { memberOf, namesOf, partnersOf } from "../../components/people.ts";
import { usePanelStyles } from "../panel.styles.ts";
import type { StepProps } from "../step.tsx";

/** Questions that whoever listened may borrow. */
export function QuestionsLayer({ session: { prompt, members, speaker } }: StepProps) {
  const styles = usePanelStyles();
  const say = panelLayersMessages(useLocale());
  if (!prompt || speaker === null) return null;
  const listeners = namesOf(partnersOf(members, speaker));
  return (
    <>
      <p className={styles.lead}>{say.questionsLead(listeners, memberOf(members, speaker).name)}</p>
      <ul className={styles.lines}>
        {prompt.followUps.slice(0, 3).map((question) => (
          <li key={question} className={styles.quote}>
            {question}
          </li>
        ))}
      </ul>
    </>
  );
}
