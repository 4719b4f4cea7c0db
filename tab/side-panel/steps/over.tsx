import { Button, makeStyles } from "@fluentui/react-components";
import { panelEndMessages } from "../../../shared/content/panel-end-messages.ts";
import { reflectionAnswers } from "../../../shared/domain/reflection.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { memberOf, namesOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { Choices } from "../choices.tsx";
import { usePanelStyles } from "../panel.styles.ts";
import { Step, type StepProps } from "../step.tsx";
import { useReflection } from "./use-reflection.ts";

/** Over: thanks, two taps that stay one's own unless everybody shares, and the way to one's own draft. */
export function OverStep({ session, me, problem }: StepProps) {
  const styles = usePanelStyles();
  const own = useStyles();
  const say = panelEndMessages(useLocale());
  const { members, number, checkInId } = session;
  const { mine, revealed, isRead, problem: unread, tap } = useReflection(checkInId);
  const answers = reflectionAnswers.map((value) => ({ value, words: say.answers[value] }));
  const partners = namesOf(partnersOf(members, me.id));
  return (
    <Step
      problem={problem}
      foot={
        <>
          <ProblemLine problem={unread} />
          <Button as="a" appearance="primary" className={styles.primary} href={`index.html#/reflect/${checkInId}`}>
            {say.toDraft}
          </Button>
          <AudienceLine reach="author">{say.draftReaders}</AudienceLine>
        </>
      }
    >
      <h1 tabIndex={-1} className={styles.lineTitle}>
        {say.overTitle(members.length)}
      </h1>
      <p className={styles.small}>{say.overSentence(number)}</p>
      {revealed.length > 0 ? (
        <>
          <h2 className={own.revealed}>{say.revealedTitle}</h2>
          <ul className={styles.lines}>
            {revealed.map(({ author, feltHeard, roomToSpeak }) => (
              <li key={author} className={styles.line}>
                {say.revealedLine(memberOf(members, author).name, lower(feltHeard, say), lower(roomToSpeak, say))}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <Choices
            label={say.feltHeard}
            isLabelled
            shape="side by side"
            choices={answers}
            chosen={mine.feltHeard}
            isBusy={!isRead}
            onChoose={(feltHeard) => void tap({ feltHeard })}
          />
          <Choices
            label={say.roomToSpeak}
            isLabelled
            shape="side by side"
            choices={answers}
            chosen={mine.roomToSpeak}
            isBusy={!isRead}
            onChoose={(roomToSpeak) => void tap({ roomToSpeak })}
          />
          <Choices
            label={say.whoSees}
            shape="side by side"
            choices={[
              { value: "me", words: say.onlyYou },
              { value: "all", words: say.shareOnce(partners) },
            ]}
            chosen={mine.isShared ? "all" : "me"}
            isBusy={!isRead}
            onChoose={(who) => void tap({ isShared: who === "all" })}
          />
        </>
      )}
    </Step>
  );
}

const lower = (answer: (typeof reflectionAnswers)[number] | null, say: ReturnType<typeof panelEndMessages>): string =>
  answer === null ? say.unanswered : say.answers[answer].toLowerCase();

const useStyles = makeStyles({ revealed: { margin: "16px 0 0", fontSize: "14px", lineHeight: "20px" } });
