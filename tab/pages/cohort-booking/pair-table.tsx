import { mergeClasses } from "@fluentui/react-components";
import { cohortBookingMessages } from "../../../shared/content/cohort-booking-messages.ts";
import { shortDay, time } from "../../../shared/content/when.ts";
import type { PairBookingView } from "../../../shared/contract/cohort-bookings.ts";
import { useLocale } from "../../app-context.tsx";
import { useHome } from "../../queries.ts";
import { useCohortBookingStyles } from "./cohort-booking.styles.ts";

/** One page of pairs as a table; on a phone each row folds into lines. */
export function PairTable({ pairs }: { readonly pairs: readonly PairBookingView[] }) {
  const styles = useCohortBookingStyles();
  const { columns } = cohortBookingMessages(useLocale());
  return (
    <table className={styles.table} aria-labelledby="pairs">
      <thead className={styles.heads}>
        <tr>
          {[columns.pair, columns.status, columns.when].map((head) => (
            <th key={head} scope="col" className={styles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <PairRow key={pair.pairId} pair={pair} />
        ))}
      </tbody>
    </table>
  );
}

function PairRow({ pair }: { readonly pair: PairBookingView }) {
  const styles = useCohortBookingStyles();
  const say = cohortBookingMessages(useLocale());
  const reader = useReader();
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.pair)}>
        {say.pair(pair.names)}
      </th>
      <td className={styles.cell}>
        {pair.reason ? (
          <>
            <span className={styles.verdict}>{say.verdict(say.statuses[pair.status])}</span> {say.reasons[pair.reason]}
          </>
        ) : (
          say.statuses[pair.status]
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.when)}>
        {pair.startsAt && (
          <time dateTime={pair.startsAt}>{say.when(shortDay(pair.startsAt, reader), time(pair.startsAt, reader))}</time>
        )}
      </td>
    </tr>
  );
}

/** The coordinator's own clock: Home knows it, and until it is read the browser's will do. */
function useReader() {
  const locale = useLocale();
  const person = useHome().data?.person;
  return person ?? { locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
