import { Button } from "@fluentui/react-components";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import { shortDay, time } from "../../../shared/content/when.ts";
import type { CheckInView, SlotView } from "../../../shared/contract/check-ins.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { memberOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { useBook } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useHomeStyles } from "./home.styles.ts";
import type { PairProps } from "./pair-props.ts";
import { partnerTimes } from "./partner-times.ts";

/** The times on offer, each on both people's clocks. One tap books. */
export function OfferedSlots({ checkIn, pair, person }: PairProps & { readonly checkIn: CheckInView }) {
  const styles = useHomeStyles();
  const book = useBook(checkIn);
  return (
    <>
      <div className={styles.slots}>
        {checkIn.offered.map((slot) => (
          <OfferedSlot
            key={slot.startsAt}
            slot={slot}
            pair={pair}
            person={person}
            isBusy={book.isPending}
            onTake={() => book.mutate(slot.startsAt)}
          />
        ))}
      </div>
      <ProblemLine problem={book.isError ? problemOf(book.error) : null} />
    </>
  );
}

interface OfferedSlotProps extends PairProps {
  readonly slot: SlotView;
  readonly isBusy: boolean;
  readonly onTake: () => void;
}

function OfferedSlot({ slot, pair, person, isBusy, onTake }: OfferedSlotProps) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  const { startsAt, stretches } = slot;
  const words = say.slot(shortDay(startsAt, person), time(startsAt, person));
  const there = partnerTimes(startsAt, partnersOf(pair.members, person.id), person, say);
  return (
    <>
      <Button className={styles.slot} disabledFocusable={isBusy} onClick={onTake}>
        <span>
          <span className={page.hidden}>{say.book} </span>
          {words}
        </span>
        <span className={styles.slotTimes}>{there.join(" · ")}</span>
      </Button>
      {stretches && (
        <p className={styles.slotNote}>
          {stretches === person.id ? say.stretchesYou : say.stretches(memberOf(pair.members, stretches).name)}
        </p>
      )}
    </>
  );
}
