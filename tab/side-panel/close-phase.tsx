import { Link } from "@fluentui/react-components";
import { panelMessages } from "../../shared/content/tab-messages.ts";
import { useEveryViewMessages, useLocale } from "../app-context.tsx";
import { AudienceLine } from "../components/audience-line.tsx";
import { memberOf } from "../components/people.ts";
import { usePanelStyles } from "./panel.styles.ts";
import { Phase, type PhaseProps } from "./phase.tsx";
import { PrimaryButton } from "./primary-button.tsx";
import { SessionWeave } from "./session-weave.tsx";

/** Closing: what each takes along, and "We met". */
export function ClosePhase({ session, act, isActing, problem }: PhaseProps) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const { members, opener, number } = session;
  return (
    <Phase
      header={say.closeHeader}
      aside={say.session(number)}
      problem={problem}
      foot={
        <PrimaryButton isBusy={isActing} onPress={() => act("close")}>
          {say.weMet}
        </PrimaryButton>
      }
    >
      <SessionWeave session={session} filled={members.map(({ id }) => id)} caption={(_, name) => name} />
      <h1 tabIndex={-1} className={styles.title}>
        {say.closeTitle}
      </h1>
      <p className={styles.lead}>{say.closeLead(memberOf(members, opener).name)}</p>
    </Phase>
  );
}

/** Over: thanks, and the way to one's own journal. */
export function OverPhase({ session, problem }: PhaseProps) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const { stages } = useEveryViewMessages();
  const { members, number, stage } = session;
  return (
    <Phase header={say.sessionAndStage(number, stages[stage])} problem={problem} foot={null}>
      <SessionWeave session={session} filled={members.map(({ id }) => id)} caption={(_, name) => name} />
      <h1 tabIndex={-1} className={styles.title}>
        {members.length > 2 ? say.overTitleOfThree : say.overTitle}
      </h1>
      <p className={styles.lead}>{say.overSentence(number)}</p>
      <hr className={styles.rule} />
      <Link href={`index.html#/journal/new?session=${number}`} className={styles.journalLink}>
        {say.writeInJournal}
      </Link>
      <AudienceLine reach="author">{say.journalAudience}</AudienceLine>
    </Phase>
  );
}
