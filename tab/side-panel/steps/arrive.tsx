import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { AgreedLines } from "../agreed-lines.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { Step, type StepProps } from "../step.tsx";

/** Arriving: a question to land with, and what was agreed. The strands above meet once everybody is here. */
export function ArriveStep({ session, act, isActing, problem }: StepProps) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  return (
    <Step
      problem={problem}
      foot={
        <>
          <p className={styles.small}>{say.recording}</p>
          <PrimaryButton isBusy={isActing} onPress={() => act("go-on")}>
            {say.wayOn("since")}
          </PrimaryButton>
        </>
      }
    >
      <h1 tabIndex={-1} className={styles.title}>
        {say.arriveQuestion}
      </h1>
      <hr className={styles.rule} />
      <h2 className={styles.smallTitle}>{say.agreedTitle}</h2>
      <AgreedLines session={session} />
    </Step>
  );
}
