import { Button } from "@fluentui/react-components";
import { cohortBookingMessages } from "../../../shared/content/cohort-booking-messages.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useCohortBookingStyles } from "./cohort-booking.styles.ts";
import { useBegin } from "./cohort-booking-queries.ts";

/** The first step, or the same again for pairs that have no check-in yet. Nothing is booked by it. */
export function Begin({ cohortId, isFirst }: { readonly cohortId: string; readonly isFirst: boolean }) {
  const page = usePageStyles();
  const styles = useCohortBookingStyles();
  const say = cohortBookingMessages(useLocale());
  const begin = useBegin(cohortId);
  return (
    <div className={isFirst ? styles.first : styles.again}>
      {isFirst && <p className={page.sentence}>{say.lead}</p>}
      <div className={styles.actions}>
        <Button
          appearance={isFirst ? "primary" : "secondary"}
          className={styles.tall}
          disabledFocusable={begin.isPending}
          onClick={() => begin.mutate(undefined)}
        >
          {isFirst ? say.begin : say.beginAgain}
        </Button>
        <span className={page.small}>{isFirst ? say.beginNote : say.beginAgainNote}</span>
      </div>
      {isFirst && <p className={page.small}>{say.promise}</p>}
      <ProblemLine problem={begin.isError ? problemOf(begin.error) : null} />
    </div>
  );
}
