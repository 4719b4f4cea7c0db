import { Button, Field, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import { cohortBookingMessages } from "../../../shared/content/cohort-booking-messages.ts";
import type { CohortBookingView } from "../../../shared/contract/cohort-bookings.ts";
import { type PairBookingStatus, pairBookingStatuses } from "../../../shared/domain/cohort-booking.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { Loading } from "../../components/loading.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useCohortBookingStyles } from "./cohort-booking.styles.ts";
import { pageLength, usePairBookings } from "./cohort-booking-queries.ts";
import { PairTable } from "./pair-table.tsx";

/** The pairs in the booking, a page at a time: who, when, or what can't and why. */
export function PairList({ booking }: { readonly booking: CohortBookingView }) {
  const page = usePageStyles();
  const styles = useCohortBookingStyles();
  const say = cohortBookingMessages(useLocale());
  const [status, setStatus] = useState<PairBookingStatus | null>(null);
  /** The last pair of each page before this one. */
  const [turned, setTurned] = useState<readonly string[]>([]);
  const list = usePairBookings(booking, status, turned.at(-1) ?? null);
  const after = list.data?.after ?? null;
  const first = turned.length * pageLength + 1;
  const choose = (next: PairBookingStatus | null) => {
    setStatus(next);
    setTurned([]);
  };
  return (
    <section className={styles.list} aria-labelledby="pairs">
      <div className={styles.listHead}>
        <h2 id="pairs" className={page.section}>
          {say.listTitle}
        </h2>
        <StatusFilter booking={booking} status={status} onChoose={choose} />
      </div>
      {list.isPending && <Loading />}
      <ProblemLine problem={list.isError ? problemOf(list.error) : null} />
      {list.data?.pairs.length === 0 && <p className={page.sentence}>{say.none}</p>}
      {list.data && list.data.pairs.length > 0 && (
        <>
          <PairTable pairs={list.data.pairs} />
          {(turned.length > 0 || after !== null) && (
            <nav className={styles.pages} aria-label={say.listTitle}>
              <span role="status" className={mergeClasses(page.small, styles.grow)}>
                {say.page(first, first + list.data.pairs.length - 1)}
              </span>
              <Button
                className={styles.tall}
                disabledFocusable={turned.length === 0}
                onClick={() => setTurned(turned.slice(0, -1))}
              >
                {say.earlier}
              </Button>
              <Button
                className={styles.tall}
                disabledFocusable={after === null || list.isPlaceholderData}
                onClick={() => after && setTurned([...turned, after])}
              >
                {say.later}
              </Button>
            </nav>
          )}
          <p className={page.small}>{say.promise}</p>
        </>
      )}
    </section>
  );
}

function StatusFilter({
  booking,
  status,
  onChoose,
}: {
  readonly booking: CohortBookingView;
  readonly status: PairBookingStatus | null;
  readonly onChoose: (status: PairBookingStatus | null) => void;
}) {
  const styles = useCohortBookingStyles();
  const say = cohortBookingMessages(useLocale());
  const offered = pairBookingStatuses.filter((one) => booking.counts[one] > 0 || one === status);
  const choose = (value: string) => onChoose(pairBookingStatuses.find((one) => one === value) ?? null);
  return (
    <Field label={say.filter} className={styles.filter}>
      <Select value={status ?? ""} onChange={(_, { value }) => choose(value)}>
        <option value="">{say.all}</option>
        {offered.map((one) => (
          <option key={one} value={one}>
            {say.filtered(say.statuses[one], booking.counts[one])}
          </option>
        ))}
      </Select>
    </Field>
  );
}
