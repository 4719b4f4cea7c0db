import { Button, mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { checkInMessages, homeMessages } from "../../../shared/content/tab-messages.ts";
import { shortDay, time } from "../../../shared/content/when.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useAskForTimes } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";
import { NoSlots } from "./no-slots.tsx";
import { OfferedSlots } from "./offered-slots.tsx";
import type { ActProps } from "./pair-props.ts";

/** Times to move the check-in to. Its hour stands until one is chosen, and keeping it is one tap. */
export function MoveCheckIn({
  checkIn,
  pair,
  person,
  onClose,
}: ActProps & { readonly checkIn: CheckInView; readonly onClose: () => void }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const locale = useLocale();
  const say = checkInMessages(locale);
  const { ask, look, nothing } = useAskForTimes(pair);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    look({ move: true });
  }, [look]);
  if (!checkIn.slot) return null;
  const { startsAt } = checkIn.slot;
  const hour = say.dayAt(shortDay(startsAt, person), time(startsAt, person));
  return (
    <div className={styles.form}>
      <div>
        <h3 ref={title} tabIndex={-1} className={mergeClasses(page.section, styles.formTitle)}>
          {say.moveTitle}
        </h3>
        <p className={page.sentence}>{say.moveSentence(hour)}</p>
      </div>
      <div className={styles.found}>
        {ask.isSuccess && !nothing && <OfferedSlots checkIn={checkIn} pair={pair} person={person} />}
        <NoSlots nothing={nothing} pair={pair} person={person} isPending={ask.isPending} onLook={look} />
        <ProblemLine problem={ask.isError ? problemOf(ask.error) : null} />
        <div role="status">{!ask.isSuccess && !ask.isError && <Looking everyone={pair.members.length} />}</div>
      </div>
      <div className={styles.buttons}>
        <Button className={styles.tall} onClick={onClose}>
          {say.keepTime(hour)}
        </Button>
        <Button
          appearance="subtle"
          className={styles.tall}
          disabledFocusable={ask.isPending}
          onClick={() => look({ move: true, others: true })}
        >
          {homeMessages(locale).otherTimes}
        </Button>
      </div>
    </div>
  );
}

/** That the calendars are being read. */
export function Looking({ everyone }: { readonly everyone: number }) {
  const say = homeMessages(useLocale());
  return <Spinner label={everyone > 2 ? say.findingOfThree : say.finding} />;
}
