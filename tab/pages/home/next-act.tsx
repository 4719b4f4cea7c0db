import { mergeClasses } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { actFor } from "./act-for.ts";
import { AnsweredCheckIn } from "./answered-check-in.tsx";
import { BookedCheckIn } from "./booked-check-in.tsx";
import { isOnTheWay, useBookingProgress } from "./check-in-queries.ts";
import { DeclinedCheckIn } from "./declined-check-in.tsx";
import { DidYouMeet } from "./did-you-meet.tsx";
import { ExportLink } from "./export-link.tsx";
import { FindTime } from "./find-time.tsx";
import { useHomeStyles } from "./home.styles.ts";
import { OnItsWay } from "./on-its-way.tsx";
import type { ActProps, PairProps } from "./pair-props.ts";

/** The one card: what comes next for the pair, and the one thing to do about it. */
export function NextAct({ pair, person }: PairProps) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const card = useRef<HTMLElement>(null);
  const [said, setSaid] = useState({ about: "", words: "" });
  const { next } = pair;
  const answer = `${pair.answered?.id} ${pair.answered?.status}`;
  const shown = `${actFor(pair)} ${next?.status ?? "none"} ${next?.slot?.startsAt ?? ""} ${answer}`;
  useKeptFocus(card, `${shown} ${next?.offered.map(({ startsAt }) => startsAt).join() ?? ""}`, "h2");
  // What was said is about the moment after; once the next thing shows, it has had its time.
  const onSaid = (words: string) => setSaid({ about: next?.id ?? "", words });
  const stillTrue = said.about === (next?.id ?? said.about) && (next === null || isOnTheWay(next));
  return (
    <div>
      <section ref={card} className={page.card} aria-labelledby="next-act">
        <Act pair={pair} person={person} onSaid={onSaid} />
        {pair.answered && <AnsweredCheckIn checkIn={pair.answered} pair={pair} person={person} onSaid={onSaid} />}
        <p role="status" className={mergeClasses(page.sentence, stillTrue && said.words !== "" && styles.saidLine)}>
          {stillTrue ? said.words : ""}
        </p>
      </section>
      <ExportLink pair={pair} />
    </div>
  );
}

function Act({ pair, ...rest }: ActProps) {
  const say = homeMessages(useLocale());
  const partners = namesOf(partnersOf(pair.members, rest.person.id));
  const parts = { pair, ...rest };
  switch (actFor(pair)) {
    case "answer":
      return pair.toAnswer && <DidYouMeet key={pair.toAnswer.id} checkIn={pair.toAnswer} {...parts} />;
    case "stands":
      return pair.next && <Standing checkIn={pair.next} {...parts} />;
    case "rest":
      return <Resting title={say.restingTitle(partners)} sentence={say.restingSentence} />;
    case "over":
      return <Resting title={say.overTitle(partners)} sentence={say.overSentence} />;
    case "find":
      return <FindTime {...parts} />;
  }
}

function Standing({ checkIn, ...parts }: ActProps & { readonly checkIn: CheckInView }) {
  const latest = useBookingProgress(checkIn);
  const key = `${latest.id} ${latest.slot?.startsAt} ${latest.slot?.endsAt}`;
  if (isOnTheWay(latest)) return <OnItsWay checkIn={latest} {...parts} />;
  if (latest.status === "needs-you") return <DeclinedCheckIn key={key} checkIn={latest} {...parts} />;
  return <BookedCheckIn key={key} checkIn={latest} {...parts} />;
}

function Resting({ title, sentence }: { readonly title: string; readonly sentence: string }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  return (
    <>
      <h2 id="next-act" tabIndex={-1} className={styles.nextTitle}>
        {title}
      </h2>
      <p className={mergeClasses(page.sentence, styles.nextDetails)}>{sentence}</p>
    </>
  );
}
