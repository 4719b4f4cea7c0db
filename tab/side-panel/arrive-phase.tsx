import { panelMessages } from "../../shared/content/tab-messages.ts";
import { useEveryViewMessages, useLocale } from "../app-context.tsx";
import { memberOf } from "../components/people.ts";
import { AgreedLines } from "./agreed-lines.tsx";
import { usePanelStyles } from "./panel.styles.ts";
import { Phase, type PhaseProps } from "./phase.tsx";
import { PrimaryButton } from "./primary-button.tsx";
import { SessionWeave } from "./session-weave.tsx";

/** Arriving: who is here, what was agreed, and a question to land with. The strands meet once everybody is here. */
export function ArrivePhase({ session, act, isActing, problem }: PhaseProps) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const { stages } = useEveryViewMessages();
  const { members, arrived, opener, number, stage } = session;
  const isHere = (id: string) => arrived.includes(id);
  return (
    <Phase
      header={say.sessionAndStage(number, stages[stage])}
      aside={say.opens(memberOf(members, opener).name)}
      problem={problem}
      foot={
        <>
          <p className={styles.small}>{say.recording}</p>
          <PrimaryButton isBusy={isActing} onPress={() => act("begin")}>
            {say.begin}
          </PrimaryButton>
        </>
      }
    >
      <SessionWeave
        session={session}
        filled={arrived}
        apart={arrived.length < members.length}
        caption={(id, name) => (isHere(id) ? say.isHere(name) : say.notHereYet(name))}
      />
      <h1 tabIndex={-1} className={styles.title}>
        {say.arriveQuestion}
      </h1>
      <hr className={styles.rule} />
      <h2 className={styles.smallTitle}>{say.agreedTitle}</h2>
      <AgreedLines session={session} />
    </Phase>
  );
}
