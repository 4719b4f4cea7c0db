import { mergeClasses } from "@fluentui/react-components";
import { useRef } from "react";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { day, type Reader, time } from "../../../shared/content/when.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { useNow } from "../../components/use-now.ts";
import { useBookingProgress } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { BookedCheckIn } from "./booked-check-in.tsx";
import { FindTime } from "./find-time.tsx";
import { useHomeStyles } from "./home.styles.ts";
import type { PairProps } from "./pair-props.ts";

/** The one card: what comes next for the pair, and the one thing to do about it. */
export function NextAct({ pair, person }: PairProps) {
  const page = usePageStyles();
  const card = useRef<HTMLElement>(null);
  const { next } = pair;
  const offered = next?.offered.map(({ startsAt }) => startsAt).join() ?? "";
  useKeptFocus(card, `${next?.status ?? "none"} ${offered}`, "h2");
  return (
    <section ref={card} className={page.card} aria-labelledby="next-act">
      <Act pair={pair} person={person} />
    </section>
  );
}

function Act({ pair, person }: PairProps) {
  const say = homeMessages(useLocale());
  const partners = namesOf(partnersOf(pair.members, person.id));
  if (pair.next && isOnItsWay(pair.next))
    return <OnItsWay checkIn={pair.next} reader={person} pair={pair} person={person} />;
  if (pair.status === "paused") return <Resting title={say.restingTitle(partners)} sentence={say.restingSentence} />;
  if (pair.status === "closed" || pair.status === "ended") {
    return <Resting title={say.overTitle(partners)} sentence={say.overSentence} />;
  }
  return <FindTime pair={pair} person={person} />;
}

const isOnItsWay = ({ status }: CheckInView): boolean => status === "booking" || status === "booked";

function OnItsWay({
  checkIn,
  reader,
  pair,
  person,
}: PairProps & { readonly checkIn: CheckInView; readonly reader: Reader }) {
  const latest = useBookingProgress(checkIn);
  if (latest.status === "booked") return <BookedCheckIn checkIn={latest} pair={pair} person={person} />;
  return <Booking checkIn={latest} reader={reader} />;
}

function Booking({ checkIn, reader }: { readonly checkIn: CheckInView; readonly reader: Reader }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  const now = useNow();
  const startsAt = checkIn.slot?.startsAt;
  return (
    <div role="status">
      <h2 id="next-act" tabIndex={-1} className={styles.nextTitle}>
        {startsAt ? say.bookingTitle(day(startsAt, reader, now), time(startsAt, reader)) : say.bookingWithoutTime}
      </h2>
      <p className={mergeClasses(page.sentence, styles.nextDetails)}>{say.bookingSentence}</p>
    </div>
  );
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
