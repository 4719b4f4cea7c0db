import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import { day } from "../../../shared/content/when.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { useNow } from "../../components/use-now.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useAnswer } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";
import { MoveCheckIn } from "./move-check-in.tsx";
import type { ActProps } from "./pair-props.ts";

/** The question after a check-in: met, not met, or at another time. */
export function DidYouMeet({ checkIn, pair, person, onSaid }: ActProps & { readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = checkInMessages(useLocale());
  const now = useNow();
  const answer = useAnswer(checkIn);
  const [isMoving, setMoving] = useState(false);
  const tell = (met: boolean) => answer.mutate(met, { onSuccess: () => onSaid(met ? say.metSaid : say.missedSaid) });
  const answers = [
    { words: say.weMet, act: () => tell(true) },
    { words: say.weDidNot, act: () => tell(false) },
    { words: say.moveIt, act: () => setMoving(true) },
  ];
  return (
    <>
      <h2 id="next-act" tabIndex={-1} className={styles.nextTitle}>
        {say.didYouMeet(checkIn.slot ? day(checkIn.slot.startsAt, person, now) : "")}
      </h2>
      <p className={`${page.sentence} ${styles.nextDetails}`}>{say.didYouMeetSentence(pair.members.length)}</p>
      {isMoving ? (
        <MoveCheckIn {...{ checkIn, pair, person, onSaid }} onClose={() => setMoving(false)} />
      ) : (
        <div className={styles.actions}>
          {answers.map(({ words, act }) => (
            <Button key={words} className={styles.tall} disabledFocusable={answer.isPending} onClick={act}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <ProblemLine problem={answer.isError ? problemOf(answer.error) : null} />
    </>
  );
}
