import { Link } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { cohortBookingMessages } from "../../../shared/content/cohort-booking-messages.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { Chevron } from "../../components/icons.tsx";
import { Loading } from "../../components/loading.tsx";
import { Unread } from "../../components/unread.tsx";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { useCohorts } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { Begin } from "./begin.tsx";
import { BookingState } from "./booking-state.tsx";
import { useCohortBookingStyles } from "./cohort-booking.styles.ts";
import { useLatestBooking } from "./cohort-booking-queries.ts";
import { PairList } from "./pair-list.tsx";

/** Where a coordinator books first check-ins for a cohort: look, see the list, confirm, and watch it, pause it or take it back. */
export function CohortBookingPage({ cohortId }: { readonly cohortId: string }) {
  const page = usePageStyles();
  const styles = useCohortBookingStyles();
  const say = cohortBookingMessages(useLocale());
  const latest = useLatestBooking(cohortId);
  const cohorts = useCohorts();
  const place = useRef<HTMLElement>(null);
  const booking = latest.data?.booking ?? null;
  useKeptFocus(place, booking?.status ?? "none", "h2");
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  if (!latest.data) {
    if (!latest.isError) return <Loading />;
    return <Unread problem={problemOf(latest.error)} onRetry={() => void latest.refetch()} />;
  }
  const name = booking?.cohortName ?? cohorts.data?.find((one) => one.id === cohortId)?.name;
  return (
    <main ref={place} className={page.page}>
      <Link href="#/home" className={styles.back}>
        <Chevron turn="left" />
        {say.back}
      </Link>
      <h1 className={page.title}>{name ? say.title(name) : say.titleAlone}</h1>
      {booking ? <BookingState booking={booking} /> : <Begin cohortId={cohortId} isFirst />}
      {booking && <PairList key={booking.id} booking={booking} />}
    </main>
  );
}
