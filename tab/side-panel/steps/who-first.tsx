import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { panelMessages } from "../../../shared/content/panel-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { namesOf } from "../../components/people.ts";
import { Choices } from "../choices.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { PrimaryButton } from "../primary-button.tsx";
import { QuietControl } from "../quiet-control.tsx";
import { openerFirst } from "../session-state.ts";
import { StatusLine } from "../status-line.tsx";
import { Step, type StepProps } from "../step.tsx";

/** Who shares first, where that matters: each says privately who has more authority here. Only the order will show. */
export function WhoFirstStep({ session, me, act, isActing, waiting, problem }: StepProps) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelMessages(useLocale());
  const { members, ready } = session;
  const [picked, setPicked] = useState<string | null>(null);
  const [isUnpicked, setUnpicked] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const isIn = ready.includes(me.id) && !isChanging;
  const isOnItsWay = waiting.includes("say-who");
  const answer = () => {
    if (picked === null) return setUnpicked(true);
    setChanging(false);
    act({ type: "say-who", who: picked });
  };
  const skip = (
    <QuietControl isBusy={isActing} onPress={() => act("skip-who")}>
      {say.skipWho}
    </QuietControl>
  );
  if (isIn) {
    const others = namesOf(members.filter(({ id }) => !ready.includes(id)));
    return (
      <Step problem={problem} foot={<WaitingFoot onChange={() => setChanging(true)} others={others} skip={skip} />}>
        <h1 tabIndex={-1} className={styles.title}>
          {say.answerKept}
        </h1>
        <p className={styles.lead}>{say.whoLead(members.length)}</p>
      </Step>
    );
  }
  return (
    <Step
      problem={problem}
      foot={
        <>
          <StatusLine>{isUnpicked && picked === null && say.whoFirstPick}</StatusLine>
          <div className={styles.footRow}>{skip}</div>
          <PrimaryButton isBusy={isActing || isOnItsWay} onPress={answer}>
            {say.whoAnswer}
          </PrimaryButton>
        </>
      }
    >
      <h1 tabIndex={-1} className={mergeClasses(styles.lineTitle, own.title)}>
        {say.whoTitle}
      </h1>
      <p className={styles.lead}>{say.whoLead(members.length)}</p>
      <Choices
        label={say.whoTitle}
        shape={members.length > 2 ? "side by side" : "rows"}
        chosen={picked}
        onChoose={setPicked}
        choices={[
          { value: me.id, words: say.whoMe },
          ...openerFirst(session)
            .filter(({ id }) => id !== me.id)
            .map(({ id, name }) => ({ value: id, words: say.whoOther(name) })),
          { value: "no-difference", words: say.noDifference },
        ]}
      />
      <div className={styles.lead}>
        <AudienceLine reach="author">{say.whoReaders}</AudienceLine>
      </div>
    </Step>
  );
}

function WaitingFoot({
  others,
  onChange,
  skip,
}: {
  readonly others: readonly string[];
  readonly onChange: () => void;
  readonly skip: ReactNode;
}) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  return (
    <>
      <p className={styles.small}>{others.length > 0 && say.waitingFor(others)}</p>
      <div className={styles.footRow}>
        <QuietControl onPress={onChange}>{say.changeAnswer}</QuietControl>
        {skip}
      </div>
    </>
  );
}

const useStyles = makeStyles({ title: { marginTop: "12px" } });
