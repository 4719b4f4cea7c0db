import { Button, mergeClasses } from "@fluentui/react-components";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { memberOf, namesOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { VoiceMark } from "../../components/voice-mark.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useAskForTimes } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";
import { lostWords } from "./lost-words.ts";
import { Looking } from "./move-check-in.tsx";
import { NoSlots } from "./no-slots.tsx";
import { OfferedSlots } from "./offered-slots.tsx";
import type { PairProps } from "./pair-props.ts";

/** Nothing is booked: ask for times, then take one. Whose booking it is stands beside, and either may do it. */
export function FindTime({ pair, person }: PairProps) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  const { ask, look, nothing } = useAskForTimes(pair);
  const { next } = pair;
  const everyone = pair.members.length;
  const partners = namesOf(partnersOf(pair.members, person.id));
  const hasSlots = next !== null && next.offered.length > 0;
  const booker = memberOf(pair.members, next?.booker ?? pair.nextBooker);
  return (
    <>
      <h2 id="next-act" tabIndex={-1} className={styles.nextTitle}>
        {hasSlots ? say.slotsTitle(everyone) : say.findTitle(partners)}
      </h2>
      <p className={mergeClasses(page.sentence, styles.nextDetails)}>
        {say.details([say.session(next?.number ?? pair.nextNumber), say.minutes(next?.minutes ?? pair.minutes)])}
      </p>
      <div className={styles.opens}>
        <VoiceMark voice={booker.voice} />
        <span>{say.bookingFallsTo(booker.name, everyone)}</span>
      </div>
      {next?.status === "needs-you" && (
        <p className={mergeClasses(page.sentence, styles.lost)}>{lostWords(next, pair.members, say)}</p>
      )}
      {hasSlots && !ask.isPending && <OfferedSlots checkIn={next} pair={pair} person={person} />}
      <NoSlots
        nothing={hasSlots ? null : nothing}
        pair={pair}
        person={person}
        isPending={ask.isPending}
        onLook={look}
      />
      <ProblemLine problem={ask.isError ? problemOf(ask.error) : null} />
      <div className={styles.actions}>
        <Button
          appearance={hasSlots || nothing ? "secondary" : "primary"}
          className={styles.tall}
          disabledFocusable={ask.isPending}
          onClick={() => look(hasSlots ? { others: true } : {})}
        >
          {hasSlots ? say.otherTimes : nothing ? say.lookAgain : say.find}
        </Button>
        <div role="status">{ask.isPending && <Looking everyone={everyone} />}</div>
      </div>
    </>
  );
}
