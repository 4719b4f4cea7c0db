import { Button } from "@fluentui/react-components";
import { checkInMessages, homeMessages } from "../../../shared/content/tab-messages.ts";
import { shortDay, time } from "../../../shared/content/when.ts";
import type { CheckInView, SlotView } from "../../../shared/contract/check-ins.ts";
import { isForBearerAlone } from "../../../shared/domain/slots/slot.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { partnerTimes } from "../../components/partner-times.ts";
import { partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { slotReason } from "../../components/slot-reason.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useBook } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";
import type { PairProps } from "./pair-props.ts";

/**
 * The times on offer, each on both people's clocks, with the reason for it. One tap books, or moves what stands; what only somebody else may
 * choose is there to read.
 */
export function OfferedSlots({ checkIn, pair, person }: PairProps & { readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const locale = useLocale();
  const book = useBook(checkIn);
  const verb = checkIn.slot ? checkInMessages(locale).moveTo : homeMessages(locale).book;
  return (
    <>
      <ul className={`${page.list} ${styles.slots}`}>
        {checkIn.offered.map((slot) => (
          <li key={slot.startsAt}>
            {isForBearerAlone(slot) && slot.stretch?.person !== person.id ? (
              <div className={styles.theirSlot}>
                <SlotWords slot={slot} pair={pair} person={person} />
              </div>
            ) : (
              <Button
                className={styles.slot}
                disabledFocusable={book.isPending}
                onClick={() => book.mutate(slot.startsAt)}
              >
                <span className={page.hidden}>{verb} </span>
                <SlotWords slot={slot} pair={pair} person={person} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemLine problem={book.isError ? problemOf(book.error) : null} />
    </>
  );
}

function SlotWords({ slot, pair, person }: PairProps & { readonly slot: SlotView }) {
  const styles = useHomeStyles();
  const locale = useLocale();
  const say = homeMessages(locale);
  const there = partnerTimes(slot.startsAt, partnersOf(pair.members, person.id), person, say);
  return (
    <>
      <span>{say.slot(shortDay(slot.startsAt, person), time(slot.startsAt, person))}</span>
      <span className={styles.slotTimes}>{there.join(" · ")}</span>
      <span className={styles.slotReason}>{slotReason(slot, pair.members, person.id, checkInMessages(locale))}</span>
    </>
  );
}
